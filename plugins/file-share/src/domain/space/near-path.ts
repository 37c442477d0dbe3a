// SPDX-License-Identifier: EUPL-1.2

/**
 * The address of a path as seen from the page of another one: `../files/1` from `/groups/2`. Both are paths of the brick. A list of 100
 * lines is a fifth smaller with such addresses.
 */
export function nearPath(here: string, path: string): string {
  const [plain = ''] = here.split('?');
  return '../'.repeat(plain.split('/').length - 2) + path.slice(1);
}
