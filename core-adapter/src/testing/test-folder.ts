// SPDX-License-Identifier: EUPL-1.2
import { tmpdir } from 'node:os';

/**
 * The folder in which tests make folders for databases and files: `VOLEE_TEST_FOLDER`, such as a folder in memory, where syncing a file to
 * the disk costs nothing, or the temporary folder.
 * @example
 * `const folder = await mkdtemp(join(testFolder(), 'agenda-'));`
 * @stable
 */
export function testFolder(): string {
  return process.env['VOLEE_TEST_FOLDER'] ?? tmpdir();
}
