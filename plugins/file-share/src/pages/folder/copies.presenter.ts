// SPDX-License-Identifier: EUPL-1.2
import type { NoteKind } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../brick-types.js';
import { readCopyPath } from '../../paths.js';
import { CopyRow } from '../../store/copy.entity.js';

/** After this time without a part, the page says that the copy waits, in milliseconds. */
const WAITS_AFTER = 5 * 60_000;

/** A large copy of the user, and how far it is. */
export interface CopyNote {
  readonly id: string;
  readonly kind: NoteKind;
  /** « La copie de « Maths » continue : 1 200 dossiers et fichiers sur 4 000. » */
  readonly text: string;
  /** Present while the copy goes on. */
  readonly progress: { readonly value: number; readonly max: number } | undefined;
  /** Present once the copy has ended. */
  readonly readUrl: string | undefined;
}

/** The copies that a job makes for the user, and copies that have ended and that the user has not confirmed yet. */
export async function presentCopies(
  request: Pick<FileShareRequest, 'db' | 'user' | 't' | 'url' | 'clock' | 'format'>,
): Promise<CopyNote[]> {
  const { db, user, t, url, clock, format } = request;
  const numbers = new Intl.NumberFormat(format.language);
  const copies = await db
    .repository(CopyRow)
    .find({ where: { ownerId: user.id }, order: { startedAt: 'DESC', id: 'DESC' } });
  return copies.map((copy) => {
    const { id, name, ticked, state, reason, total, copied, changedAt } = copy;
    const what = ticked === 1 ? t('copies.one', { name }) : t('copies.several', { name, count: ticked - 1 });
    const isRunning = state === 'running';
    const waits = isRunning && clock.now().getTime() - changedAt.getTime() > WAITS_AFTER;
    const key = isRunning ? (waits ? 'waits' : 'running') : (reason ?? 'done');
    return {
      ...{ id, kind: state === 'stopped' ? 'warn' : state === 'done' ? 'good' : 'info' },
      text: t(`copies.${key}`, { what, copied: numbers.format(copied), total: numbers.format(total) }),
      progress: isRunning ? { value: copied, max: total } : undefined,
      readUrl: isRunning ? undefined : url(readCopyPath(id)),
    };
  });
}
