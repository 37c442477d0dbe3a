// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';
import { usesByNumber, type Uses } from './count-uses.js';

interface ReleaseTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** Counts fewer files with these contents, in the transaction that deletes the files. Content without a file is removed a day later. */
export async function releaseContents(uses: Uses, { db, clock }: ReleaseTools): Promise<void> {
  const contents = db.repository(ContentRow);
  for (const { ids, files } of usesByNumber(uses)) {
    await contents.increment({ id: In(ids) }, { refs: -files });
    await contents.update({ id: In(ids), refs: 0, unusedSince: IsNull() }, { unusedSince: clock.now() });
  }
}
