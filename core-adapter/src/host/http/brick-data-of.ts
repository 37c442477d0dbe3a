// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '../../api/personal-data.js';
import { brickDataIn, type BrickDataContext } from '../domain/bricks/brick-data-in.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import type { SchoolContext } from './school-context.js';

const dataOfVisits = new WeakMap<SchoolContext, Map<string, SchoolData>>();

/** The data of a brick in a visit: the same object for its page, its badge and its tasks, as `oncePerRequest` promises. */
export function brickDataOf(
  context: BrickDataContext,
  brick: Pick<ReadyBrick, 'id' | 'manifest'>,
  visit: SchoolContext,
): SchoolData {
  const ofBricks = dataOfVisits.get(visit) ?? new Map<string, SchoolData>();
  dataOfVisits.set(visit, ofBricks);
  const data = ofBricks.get(brick.id) ?? brickDataIn(context, brick, visit.school.uai);
  ofBricks.set(brick.id, data);
  return data;
}
