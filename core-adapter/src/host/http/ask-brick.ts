// SPDX-License-Identifier: EUPL-1.2
import { performance } from 'node:perf_hooks';
import type { ZodType } from 'zod';
import type { Language } from '../../api/i18n.js';
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

/** A question to one brick, and the shape of its answer. */
export interface Question<R> {
  readonly brick: ReadyBrick;
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly part: 'tasks' | 'news' | 'places' | 'begin' | 'badge' | 'week' | 'ofChildren';
  readonly schema: ZodType<R>;
}

/** The answer of a brick; undefined when it has no such part, throws, or takes too long: a page never waits for a brick. */
export async function askBrick<R>(context: PortalServices, question: Question<R>): Promise<R | undefined> {
  const { brick, visit, language, part, schema } = question;
  const answer = part === 'ofChildren' ? brick.portal?.ofChildren?.things : brick.portal?.[part];
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
