// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { ensurePeriods } from './ensure-periods.js';
import { openBilans } from './open-bilans.js';
import { pupilsOf } from './pupils-of.js';

/** Opens a period for all classes of the school that have the livret. @returns the number of bilans in it; undefined when the year has no such period */
export async function openForSchool(
  period: number,
  catalogues: Catalogues,
  { db, directory, access, schoolYear: year }: Pick<LivretRequest, 'db' | 'directory' | 'access' | 'schoolYear'>,
): Promise<number | undefined> {
  const periods = await ensurePeriods(db, year);
  if (!periods.some((one) => one.period === period)) return undefined;
  const classes = (await access.groups('visa')).filter((group) => group.kind === 'class' && access.isOnFor(group));
  const pupils = await pupilsOf(directory, classes);
  const bilans = await openBilans({ db, catalogues }, { year, period }, pupils);
  return bilans.length;
}
