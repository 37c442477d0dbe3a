// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../catalogue/catalogue.js';

/** The parts of a bilan that are written on a page of their own beside the domains, as addresses name them. */
export const PARTS = { parcours: 'parcours', general: 'general', child: 'child' } as const;

/** Whether a text names a subject of a bilan in addresses and forms: the code of a domain, or one of `PARTS`. */
export function isSubject(catalogue: Pick<Catalogue, 'domains'>, code: string): boolean {
  return Object.hasOwn(PARTS, code) || catalogue.domains.some((domain) => domain.code === code);
}

/** The cell into which a phrase goes on the page of a subject; the parcours and the page of the pupil have none. */
export function textOfSubject({ domains }: Pick<Catalogue, 'domains'>, code: string): string | undefined {
  if (code === PARTS.general) return 'general';
  return domains.some((domain) => domain.code === code) ? `text:${code}` : undefined;
}
