// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';
import { dueInYear } from '../time/end-of-year.js';
import { WorkRow } from '../../store/work.entity.js';
import type { FindWorkTools } from './find-work.js';

interface BegunTools extends FindWorkTools {
  readonly user: Pick<CurrentUser, 'id'>;
}

/** The work that a form of a new work has begun: its person came back to the form, or sent it twice (ADR 125). */
export async function findBegun(
  groupId: string,
  formKey: string | undefined,
  { db, school, user }: BegunTools,
): Promise<WorkRow | undefined> {
  if (formKey === undefined) return undefined;
  const begun = await db.repository(WorkRow).findOne({ where: { addedBy: user.id, formKey, groupId } });
  return begun && dueInYear(begun, school);
}
