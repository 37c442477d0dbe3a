// SPDX-License-Identifier: EUPL-1.2
import { translator } from '../i18n/translate.js';
import { hostLocales, type HostKey } from '../locales/index.js';
import type { Letter } from '../mail/create-mailer.js';
import type { Reason } from '../sync/guard/guard.js';
import type { SyncRun } from '../sync/runs/sync-runs.js';

/**
 * What those who keep the platform are told of a sync that failed or was refused: figures, and where to look. A mail crosses
 * machines that are not theirs, so that it names no person and no school, and the words of an error, which may, stay at home.
 */
export function syncLetter({ id, source, state, counts, verdict }: SyncRun, publicUrl: URL): Omit<Letter, 'to'> {
  const t = translator<HostKey>(hostLocales, 'fr', false);
  const number = (count: number): string => count.toLocaleString('fr-FR');
  const figures = counts && {
    created: counts.persons.created,
    changed: counts.persons.changed + counts.persons.moved,
    left: counts.persons.disabled,
    returned: counts.persons.revived,
  };
  const kinds = Object.entries(figures ?? {}) as [keyof NonNullable<typeof figures>, number][];
  const told = kinds.map(([kind, count]) => `${number(count)} ${t(`platform.count.${kind}`, { count })}`);
  const reasons = [...byCode(verdict?.reasons ?? [])].map(
    ([code, count]) => `- ${t(`notice.reason.${code}`, { count })}`,
  );
  const refused = state === 'refused';
  return {
    subject: t(refused ? 'notice.refused' : 'notice.failed', { id, source }),
    text: [
      t(refused ? 'notice.refusedText' : 'notice.failedText', { id, source }),
      ...(reasons.length > 0 ? ['', t('notice.why'), ...reasons] : []),
      ...(told.length > 0 ? ['', t('notice.figures', { figures: told.join(', ') })] : []),
      ...['', t('notice.look'), new URL(`/admin/syncs/${id}`, publicUrl).href],
      ...['', t('notice.once')],
    ].join('\n'),
  };
}

function byCode(reasons: readonly Reason[]): Map<Reason['code'], number> {
  const counts = new Map<Reason['code'], number>();
  for (const { code } of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
