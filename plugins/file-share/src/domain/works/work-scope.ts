// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '@volee/core-adapter';
import type { WorkRow } from '../../store/work.entity.js';
import { findWork, type FindWorkTools } from './find-work.js';

/** A work for the teachers and the head of its class. Pupils and guardians are shown parts, never the work. */
export interface WorkPlace extends ResourceScope {
  readonly id: string;
  readonly work: WorkRow;
}

/** `load` of each address of one work. */
export async function loadWork({
  params,
  ...tools
}: FindWorkTools & { readonly params: { readonly workId: string } }): Promise<WorkPlace | undefined> {
  const work = await findWork(params.workId, tools);
  return work && { id: work.id, groupId: work.groupId, visibleTo: ['teacher', 'head'], work };
}

/** The class of an address, to show its works or to hand one out. */
export const groupOf = ({ params }: { readonly params: { readonly groupId: string } }): string => params.groupId;
