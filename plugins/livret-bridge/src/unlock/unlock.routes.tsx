// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import { loadBilan } from '../bilan/load-bilan.js';
import { readWord } from '../board/word-field.js';
import type { LivretBrick, LivretRequest } from '../brick-types.js';
import { unlock } from '../life/back-to-draft.js';
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
    const isDone = await unlock(row, read.word, request);
    return redirect(bilanPath(row.id), t(isDone ? 'unlock.done' : 'unlock.changed'));
  });
}

interface UnlockTyped {
  readonly typed?: string;
  /** The sentence beside the field. */
  readonly error?: string;
  /** The sentence above the form, when no reason could help. */
  readonly problem?: string;
}

async function unlockPage(
  row: BilanRow,
  { typed = '', error, problem }: UnlockTyped,
  { db, directory, schoolYear, t, url, page, asset }: LivretRequest,
): Promise<PageReply> {
  const pupil = (await directory.persons([row.pupilId])).get(row.pupilId);
  const rhythm = (await periodsOf(db, row.year))[0]?.rhythm;
  const isPossible = row.state === 'published' && row.year === schoolYear;
  const model = {
    name: pupil?.displayName ?? '',
    period: periodName({ period: row.period, rhythm }, t),
    ...{ typed, error, isPossible, url: url(unlockPath(row.id)), backUrl: url(bilanPath(row.id)) },
    problem:
      problem ?? (isPossible ? undefined : t(row.year === schoolYear ? 'unlock.notPublished' : 'unlock.tooLate')),
  };
  return page(t('unlock.title'), <UnlockView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    ...((error ?? problem) && { status: 400 }),
  });
}
