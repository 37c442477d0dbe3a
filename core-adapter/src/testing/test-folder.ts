// SPDX-License-Identifier: EUPL-1.2
import { tmpdir } from 'node:os';

/**
 * Where tests make folders for databases and files that are thrown away: `VOLEE_TEST_FOLDER`, such as a folder in memory, where a file
 * that is kept safe costs nothing, or the temporary folder.
 * @example
 * `const folder = await mkdtemp(join(testFolder(), 'agenda-'));`
 * @stable
 */
export function testFolder(): string {
  return process.env['VOLEE_TEST_FOLDER'] ?? tmpdir();
}
