// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import { loadBilan } from '../bilan/load-bilan.js';
import { readWord } from '../board/word-field.js';
import type { LivretBrick, LivretRequest } from '../brick-types.js';
import { isWaitingParcel } from '../hand-over/recall-parcels.js';
import { parcelsOf, unlock } from '../life/back-to-draft.js';
import { bilanParams } from '../life/bilan-params.js';
import { bilanPath, unlockPath } from '../paths.js';
import { periodsOf } from '../periods/current-period.js';
import { periodName } from '../periods/period-name.js';
import type { BilanRow } from '../store/bilan.entity.js';
import { UnlockView } from './unlock.view.js';

const body = z.strictObject({ word: z.string().max(5_000).default('') });

/** The head unlocks a published bilan with a reason, until 31 July: from then on nobody could write it. */
export function registerUnlocking({ http }: Pick<LivretBrick, 'http'>): void {
  const route = { access: 'visa', params: bilanParams, load: loadBilan } as const;
  http.get(unlockPath(':id'), route, (request) => unlockPage(request.resource, {}, request));

  http.post(unlockPath(':id'), { ...route, body }, async (request) => {
    const { resource: row, body: typed, schoolYear, t, redirect } = request;
    if (row.year !== schoolYear) return unlockPage(row, { typed: typed.word, problem: t('unlock.tooLate') }, request);
    const read = readWord(typed.word, t);
    if ('problem' in read) return unlockPage(row, { typed: typed.word, error: read.problem }, request);
    try {
      const { isDone, isRecalled } = await unlock(row, read.word, request);
      if (!isDone) return redirect(bilanPath(row.id), t('unlock.changed'));
      return redirect(bilanPath(row.id), t(isRecalled ? 'unlock.doneRecalled' : 'unlock.done'));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return unlockPage(row, { typed: read.word, problem: t('unlock.meanwhile'), status: 409 }, request);
    }
  });
}

interface UnlockTyped {
  readonly typed?: string;
  /** The sentence beside the field. */
  readonly error?: string;
  /** The sentence above the form, when no reason could help. */
  readonly problem?: string;
  /** 400 when there is an error or a problem. */
  readonly status?: 400 | 409;
}

async function unlockPage(
  row: BilanRow,
  { typed = '', error, problem, status = 400 }: UnlockTyped,
  { db, directory, handOver, schoolYear, t, url, page, asset }: LivretRequest,
): Promise<PageReply> {
  const pupil = (await directory.persons([row.pupilId])).get(row.pupilId);
  const rhythm = (await periodsOf(db, row.year))[0]?.rhythm;
  const isPossible = row.state === 'published' && row.year === schoolYear;
  const isSent = parcelsOf(row);
  const model = {
    name: pupil?.displayName ?? '',
    period: periodName({ period: row.period, rhythm }, t),
    ...{ typed, error, isPossible, url: url(unlockPath(row.id)), backUrl: url(bilanPath(row.id)) },
    isOnItsWay: (await handOver.sent()).some((one) => isWaitingParcel(one) && isSent(one)),
    problem:
      problem ?? (isPossible ? undefined : t(row.year === schoolYear ? 'unlock.notPublished' : 'unlock.tooLate')),
  };
  return page(t('unlock.title'), <UnlockView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    ...((error ?? problem) && { status }),
  });
}
