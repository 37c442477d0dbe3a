// SPDX-License-Identifier: EUPL-1.2
import type { FootLink } from '../../ui/shell.js';
import type { Settings } from '../infra/settings/settings.schema.js';

export const HELP_URL = '/aide';
export const OWN_DATA_URL = '/mes-donnees';
export const FORMER_URL = '/ancienne-ecole';
export const CONTACT_URL = '/contact';
export const LEGAL_NOTICE_URL = '/mentions-legales';

/**
 * The links of the footer. Links that the operator has not set are left out.
 * @param isKnown whether a person is logged in, and so has data here
 */
export function footLinks({ operator }: Pick<Settings, 'operator'>, isKnown: boolean): FootLink[] {
  const { contact, legalNotice } = operator;
  const links: FootLink[] = isKnown ? [{ key: 'shell.data', url: OWN_DATA_URL }] : [];
  if (legalNotice !== undefined) {
    links.push({ key: 'shell.legalNotice', url: isPage(legalNotice) ? legalNotice : LEGAL_NOTICE_URL });
  }
  if (contact !== undefined) links.push({ key: 'shell.contact', url: CONTACT_URL });
  return links;
}

/** Whether a setting holds the address of a page. No other scheme becomes a link. */
export function isPage(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
