// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { lastDayBefore, readBilanEnds } from '../../../domain/bilan/kept-until.js';
import type { BilanRow } from '../../../store/bilan.entity.js';

/** « L’école garde ce bilan jusqu’au 31 juillet 2029. » */
export async function keptLine(
  bilan: Pick<BilanRow, 'pupilId' | 'level' | 'year'>,
  { db, t, format }: Pick<LivretRequest, 'db' | 't' | 'format'>,
  catalogues: Catalogues,
): Promise<string> {
  const endOf = await readBilanEnds([bilan.pupilId], db, catalogues);
  return t('read.keptUntil', { day: format.day(lastDayBefore(endOf(bilan))) });
}
