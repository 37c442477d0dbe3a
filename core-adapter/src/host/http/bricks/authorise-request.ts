// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { z, type ZodType } from 'zod';
import type { ResourceScope } from '../../../api/access.js';
import type { Audit, Audited, AuditSubject } from '../../../api/audit.js';
import { ForbiddenError, InputError, UnavailableError } from '../../../api/errors.js';
import { userAccess, type JudgedAccess } from '../../domain/access/user-access.js';
import type { HostContext } from '../../context/host-context.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { handOver } from '../../domain/hand-over/hand-over.js';
import { livePublisher } from '../../domain/live/live-publisher.js';
import { authenticatedAt } from '../login/require-fresh-login.js';
import type { FormReader } from './read-form.js';
import { brickDataOf } from '../brick-data-of.js';
import { brickAddress } from './brick-address.js';
import { joinedFields } from './joined-address.js';
import type { AnyInput, AnyRequest, BrickRoute } from '../../domain/bricks/brick-route.js';
import { schoolYearOf } from '../../domain/directory/school-year.js';
import { localClock } from '../../infra/i18n/local-clock.js';
import { readingServices } from '../reading-services.js';
import { hiddenNotFound } from '../hidden-not-found.js';
import type { SchoolContext } from '../school-context.js';
import { visitorOf } from '../visitor.js';

/** The services that authorise a request of a brick, and those that its handler gets. */
export type BrickRequestContext = Pick<
  HostContext,
  | 'assets'
  | 'auditTrail'
  | 'authProvider'
  | 'clock'
  | 'database'
  | 'directory'
  | 'pendingPgts'
  | 'jobs'
  | 'limits'
  | 'live'
  | 'storage'
>;

/** Validates the input and checks that the user may use the route. @throws NotFoundError, ForbiddenError, InputError */
export async function authoriseRequest(
  context: BrickRequestContext,
  brick: ReadyBrick,
  route: BrickRoute,
  request: Request,
  visit: SchoolContext,
  form: Pick<FormReader, 'fields' | 'files'>,
): Promise<AnyRequest> {
  const access = await requireAccess(brick, route, visit);

  const { db, storage } = brickDataOf(context, brick, visit);
  const { school } = visit;
  const { directory } = context;
  const clock = localClock(context.clock, school.timeZone);
  const address = {
    params: parse(route.params, request.params, 'address'),
    query: route.query && parse(route.query, await joinedFields(context, request.query, visit), 'address'),
  };
  const fields = route.body && (await joinedFields(context, await form.fields(), visit));
  const input = {
    ...address,
    body: parse(route.body, withLineFeeds(fields), 'form'),
    ...{ db, school, clock, schoolYear: schoolYearOf(clock.now(), school.timeZone) },
    directory: directory.inSchool(school),
  } as AnyInput;

  const resource = route.load && (await route.load(input));
  if (route.load && !resource) throw hiddenNotFound('what the address names was not found');
  const scope: ResourceScope | undefined = resource ?? (route.group && { groupId: route.group(input) });
  if (scope) refuseUnless(await access.judge(route.access, scope));
  const given = { ...input, resource: resource as undefined, files: form.files };
  return { ...given, storage, ...requestServices(context, brick, request, visit, access) };
}

/** The user's access in the brick, if the route's permission holds somewhere in the school. @throws NotFoundError, ForbiddenError */
export async function requireAccess(
  brick: ReadyBrick,
  { access }: BrickRoute,
  visit: SchoolContext,
): Promise<JudgedAccess> {
  const judged = userAccess(brick.manifest.permissions ?? {}, visit.user, visit.relations);
  refuseUnless(await judged.judge(access));
  return judged;
}

function refuseUnless(judgement: Awaited<ReturnType<JudgedAccess['judge']>>): void {
  if (judgement === 'unknown') throw hiddenNotFound('the person may not know of it');
  if (judgement === 'forbidden') throw new ForbiddenError('The person may not do this here.');
}

