// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from 'node:fs';

import { runVolee } from '../e2e/volee-command.js';
import { writeCliSettings } from './cli-settings.js';

const SECRET = 'a secret that only tests know, 32+ characters';
const { file, folder } = writeCliSettings({ '@volee/file-share': {}, '@volee/cas-bridge': { baseUrl: 'wrong' } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('config doc tells the keys of the host and of the bricks that are named, in the settings or by hand', async () => {
  const [named, byHand, unknown] = await Promise.all([
    runVolee(file, 'config', 'doc'),
    runVolee(file, 'config', 'doc', '@volee/ldap-sync', '--json'),
    runVolee(file, 'config', 'doc', '@volee/no-such-brick'),
  ]);
  expect([named.code, named.stderr]).toEqual([0, '']);
  const titles = [...named.stdout.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(titles).toEqual(['volee.yaml', '@volee/file-share', '@volee/cas-bridge']);
  expect(named.stdout).toMatch(/^\| `session\.secret` \| .*\*\*secret\*\*, or `file:\/path` \| required \|/m);
  expect(named.stdout).not.toContain(SECRET);

  const schemas = JSON.parse(byHand.stdout) as Record<string, { anyOf?: object[] }>;
  expect(Object.keys(schemas)).toEqual(['volee.yaml', '@volee/ldap-sync']);
  expect(schemas['@volee/ldap-sync']?.anyOf).toHaveLength(2);

  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
  expect(unknown.stderr).toBe(
    `volee: The settings of @volee/no-such-brick cannot be described: it cannot be imported: no package of this name is installed, neither beside the host nor in ${folder}. Install it, or write the path of its folder.\n`,
  );
});

test('help about a command, and about one that is not there', async () => {
  const [help, quoted, unknown] = await Promise.all([
    runVolee(file, 'help', 'sync', 'run'),
    runVolee(file, 'help', 'sync run'),
    runVolee(file, 'help', 'sink'),
  ]);
  expect([help.code, help.stderr]).toEqual([0, '']);
  expect(quoted).toEqual(help);
  expect(help.stdout).toMatch(/^Usage: volee sync run /);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    'volee: There is no command "volee sink". "volee help" lists the commands.\n',
  ]);
});
