// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../../testing/test-databases.js';
import { group, person, TILLEULS } from '../testing/records-for-tests.js';
import { OneDirectory } from '../testing/one-directory.js';

describe.each(bothDatabases())('control characters and halves of characters in a directory, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test.each(['bad\u0000x', 'bad\ud800'])('L9 in the key of a group: %j', async (key) => {
    const one = group(key, TILLEULS, { name: 'bad' });
    await kit.sync(one);
    expect((await kit.sync(one)).state).toBe('unchanged');
  });

  test.each(['bad\u0000x', 'bad\ud800'])('L9 in a login: %j', async (login) => {
    const one = person('lea.petit', 'pupil', TILLEULS, { login });
    await kit.sync(one);
    expect((await kit.sync(one)).state).toBe('unchanged');
  });

  test.each(['id\u0000x', 'id\ud800'])('L9 in a stable id: %j', async (stableId) => {
    const one = person('lea.petit', 'pupil', TILLEULS, { stableId });
    await kit.sync(one);
    const id = await kit.idOf('lea.petit');
    await kit.sync({ ...one, givenName: 'Leah Lea' });
    expect(await kit.idOf('lea.petit')).toBe(id);
  });
});
