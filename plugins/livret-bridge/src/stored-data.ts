// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from './brick-types.js';
import { BilanRow } from './store/bilan.entity.js';
import { HandedRow } from './store/handed.entity.js';

/** Says how many bilans nobody can read while the brick is off in the school, and how many wait to be published. */
export function registerStoredData({ describeStoredData }: Pick<LivretBrick, 'describeStoredData'>): void {
  describeStoredData(async ({ db, t }) => {
    const bilans = await db.repository(BilanRow).count();
    const waiting = await db.repository(BilanRow).count({ where: { state: 'visa' } });
    const handed = await db.repository(HandedRow).count();
    return [
      ...(bilans === 0 ? [] : [t('storedData.kept', { count: bilans })]),
      ...(waiting === 0 ? [] : [t('storedData.waiting', { count: waiting })]),
      ...(handed === 0 ? [] : [t('storedData.handed', { count: handed })]),
    ];
  });
}
