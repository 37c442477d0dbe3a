// SPDX-License-Identifier: EUPL-1.2
import type { FootLink } from '../../ui/shell.js';
import type { Settings } from '../settings/settings.schema.js';

export const CONTACT_URL = '/contact';
export const LEGAL_NOTICE_URL = '/mentions-legales';

/** The links of the foot. What the operator has not written in the settings is left out. */
export function footLinks({ operator }: Pick<Settings, 'operator'>): FootLink[] {
  const { contact, legalNotice } = operator;
  const links: FootLink[] = [];
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
