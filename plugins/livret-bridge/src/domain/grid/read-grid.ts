// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Group, type Member } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { offLinesOf, type OffLines } from '../periods/class-rows.js';
import { periodsOf } from '../periods/current-period.js';
import { followPupils } from '../periods/follow-pupils.js';
import { openBilans } from '../periods/open-bilans.js';
import { pupilsOf } from '../periods/pupils-of.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { PeriodRow } from '../../store/period.entity.js';
import type { GridPlace } from './grid-route.js';

/** A class in a period, with the pupils who are in it now. */
export interface ClassGrid {
  readonly group: Group;
  readonly period: PeriodRow;
  /** The period before in the same year. */
  readonly before: PeriodRow | undefined;
  /** Each pupil with their bilan, by family name. */
  readonly pupils: readonly { readonly pupil: Member; readonly bilan: BilanRow }[];
  readonly off: OffLines;
  /** The catalogues, with those of all these bilans. */
  readonly catalogues: Catalogues;
}

type Services = Pick<LivretRequest, 'db' | 'directory' | 'schoolYear' | 'access'>;

/** The class and the period of an address. @throws NotFoundError when the user does not write there, or the period is not open */
export async function classInPeriod(
  { db, schoolYear, access }: Pick<Services, 'db' | 'schoolYear' | 'access'>,
  { groupId, period: number }: GridPlace,
): Promise<Pick<ClassGrid, 'group' | 'period' | 'before'>> {
  const group = (await access.groups('write')).find(({ id, kind }) => id === groupId && kind === 'class');
  const periods = await periodsOf(db, schoolYear);
  const period = periods.find((one) => one.period === number);
  if (!group || !period) throw new NotFoundError('The class or the period is not open to this person.');
  return { group, period, before: periods.find((one) => one.period === number - 1) };
}

/** Opens the grid of a class: a pupil who has come since gets a bilan, and a pupil who has left is not listed. */
export async function readGrid(services: Services, catalogues: Catalogues, at: GridPlace): Promise<ClassGrid> {
  const { db, directory, schoolYear: year } = services;
  const place = await classInPeriod(services, at);
  const { groupId, period } = at;
  const pupils = await pupilsOf(directory, [place.group]);
  const opened = await openBilans({ db, catalogues }, { year, period }, pupils);
  const bilans = await followPupils({ db, directory, catalogues }, opened, pupils);
  const byPupil = new Map(bilans.map((bilan) => [bilan.pupilId, bilan]));
  const off = await offLinesOf(db, [groupId, ...bilans.map(({ classId }) => classId)], period);
  return {
    ...{ ...place, off },
    catalogues: await knownCatalogues(bilans, catalogues, db),
    pupils: pupils.flatMap((pupil) => {
      const bilan = byPupil.get(pupil.id);
      return bilan ? [{ pupil, bilan }] : [];
    }),
  };
}
