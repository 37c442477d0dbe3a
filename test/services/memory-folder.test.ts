// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'volee-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The answer of `memoryFolder`, which is plain JavaScript, for a user who is not root: root may write anywhere. */
function asOrdinaryUser(inMemory: string): string {
  // A checkout in a home folder cannot be read by others.
  const copy = join(folder, 'memory-folder.mjs');
  copyFileSync(join(import.meta.dirname, 'memory-folder.js'), copy);
  chmodSync(folder, 0o755);
  const program = `import(${JSON.stringify(copy)}).then((all) => console.log(all.memoryFolder(${JSON.stringify(inMemory)})))`;
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return execFileSync(process.execPath, ['-e', program], { ...nobody, cwd: folder, env, encoding: 'utf8' }).trim();
}

test.each([
  ['written', 0o555],
  ['entered', 0o666],
])('a folder in memory that cannot be %s is left for the temporary folder', (name, mode) => {
  const inMemory = join(folder, name);
  mkdirSync(inMemory);
  chmodSync(inMemory, mode);
  expect(asOrdinaryUser(inMemory)).toBe(tmpdir());
});

test('so is one that is not there', () => {
  expect(asOrdinaryUser(join(folder, 'none'))).toBe(tmpdir());
});
