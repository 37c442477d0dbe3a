// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import { loadBilan } from '../../domain/trace/load-bilan.js';
import { readWord } from '../shared/word-field.js';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { isWaitingParcel } from '../../domain/hand-over/recall-parcels.js';
import { parcelsOf, unlock } from '../../domain/life/back-to-draft.js';
import { restoreByHead } from '../../domain/life/restore.js';
import { bilanParams } from '../../domain/bilan/bilan-params.js';
import { bilanPath, restorePath, unlockPath } from '../../paths.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { UnlockView } from './unlock.view.js';

/** Whether the text that the family reads stays or goes. Neither is preselected: the head knows why. */
const TEXTS = ['stays', 'goes'] as const;
const body = z.strictObject({ word: z.string().max(5_000).default(''), text: z.enum(TEXTS).optional() });

/**
 * Registers unlocking: the head unlocks a published bilan with a reason, until 31 July, since nobody could write in it afterwards. The
 * publication is restored when nobody corrects it.
 */
export function registerUnlocking({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const route = { access: 'visa', params: bilanParams, load: loadBilan } as const;
  http.get(unlockPath(':id'), route, (request) => unlockPage(request.resource, {}, request));

  http.post(unlockPath(':id'), { ...route, body }, async (request) => {
    const { resource: row, body: typed, t, redirect } = request;
    const problem = await nobodyWrites(row, request);
    if (problem !== undefined) return unlockPage(row, { typed, problem }, request);
    const read = readWord(typed.word, t);
    if ('problem' in read || typed.text === undefined) {
      const error = 'problem' in read ? read.problem : undefined;
      const unchosen = typed.text === undefined ? t('unlock.unchosen') : undefined;
      return unlockPage(row, { typed, error, unchosen }, request);
    }
    try {
      const unlocking = { word: read.word, isWithdrawn: typed.text === 'goes' };
      const { isDone, isRecalled } = await unlock(row, unlocking, request);
      if (!isDone) return await unlockPage(row, { typed, problem: t('unlock.changed'), status: 409 }, request);
      const done = isRecalled ? 'unlock.doneRecalled' : 'unlock.done';
      return redirect(bilanPath(row.id), t(unlocking.isWithdrawn ? done : 'unlock.doneKept'));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return unlockPage(row, { typed, problem: t('unlock.meanwhile'), status: 409 }, request);
    }
  });

  http.post(restorePath(':id'), route, async (request) => {
    const { resource: row, t, redirect } = request;
    const isDone = row.correction && (await restoreByHead(row, row.correction, { ...request, catalogues }));
    return redirect(bilanPath(row.id), t(isDone === true ? 'restore.done' : 'restore.changed'));
  });
}

/** The sentence for a bilan that nobody could write or publish again: its year is over, or the pupil is in no class here. */
async function nobodyWrites(
  { pupilId, year }: Pick<BilanRow, 'pupilId' | 'year'>,
  { directory, schoolYear, t }: Pick<LivretRequest, 'directory' | 'schoolYear' | 't'>,
): Promise<string | undefined> {
  if (year !== schoolYear) return t('unlock.tooLate');
  const classes = (await directory.classesOf([pupilId])).get(pupilId) ?? [];
  return classes.length > 0 ? undefined : t('unlock.left');
}

interface UnlockTyped {
  readonly typed?: z.output<typeof body>;
  /** The sentence beside the reason. */
  readonly error?: string | undefined;
  /** The sentence beside the choice. */
  readonly unchosen?: string | undefined;
  /** The sentence above the form, when no reason could help. */
  readonly problem?: string;
  /** 400 when there is an error or a problem. */
  readonly status?: 400 | 409;
}

async function unlockPage(
  row: BilanRow,
  { typed = { word: '' }, error, unchosen, problem, status = 400 }: UnlockTyped,
  request: LivretRequest,
): Promise<PageReply> {
  const { db, directory, handOver, t, url, page, asset } = request;
  const pupil = (await directory.persons([row.pupilId])).get(row.pupilId);
  const rhythm = (await periodsOf(db, row.year))[0]?.rhythm;
  const nobody = await nobodyWrites(row, request);
  // After a conflict, the form stays with what was typed.
  const isOpen = row.state === 'published' || status === 409;
  const refusal = nobody ?? (isOpen ? undefined : t('unlock.notPublished'));
  const isSent = parcelsOf(row);
  const model = {
    name: pupil?.displayName ?? '',
    period: periodName({ period: row.period, rhythm }, t),
    ...{
      ...{ typed: typed.word, text: typed.text, error, unchosen },
      isPossible: refusal === undefined,
      url: url(unlockPath(row.id)),
      backUrl: url(bilanPath(row.id)),
    },
    isOnItsWay: (await handOver.sent()).some((one) => isWaitingParcel(one) && isSent(one)),
    problem: problem ?? refusal,
  };
  return page(t('unlock.title'), <UnlockView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    ...((error ?? unchosen ?? problem) && { status }),
  });
}
