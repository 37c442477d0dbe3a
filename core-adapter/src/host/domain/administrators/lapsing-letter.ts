// SPDX-License-Identifier: EUPL-1.2
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../../infra/locales/index.js';
import type { Letter } from '../../infra/mail/create-mailer.js';

/** The maximum number of schools that the mail lists; the page lists them all. */
const MOST_SCHOOLS = 20;

/**
 * The mail to administrators about rights that are about to end: schools by their public UAI, and a link. Mail crosses foreign servers, so
 * it names no person.
 * @param uais the school of each right
 */
export function lapsingLetter(uais: readonly string[], publicUrl: URL): Omit<Letter, 'to'> {
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const schools = [...new Set(uais)].sort();
  const first = schools.slice(0, MOST_SCHOOLS);
  const more = schools.length - first.length;
  return {
    subject: t('notice.lapsing', { count: uais.length }),
    text: [
      t('notice.lapsingText', { count: uais.length }),
      ...['', t('notice.lapsingSchools'), ...first.map((uai) => `- ${uai}`)],
      ...(more > 0 ? [`- ${t('notice.unreadMore', { count: more })}`] : []),
      ...['', t('notice.lookLapsing'), new URL('/admin/administrators', publicUrl).href],
    ].join('\n'),
  };
}
