// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from './brick-types.js';
import { FileRow } from './file.entity.js';

/** Says how much stays in the school's spaces, where nobody can see it, while the brick is off. */
export function registerWhenOff({ whenOff }: FileShareBrick): void {
  whenOff(async ({ db, t, format }) => {
    const files = await db.repository(FileRow).find();
    if (files.length === 0) return [];
    const size = format.bytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
    return [t('whenOff.kept', { count: files.length, size })];
  });
}
