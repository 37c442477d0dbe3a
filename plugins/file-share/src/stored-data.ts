// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from './brick-types.js';
import { FileRow } from './file.entity.js';

/** Says how much stays in the school's spaces, where nobody can see it, while the brick is off. */
export function registerStoredData({ describeStoredData }: FileShareBrick): void {
  describeStoredData(async ({ db, t, format }) => {
    const files = db.repository(FileRow);
    const count = await files.count();
    if (count === 0) return [];
    return [t('storedData.kept', { count, size: format.bytes(await files.sum('bytes')) })];
  });
}
