// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../catalogue/catalogue.js';

/**
 * The domains with an assessed line and without an element: a family reads a position there, and nothing of the work behind it. Nothing asks for
 * elements, so pages only tell about it.
 * @param valueOf the value of the cell with a name, as stored or as typed: see `readCell`
 */
export function unworkedDomains(
  { domains }: Pick<Catalogue, 'domains'>,
  valueOf: (name: string) => string,
): Catalogue['domains'] {
  const isAssessed = (code: string): boolean => /^[1-4]$/.test(valueOf(code));
  return domains.filter(
    ({ code, lines }) => lines.some((line) => isAssessed(line.code)) && valueOf(`elements:${code}`) === '',
  );
}
