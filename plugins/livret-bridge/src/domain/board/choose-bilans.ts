// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { In } from 'typeorm';
import { z } from 'zod';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import type { LivretRequest } from '../../brick-types.js';
import { DEPARTED } from '../../paths.js';
import type { Shown } from '../life/life-context.js';
import { periodNumber } from '../life/period-number.js';
import { ticked } from '../life/ticked.js';
import type { Board } from './read-board.js';

const classId = z.union([z.uuid(), z.literal(DEPARTED)]);

/** The ticks of a head: lines of the board, or bilans on the page of a line. `from` is the line of that page: a class, or `DEPARTED`. */
export const choiceFields = {
  period: periodNumber,
  class: z
    .union([z.array(classId).max(100), classId.transform((one) => [one])])
    .optional()
    .transform((all) => all ?? []),
  bilan: ticked,
  from: classId.optional(),
  /** The instant of the page: a bilan signed later was not on it. */
  shown: z.iso.datetime().optional(),
};

export interface Choice {
  readonly period: number;
  readonly class: readonly string[];
  readonly bilan: readonly Shown[];
  readonly shown?: string | undefined;
}

/** The chosen bilans as they are now, and bilans that have changed since the page was shown. */
export interface Chosen {
  readonly rows: readonly BilanRow[];
  /** Bilans that were signed after the page was opened, or changed since. They wait for another look. */
  readonly unseen: readonly Pick<BilanRow, 'id' | 'pupilId'>[];
}

/**
 * Finds the bilans that a head has ticked. Ids of other schools and periods are ignored.
 * @throws NotFoundError when nothing that was ticked is of this school
 * @param states those of the bilans that the tick of a class stands for
 */
export async function chosenBilans(
  { period, class: classes, bilan, shown }: Choice,
  states: readonly BilanState[],
  board: Board,
  { db, schoolYear }: Pick<LivretRequest, 'db' | 'schoolYear'>,
): Promise<Chosen> {
  const ofClasses = [
    ...board.classes.filter(({ group }) => classes.includes(group.id)).flatMap(({ bilans }) => bilans),
    ...(classes.includes(DEPARTED) ? board.departed : []),
  ].filter(({ state }) => states.includes(state));
  const seen = ofClasses.filter(({ signedAt }) => !shown || (signedAt !== null && signedAt <= new Date(shown)));
  const ids = new Set([...seen.map(({ id }) => id), ...bilan.map(({ id }) => id)]);
  const found =
    ids.size === 0
      ? []
      : await db
          .repository(BilanRow)
          .find({ where: { id: In([...ids]), year: schoolYear, kind: 'periodic' as const, period } });
  const knows = classes.includes(DEPARTED) || board.classes.some(({ group }) => classes.includes(group.id));
  if (found.length === 0 && !knows && bilan.length + classes.length > 0) {
    throw new NotFoundError('The school has none of these bilans and classes.');
  }
  const isAsShown = (row: BilanRow): boolean =>
    bilan.every(({ id, revision }) => id !== row.id || revision === row.revision);
  return {
    rows: found.filter(isAsShown),
    unseen: [...found.filter((row) => !isAsShown(row)), ...ofClasses.filter((row) => !seen.includes(row))],
  };
}
