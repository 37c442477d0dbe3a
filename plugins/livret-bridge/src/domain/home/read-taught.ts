// SPDX-License-Identifier: EUPL-1.2
import type { Group, Member, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { classProgress, type ClassProgress } from '../board/class-progress.js';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { offLinesByPeriod } from '../periods/class-rows.js';
import { currentPeriod, periodsOf } from '../periods/current-period.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { PeriodRow } from '../../store/period.entity.js';
import { TraceRow, type TraceStep } from '../../store/trace.entity.js';
import { taughtClasses } from './taught-classes.js';

const STEPS: readonly TraceStep[] = ['sentBack', 'reopened', 'unlocked', 'signed', 'restored'];

const COLUMNS = [
  ...(['id', 'pupilId', 'classId', 'period', 'level', 'catalogue', 'positions', 'general', 'state'] as const),
] as const;
type TaughtBilan = Pick<BilanRow, (typeof COLUMNS)[number]>;

/** A class that the user teaches, in one period. */
export interface TaughtPeriod {
  readonly period: PeriodRow;
  readonly isOpen: boolean;
  readonly progress: ClassProgress;
  readonly bilans: readonly TaughtBilan[];
  /** The bilans that the head sent back or unlocked, with the pupil. */
  readonly returned: readonly (ReturnedWord & { readonly pupil: Member | undefined })[];
}

export interface TaughtClass {
  readonly group: Group;
  readonly pupils: readonly Member[];
  /** In the order of the year; empty while nobody has chosen or begun a period. */
  readonly periods: readonly TaughtPeriod[];
}

export interface Taught {
  readonly classes: readonly TaughtClass[];
  readonly current: PeriodRow | undefined;
}

type Services = Pick<LivretRequest, 'db' | 'directory' | 'access' | 'schoolYear' | 'clock'>;

/** The classes of this year that the user teaches, and their bilans in each period. Two queries for all classes, and one for each. */
export async function readTaught(services: Services, catalogues: Catalogues): Promise<Taught> {
  const { db, directory, access, schoolYear: year, clock } = services;
  const groups = await taughtClasses({ access });
  const periods = await periodsOf(db, year);
  const current = currentPeriod(periods, clock.today());
  const members = await Promise.all(
    groups.map(async (group) => {
      const pupils = await directory.members(group.id, 'pupil');
      return [group, pupils.filter(({ level }) => catalogues.covers(level, year))] as const;
    }),
  );
  const ids = members.flatMap(([, pupils]) => pupils.map(({ id }) => id));
  const where = { pupilId: In(ids), year, kind: 'periodic' as const };
  const bilans = ids.length === 0 ? [] : await db.repository(BilanRow).find({ select: COLUMNS, where });
  const known = await knownCatalogues(bilans, catalogues, db);
  const words = await returnedWords(
    db,
    bilans.filter(({ state }) => state === 'draft' || state === 'ready').map(({ id }) => id),
  );
  const classIds = bilans.map(({ classId }) => classId);
  const off = await offLinesByPeriod(db, classIds, [...new Set(bilans.map(({ period }) => period))]);
  const classes = members.map(([group, pupils]) => ({
    group,
    pupils,
    periods: periods.map((period): TaughtPeriod => {
      const own = bilans.filter((one) => one.period === period.period && pupils.some(({ id }) => id === one.pupilId));
      const lines = { catalogues: known, off: off.get(period.period) ?? new Map<string, readonly string[]>() };
      return {
        period,
        isOpen: own.length > 0,
        progress: classProgress(own, pupils.length - own.length, lines),
        bilans: own,
        returned: words.flatMap((word) => {
          const bilan = own.find(({ id }) => id === word.bilanId);
          return bilan ? [{ ...word, pupil: pupils.find(({ id }) => id === bilan.pupilId) }] : [];
        }),
      };
    }),
  }));
  return { classes, current };
}

/** Why a bilan is a draft again: the head sent it back, or unlocked it. */
interface ReturnedWord {
  readonly bilanId: string;
  readonly what: 'sentBack' | 'reopened' | 'unlocked';
  /** The name of the head on that day. */
  readonly by: string;
  readonly word: string;
  readonly at: Date;
}

/** The word of the head about each of these bilans that came back and was not signed since. */
async function returnedWords(db: SchoolDatabase, bilanIds: readonly string[]): Promise<ReturnedWord[]> {
  if (bilanIds.length === 0) return [];
  const traces = await db.repository(TraceRow).find({
    where: { bilanId: In([...bilanIds]), what: In([...STEPS]) },
    order: { at: 'ASC', id: 'ASC' },
  });
  const last = new Map(traces.map((trace) => [trace.bilanId, trace]));
  return [...last.values()].flatMap(({ bilanId, what, personName, word, at }) =>
    what === 'sentBack' || what === 'reopened' || what === 'unlocked'
      ? [{ bilanId, what, by: personName ?? '', word: word ?? '', at }]
      : [],
  );
}
