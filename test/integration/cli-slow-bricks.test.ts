// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { LIMITS } from '@volee/core-adapter/host';
import { testDatabases } from '@volee/core-adapter/testing';

import { typeVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { writeCliSettings } from './cli-settings.js';

const limits = { ...LIMITS, import: 300 };
const database = await Promise.all(testDatabases().map(async (kind) => ({ name: kind.name, ...(await kind.fresh()) })));
afterAll(() => Promise.all(database.map(({ drop }) => drop())));

/** A brick that is a folder beside the settings, with this module. */
function writeBrick(folder: string, name: string, module: string): void {
  const place = join(folder, name);
  mkdirSync(place);
  const described = { name, version: '1.0.0', type: 'module', exports: './index.js', volee: { kind: 'feature' } };
  writeFileSync(join(place, 'package.json'), JSON.stringify(described));
  writeFileSync(join(place, 'index.js'), module);
}

type Commands = (...words: string[]) => Promise<CommandAnswer>;

/** The command line with file-share and a brick that never loads. */
function withHangingBrick(url: string): Commands {
  const { file, folder } = writeCliSettings({ '@volee/file-share': {}, './agenda': {} }, { database: { url } });
  writeBrick(folder, 'agenda', 'await new Promise(() => undefined);\n');
  return (...words) => typeVolee(['--config', file, ...words], '', limits);
}

const LATE =
  /\.\/agenda: it is not imported yet \(it takes longer than 0\.3 s\)\. The machine may be too busy: try again/;

describe.each(database)('P11: commands where a brick was too slow, on $name', ({ url }) => {
  const volee = withHangingBrick(url);
  beforeAll(() => volee('db', 'migrate'));

  test('"db status" names what it could not look at, and ends with 1', async () => {
    const { code, stdout, stderr } = await volee('db', 'status');
    expect([code, stderr]).toEqual([1, 'volee: The tables of the other bricks are up to date.\n']);
    expect(stdout).toMatch(/^not looked at: \.\/agenda: /);
    expect(stdout).toMatch(LATE);
    const { stdout: told } = await volee('db', 'status', '--json');
    expect(JSON.parse(told)).toMatchObject({ pending: [], drift: [], unread: [{ id: 'agenda' }] });
  });

  test('a command that may be that of the brick says why it is not there, and blames no authors', async () => {
    const { code, stderr } = await volee('agenda', 'list');
    expect([code, stderr]).toEqual([1, expect.stringMatching(LATE)]);
    expect(stderr).toMatch(/^volee: There is no command "volee agenda list" in the bricks that could be loaded\. /);
    expect(stderr).not.toMatch(/authors/);
    // A command of the program is not taken for one of the brick.
    expect(await volee('serv')).toMatchObject({ code: 2, stderr: expect.stringMatching(/serve/) });
  });

  test('a command of a brick beside it works, after one wait', async () => {
    expect(await volee('files', 'verify')).toMatchObject({ code: 0 });
  });
});

test('P11: the settings are not wrong because the machine is slow: "config check" and "config doc" end with 1', async () => {
  const volee = withHangingBrick('sqlite::memory:');
  const checked = await volee('config', 'check');
  expect([checked.code, checked.stdout]).toEqual([1, '']);
  expect(checked.stderr).toMatch(/^volee: Not all settings could be checked\.\nbricks: \.\/agenda: /);
  expect(checked.stderr).toMatch(LATE);
  const documented = await volee('config', 'doc');
  expect([documented.code, documented.stderr]).toEqual([
    1,
    'volee: The settings of ./agenda cannot be described: it took longer than 0.3 s. The machine may be too busy: try again later.\n',
  ]);
});

test('P11: a wrong setting beside a slow brick is still wrong', async () => {
  const { file, folder } = writeCliSettings({ '@volee/file-share': { maxFileSise: 1 }, './agenda': {} });
  writeBrick(folder, 'agenda', 'await new Promise(() => undefined);\n');
  const { code, stderr } = await typeVolee(['--config', file, 'config', 'check'], '', limits);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^volee: 2 problems in the settings:\n.*maxFileSise.*\n.*not imported yet/);
});

test('P11: "db status" names a brick that throws in its import as well', async () => {
  const { file, folder } = writeCliSettings({ '@volee/file-share': {}, './torn': {} });
  writeBrick(folder, 'torn', "throw new Error('torn');\n");
  await typeVolee(['--config', file, 'db', 'migrate']);
  const { code, stdout } = await typeVolee(['--config', file, 'db', 'status']);
  expect([code, stdout]).toEqual([
    1,
    'not looked at: ./torn: it cannot be imported (torn). Report it to its authors.\n',
  ]);
});
