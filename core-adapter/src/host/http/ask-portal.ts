// SPDX-License-Identifier: EUPL-1.2
import { performance } from 'node:perf_hooks';
import { z, type ZodType } from 'zod';
import type { Language } from '../../api/i18n.js';
import type { PortalTask } from '../../api/portal.js';
import type { HostContext } from '../context/host-context.js';
import { userAccess } from '../domain/access/user-access.js';
import type { AnyPortalRequest } from '../domain/bricks/brick-portal.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { parcelLists } from '../domain/hand-over/hand-over.js';
import { isInfrastructureFailure } from '../infra/database/is-infrastructure-failure.js';
import { asError } from '../infra/util/as-error.js';
import { inBrick } from '../infra/util/brick-scope.js';
import { TooSlowError, withTimeout } from '../infra/util/with-timeout.js';
import { brickDataOf } from './brick-data-of.js';
import { readingServices } from './reading-services.js';
import type { SchoolContext } from './school-context.js';

/** The services that bricks are asked with. */
export type PortalServices = Pick<HostContext, 'clock' | 'database' | 'directory' | 'limits' | 'storage' | 'troubles'>;

/** The maximum number of tasks of one brick. */
const MOST = 5;

const BADGE = z.int().nonnegative();
const TASKS = z.array(
  z.object({
    title: z.string().min(1),
    detail: z.string(),
    action: z.string().min(1),
    path: z.string().startsWith('/'),
    due: z.date().optional(),
  }),
);

/** A task with the brick and the school that it is from. */
export interface BrickTask extends PortalTask {
  readonly brick: ReadyBrick;
  readonly uai: string;
}

type Badges = ReadonlyMap<string, number>;

const badgesOfVisits = new WeakMap<SchoolContext, Promise<Badges>>();

/** The tasks of the user in a school. */
export async function tasksOf(context: PortalServices, visit: SchoolContext, language: Language): Promise<BrickTask[]> {
  const asked = (await visit.bricks()).map(async (brick) => {
    const tasks = await ask(context, { brick, visit, language, part: 'tasks', schema: TASKS });
    return (tasks ?? []).slice(0, MOST).map(({ due, ...task }) => ({
      ...task,
      ...(due && { due }),
      brick,
      uai: visit.school.uai,
    }));
  });
  return (await Promise.all(asked)).flat();
}

/** Sorts tasks by their time; tasks without one keep their order, at the end. */
export function nearestFirst(tasks: readonly BrickTask[]): BrickTask[] {
  return [...tasks].sort((one, other) => dueAt(one) - dueAt(other) || 0);
}

/** The badge of each brick that has one, by id; asked once for each visit. */
export function badgesOf(context: PortalServices, visit: SchoolContext, language: Language): Promise<Badges> {
  const badges = badgesOfVisits.get(visit) ?? askForBadges(context, visit, language);
  badgesOfVisits.set(visit, badges);
  return badges;
}

async function askForBadges(context: PortalServices, visit: SchoolContext, language: Language): Promise<Badges> {
  const bricks = (await visit.bricks()).filter(({ portal }) => portal?.badge);
  const asked = bricks.map(async (brick) => {
    const badge = await ask(context, { brick, visit, language, part: 'badge', schema: BADGE });
    return [brick.id, badge ?? 0] as const;
  });
  return new Map(await Promise.all(asked));
}

interface Question<R> {
  readonly brick: ReadyBrick;
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly part: 'tasks' | 'badge';
  readonly schema: ZodType<R>;
}

/** The answer of a brick; undefined when it has no such part, throws, or takes too long: a page never waits for a brick. */
async function ask<R>(context: PortalServices, question: Question<R>): Promise<R | undefined> {
  const { brick, visit, language, part, schema } = question;
  const answer = brick.portal?.[part];
  if (!answer) return undefined;
  const begun = performance.eventLoopUtilization();
  try {
    const inside = (await visit.inBrick(brick.id)) ?? visit;
    const request = portalRequest(context, brick, inside, language);
    const work = async (): Promise<unknown> => answer(request);
    return schema.parse(await withTimeout(context.limits.portal, () => inBrick({ id: brick.id }, work)));
  } catch (error) {
    // A lost database or a full disk is no error of the brick.
    if (isInfrastructureFailure(error)) return undefined;
    if (error instanceof TooSlowError && (isHostBusy(begun) || !(await isDatabaseQuick(context)))) return undefined;
    context.troubles.note(brick.id, error);
    brick.log.error(
      { school: visit.school.uai, err: asError(error) },
      `the page does without the ${part} of the brick`,
    );
    return undefined;
  }
}

/** The part of the time without a pause above which slowness is that of a crowd, such as many pages at once after an outage. */
const BUSY = 0.8;

function isHostBusy(begun: ReturnType<typeof performance.eventLoopUtilization>): boolean {
  return performance.eventLoopUtilization(begun).utilization > BUSY;
}

/** Whether the simplest statement takes a small part of the limit: else the database or the host is slow, not the brick. */
async function isDatabaseQuick({ database, limits }: Pick<PortalServices, 'database' | 'limits'>): Promise<boolean> {
  const ask = (): Promise<unknown> => database.unitOfWork.run((manager) => manager.query('SELECT 1'));
  return withTimeout(limits.portal / 3, ask).then(
    () => true,
    () => false,
  );
}

function portalRequest(
  context: PortalServices,
  brick: ReadyBrick,
  visit: SchoolContext,
  language: Language,
): AnyPortalRequest {
  const access = userAccess(brick.manifest.permissions ?? {}, visit.user, visit.relations);
  const { db } = brickDataOf(context, brick, visit);
  const reading = { unitOfWork: context.database.unitOfWork, clock: context.clock };
  const handOver = parcelLists(reading, { brick, school: visit.school, user: visit.user });
  return { db, handOver, ...readingServices(context, brick, visit, language, access) };
}

function dueAt({ due }: PortalTask): number {
  return due?.getTime() ?? Infinity;
}
