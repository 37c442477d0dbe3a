// SPDX-License-Identifier: EUPL-1.2
import { runVolee } from '../e2e/volee-command.js';
import { openCliFixture } from './cli-fixture.js';

const { pathname } = new URL('../bricks/outside/lists-schools', import.meta.url);
const fixture = await openCliFixture({}, { [pathname]: {} });
afterAll(() => fixture.stop());

test('a command of a feature walks through the schools, also where the brick is off', async () => {
  expect(await runVolee(fixture.file, 'walk', 'schools')).toMatchObject({
    code: 0,
    stdout: '0390001X primary number function\n0390002Y college number function\n',
  });
});

test('a command that found something wrong prints its answer, then a sentence, and ends with 1', async () => {
  const failure = { code: 1, stderr: 'volee: One school is shut.\n' };
  expect(await runVolee(fixture.file, 'walk', 'amiss')).toMatchObject({ ...failure, stdout: 'one\n' });
  expect(await runVolee(fixture.file, 'walk', 'amiss', '--json')).toMatchObject({ ...failure, stdout: '1\n' });
});

test('a command that needs the settings only has no schools', async () => {
  expect(await runVolee(fixture.file, 'walk', 'nowhere')).toMatchObject({
    code: 1,
    stderr: 'volee: There are no schools here: the manifest says that this command needs the settings only.\n',
  });
});
