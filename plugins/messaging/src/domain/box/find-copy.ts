// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';

/** The copy that an address names; undefined once its owner has reported it. The host judges `ownerId`. */
export function findCopy({ params, db }: { params: { id: string }; db: SchoolDatabase }): Promise<CopyRow | undefined> {
  return db.repository(CopyRow).findOne({ where: { id: params.id, hiddenAt: IsNull() } });
}
