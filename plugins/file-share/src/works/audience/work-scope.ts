// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { WorkRow } from '../../store/work.entity.js';

/** A work for the teachers and the head of its class. Pupils and guardians are shown parts, never the work. */
export interface WorkPlace extends ResourceScope {
  readonly id: string;
  readonly work: WorkRow;
}

/** `load` of each address of one work. */
export async function loadWork({
  params,
  db,
}: {
  readonly params: { readonly workId: string };
  readonly db: SchoolDatabase;
}): Promise<WorkPlace | undefined> {
  const work = await db.repository(WorkRow).findOne({ where: { id: params.workId } });
  return work && { id: work.id, groupId: work.groupId, visibleTo: ['teacher', 'head'], work };
}

/** The class of an address, to show its works or to hand one out. */
export const groupOf = ({ params }: { readonly params: { readonly groupId: string } }): string => params.groupId;
