// SPDX-License-Identifier: EUPL-1.2
import { Not } from 'typeorm';
import { bytesOf } from './domain/quota/charge-tools.js';
import { SpaceRow, TOTAL } from './store/space.entity.js';
import { FILE, NodeRow } from './store/node.entity.js';
import { WorkRow } from './store/work.entity.js';
import type { FileShareBrick } from './brick-types.js';

/** Says how much stays in the school's spaces, where nobody can see it, while the brick is off. */
export function registerStoredData({ describeStoredData }: FileShareBrick): void {
  describeStoredData(async ({ db, t, format }) => {
    const count = await db.repository(NodeRow).count({ where: { rank: FILE } });
    const works = await db.repository(WorkRow).count({ where: { isDraft: false } });
    const where = { kind: Not<SpaceRow['kind']>(TOTAL) };
    const charged = await db.repository(SpaceRow).sum('usedBytes', { where });
    const bytes = charged - bytesOf({ cost: 0, nodes: await db.repository(SpaceRow).sum('nodes', { where }) });
    return [
      ...(count === 0 ? [] : [t('storedData.kept', { count, size: format.bytes(bytes) })]),
      ...(works === 0 ? [] : [t('storedData.works', { count: works })]),
    ];
  });
}