function parse(schema: ZodType | undefined, value: unknown, where: 'address' | 'form'): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  // A malformed id in an address is answered like an address without a page.
  if (where === 'address') throw hiddenNotFound('the address cannot be read');
  const { fieldErrors } = z.flattenError(parsed.error, (issue) =>
    isSentTwice(issue, value) ? SENT_TWICE : issue.message,
  );
  const fields = Object.entries<string[] | undefined>(fieldErrors).map(
    ([name, texts]) => [name, texts?.join(' ') ?? ''] as const,
  );
  throw new InputError(`The form cannot be read: ${fields.map(([name, text]) => `${name}: ${text}`).join('; ')}`, {
    fields: Object.fromEntries(fields),
  });
}

/**
 * The fields with lines that end in "\n": browsers send "\r\n", while `maxLength` counts one character for it (HTML, API value of a
 * textarea). Without this a text of the greatest length allowed is refused.
 */
function withLineFeeds(fields: unknown): unknown {
  const ends = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.map(ends) : ends(value)]),
  );
}

const SENT_TWICE = 'It was sent more than once.';

/** Whether a field that takes one value has several: the message of zod would speak of types. */
function isSentTwice({ code, path }: z.core.$ZodIssue, form: unknown): boolean {
  if (code !== 'invalid_type' && code !== 'invalid_value') return false;
  const sent = Object.entries(form ?? {}).find(([name]) => name === path[0]);
  return path.length === 1 && Array.isArray(sent?.[1]);
}

/** The services that the host gives to each request of a brick. */
function requestServices(
  context: BrickRequestContext,
  brick: ReadyBrick,
  request: Request,
  visit: SchoolContext,
  access: JudgedAccess,
): Omit<AnyRequest, 'params' | 'query' | 'body' | 'db' | 'resource' | 'files' | 'storage'> {
  const { id } = brick;
  const { school, user } = visit;
  const { language } = visitorOf(request);
  return {
    ...readingServices(context, brick, visit, language, access),
    authenticatedAt: authenticatedAt(context, request),
    ticketFor: (service) => ticketFor(context, request, service),
    live: livePublisher(context, id, school.uai),
    jobs: context.jobs.outbox(brick, school.uai),
    handOver: handOver(
      {
        ...{ unitOfWork: context.database.unitOfWork, clock: context.clock, auditTrail: context.auditTrail },
        jobsIn: (uai) => context.jobs.outbox(brick, uai),
      },
      { brick, school, user },
    ),
    audit: auditOf(context, visit),
    url: (path) => brickAddress(school.uai, id, path),
    asset: (name) => context.assets.url(id, name),
    page: (title, content, options = {}) => ({ kind: 'page', title, content, options }),
    redirect: (path, notice, undo) => ({
      kind: 'redirect',
      path,
      ...(notice !== undefined && { notice, ...(undo && { undo }) }),
    }),
  };
}

function auditOf({ auditTrail, limits }: BrickRequestContext, { user, school }: SchoolContext): Audit {
  function audit<R>(action: string, asked: AuditSubject, work: () => Promise<Audited<R>>): Promise<R>;
  function audit(action: string, subject: AuditSubject): Promise<void>;
  function audit<R>(action: string, subject: AuditSubject, work?: () => Promise<Audited<R>>): Promise<R | void> {
    const audited = { actor: user.id, uai: school.uai, action, subject };
    return work ? auditTrail.record(audited, work, { limit: limits.transaction }) : auditTrail.note(audited);
  }
  return audit;
}

/** A ticket for another service in the name of the signed-in user. @throws UnavailableError when the SSO gives none */
async function ticketFor(
  { authProvider, pendingPgts }: Pick<HostContext, 'authProvider' | 'pendingPgts'>,
  { session }: Request,
  service: string,
): Promise<string> {
  const grant = session.grant === undefined ? undefined : pendingPgts.reveal(session.grant);
  if (!authProvider?.proxying || grant === undefined)
    throw new UnavailableError('The SSO has not let Volée speak for this person at other services.', {
      remedy:
        'Set "proxyTickets" in the settings of cas-bridge, see that the SSO reaches /cas/proxy, and let the person log in again.',
    });
  return authProvider.proxying.ticketFor(grant, service);
}
