// SPDX-License-Identifier: EUPL-1.2
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../../infra/locales/index.js';
import type { Letter } from '../../infra/mail/create-mailer.js';
import type { SyncRun } from '../sync/runs/sync-runs.js';
import type { UnreadReport } from '../sync/snapshot/unread-schools.js';
import type { Reason } from '../sync/guard/verdict.js';

/**
 * The mail to administrators about a sync that failed, was refused, or could not read every school: figures and a link. Mail crosses
 * foreign servers, so it names no person, and a school only by its public UAI. Messages of errors and sources may name people and are left
 * out.
 */
export function syncLetter(run: SyncRun, publicUrl: URL): Omit<Letter, 'to'> {
  const { id, source, state, counts, verdict, ignored } = run;
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const link = new URL(`/admin/syncs/${id}`, publicUrl).href;
  if (state !== 'failed' && state !== 'refused' && ignored?.unread) {
    return unreadLetter(run, ignored.unread, link);
  }
  const number = (count: number): string => count.toLocaleString('fr-FR');
  const figures = counts && {
    created: counts.persons.created,
    changed: counts.persons.changed + counts.persons.moved,
    left: counts.persons.disabled,
    returned: counts.persons.revived,
  };
  const kinds = Object.entries(figures ?? {}) as [keyof NonNullable<typeof figures>, number][];
  const figureTexts = kinds.map(([kind, count]) => `${number(count)} ${t(`platform.count.${kind}`, { count })}`);
  const reasons = [...byCode(verdict?.reasons ?? [])].map(
    ([code, count]) => `- ${t(`notice.reason.${code}`, { count })}`,
  );
  const refused = state === 'refused';
  return {
    subject: t(refused ? 'notice.refused' : 'notice.failed', { id, source }),
    text: [
      t(refused ? 'notice.refusedText' : 'notice.failedText', { id, source }),
      ...(reasons.length > 0 ? ['', t('notice.why'), ...reasons] : []),
      ...(figureTexts.length > 0 ? ['', t('notice.figures', { figures: figureTexts.join(', ') })] : []),
      ...['', t('notice.look'), link],
      ...['', t('notice.once')],
    ].join('\n'),
  };
}

/** The maximum number of schools that a mail lists; the page lists them all. */
const MOST_UNREAD = 20;

function unreadLetter(
  { id, source }: Pick<SyncRun, 'id' | 'source'>,
  { total, schools }: UnreadReport,
  link: string,
): Omit<Letter, 'to'> {
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const first = schools.slice(0, MOST_UNREAD);
  const more = total - first.length;
  return {
    subject: t('notice.partial', { count: total, source }),
    text: [
      t('notice.partialText', { count: total, id, source }),
      ...['', t('notice.unread'), ...first.map(({ uai }) => `- ${uai}`)],
      ...(more > 0 ? [`- ${t('notice.unreadMore', { count: more })}`] : []),
      ...['', t('notice.lookUnread'), link],
      ...['', t('notice.once')],
    ].join('\n'),
  };
}

/** The number of places with each code: a class and a level lost by the pupils of one school are one place. */
function byCode(reasons: readonly Reason[]): Map<Reason['code'], number> {
  const places = new Map<Reason['code'], Set<string>>();
  for (const { code, uai, profile, sentence } of reasons) {
    const place = uai === undefined ? sentence : `${uai} ${profile ?? ''}`;
    places.set(code, (places.get(code) ?? new Set<string>()).add(place));
  }
  return new Map([...places].map(([code, { size }]) => [code, size]));
}
