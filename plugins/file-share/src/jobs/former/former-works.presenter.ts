// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { roundModel, type RoundModel } from '../../pages/shared/works/rounds.presenter.js';
import { inParts } from '../../domain/tree/all-below.js';
import type { FormerPart, FormerRequest } from './former-part.js';

export interface FormerWorksModel {
  readonly title: string;
  readonly works: readonly FormerWork[];
}

export interface FormerWork {
  readonly id: string;
  readonly title: string;
  /** The task. */
  readonly text: string;
  /** The pupil's word, unless it came back with the last round; empty without one, and for guardians. */
  readonly word: string;
  /** The times that it was given back, the last one first. */
  readonly rounds: readonly RoundModel[];
}

/** The words of works: those of the teacher, and those of the pupil, which guardians read once they were given back. */
export async function presentFormerWorks(
  parts: readonly FormerPart[],
  request: FormerRequest,
): Promise<FormerWorksModel> {
  const { db, t, owner, user } = request;
  const rounds: WorkRoundRow[] = [];
  for (const ids of inParts(parts.map(({ row }) => row.id))) {
    const where = { partId: In(ids) };
    rounds.push(...(await db.repository(WorkRoundRow).find({ where, order: { givenBackAt: 'DESC', id: 'DESC' } })));
  }
  return {
    title: t('former.worksTitle'),
    works: parts.map(({ row, work }) => {
      const stored = rounds.filter(({ partId }) => partId === row.id);
      const own = stored.length > 0 ? stored : onlyRound(row);
      const isSaid = owner.id !== user.id || own[0]?.word === row.word;
      return {
        ...{ id: work.id, title: work.title, text: work.text, word: isSaid ? '' : row.word },
        rounds: own.map((round) => roundModel(round, request)),
      };
    }),
  };
}

type Round = Parameters<typeof roundModel>[0];

/**
 * Parts that earlier versions gave back have no round. Nothing tells which word came back: the pupil may have written another one since, which is
 * the teacher's first.
 */
function onlyRound({ id, state, givenBackAt, answer }: WorkPupilRow): Round[] {
  if (givenBackAt === null) return [];
  return [{ id, state: state === 'corrected' ? 'corrected' : 'again', givenBackAt, word: '', answer }];
}
