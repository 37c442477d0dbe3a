// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import { z, type ZodType } from 'zod';
import type { Belonging } from '../../api/access.js';
import { ForbiddenError, InputError, NotFoundError } from '../../api/errors.js';
import type { IncomingFile, Reply } from '../../api/http.js';
import { askerAccess, type JudgedAccess } from '../access/asker-access.js';
import { schoolDatabase } from '../database/school-repository.js';
import type { HostContext } from '../host-context.js';
import { formatFor } from '../i18n/format.js';
import { translator } from '../i18n/translate.js';
import type { LoadedBrick, ReadyBrick } from '../loader/loaded-brick.js';
import type { AnyInput, AnyRequest, BrickRoute } from './brick-route.js';
import { readFiles } from './read-files.js';
import { requirePerson } from './require-person.js';
import { visitSchool, type SchoolVisit } from './school-visit.js';
import { sendError } from './send-error.js';
import { sendPage } from './send-page.js';
import { visitorOf } from './visitor.js';

/** The largest form without files, in bytes. */
const FORM_LIMIT = 100_000;

/** Serves a brick below `/s/<UAI>/<id>`: only in a school of the person, and only where it is on for him. */
export function serveBrick(context: HostContext, brick: LoadedBrick): Router {
  const router = express.Router({ mergeParams: true });
  const visits = new WeakMap<Request, SchoolVisit>();
  router.use(
    requirePerson(context),
    express.urlencoded({ extended: false, limit: FORM_LIMIT }),
    async (request, response, next) => {
      const visit = await visitBrick(context, request, brick);
      visits.set(request, visit);
      request.session.uai = visit.school.uai;
      if (brick.state === 'failed') return sendError(context, request, response, 'brickFailed');
      next();
    },
  );
  if (brick.state === 'failed') return router;

  for (const route of brick.routes) {
    router[route.method](route.path, async (request, response) => {
      const visit = visits.get(request) ?? (await visitBrick(context, request, brick));
      const brickRequest = await authorise(context, brick, route, request, visit);
      await sendReply(context, brick, visit, request, response, await route.handler(brickRequest));
    });
  }
  return router;
}

/** @throws NotFoundError in a school that is not the person's, and where the brick is off for him (T8, T9) */
async function visitBrick(context: HostContext, request: Request, brick: LoadedBrick): Promise<SchoolVisit> {
  const { person } = visitorOf(request);
  const visit = person && visitSchool(context, person, String(request.params['uai']));
  const on = visit && (await visit.bricks()).some(({ id }) => id === brick.id);
  if (!on) throw new NotFoundError('The brick is not there for this person.', { brick: brick.id });
  return visit;
}

/** Reads the input, and lets through only who may. @throws NotFoundError, ForbiddenError, InputError */
async function authorise(
  context: HostContext,
  brick: ReadyBrick,
  route: BrickRoute,
  request: Request,
  visit: SchoolVisit,
): Promise<AnyRequest> {
  const access = askerAccess(brick.manifest.permissions ?? {}, visit.asker, visit.ties);
  refuseUnless(await access.judge(route.access));

  const input = {
    params: parse(route.params, request.params, 'address'),
    query: parse(route.query, request.query, 'address'),
    body: parse(route.body, request.body, 'form'),
    db: schoolDatabase(context.database.unitOfWork, brick.manifest.entities ?? [], visit.school.uai),
  } as AnyInput;

  const resource = route.load && (await route.load(input));
  if (route.load && !resource) throw new NotFoundError('There is no such thing here.');
  const belonging: Belonging | undefined = resource ?? (route.group && { groupId: route.group(input), ownerId: null });
  if (belonging) refuseUnless(await access.judge(route.access, belonging));
  return toBrickRequest(context, brick, route, request, visit, access, input, resource);
}

function refuseUnless(judgement: Awaited<ReturnType<JudgedAccess['judge']>>): void {
  if (judgement === 'unknown') throw new NotFoundError('There is no such thing here.');
  if (judgement === 'forbidden') throw new ForbiddenError('The person may not do this here.');
}

function parse(schema: ZodType | undefined, value: unknown, where: 'address' | 'form'): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  // A malformed id in an address is an address at which there is nothing.
  if (where === 'address') throw new NotFoundError('There is nothing at this address.');
  const { fieldErrors } = z.flattenError(parsed.error);
  const fields = Object.entries<string[] | undefined>(fieldErrors).map(
    ([name, texts]) => [name, texts?.join(' ') ?? ''] as const,
  );
  throw new InputError(
    `The form cannot be read: ${fields.map(([name, text]) => `${name}: ${text}`).join('; ')}`,
    Object.fromEntries(fields),
  );
}

function toBrickRequest(
  context: HostContext,
  { id, manifest }: ReadyBrick,
  route: BrickRoute,
  request: Request,
  { school, asker }: SchoolVisit,
  access: JudgedAccess,
  input: AnyInput,
  resource: Belonging | undefined,
): AnyRequest {
  const { language } = visitorOf(request);
  const { clock, directory, auditTrail } = context;
  return {
    ...input,
    resource: resource as undefined,
    files: route.upload ? readFiles(request, route.upload.maxFiles) : noFiles(),
    school,
    asker,
    access,
    storage: context.storage.forSchool(id, school.uai),
    people: { names: (ids) => directory.names(school.uai, ids) },
    audit: (action, subject, work) => auditTrail.record({ actor: asker.id, uai: school.uai, action, subject }, work),
    clock,
    log: context.log,
    t: translator(manifest.locales, language, asker.profiles.includes('pupil')),
    format: formatFor(language, school.timeZone, clock),
    url: (path) => addressOf(school.uai, id, path),
    asset: (name) => context.assets.url(id, name),
    page: (title, content, options = {}) => ({ kind: 'page', title, content, options }),
    redirect: (path, notice) => ({ kind: 'redirect', path, ...(notice !== undefined && { notice }) }),
  };
}

function addressOf(uai: string, brickId: string, path: string): string {
  return `/s/${uai}/${brickId}/${path.replace(/^\/+/, '')}`;
}

async function* noFiles(): AsyncGenerator<IncomingFile> {}

async function sendReply(
  context: HostContext,
  brick: ReadyBrick,
  visit: SchoolVisit,
  request: Request,
  response: Response,
  reply: Reply,
): Promise<void> {
  switch (reply.kind) {
    case 'page':
      return sendPage(context, request, response, {
        title: reply.title,
        content: reply.content,
        scripts: reply.options.scripts ?? [],
        visit,
        current: brick.id,
      });
    case 'redirect':
      if (reply.notice !== undefined) request.session.notice = reply.notice;
      return response.redirect(303, addressOf(visit.school.uai, brick.id, reply.path));
    case 'json':
      response.status(reply.status).set('Cache-Control', 'no-store').json(reply.value);
      return;
    case 'download':
      return sendDownload(response, reply);
  }
}

/** What people uploaded must never run with our origin's rights: an attachment, of no type, in a sandbox. */
async function sendDownload(
  response: Response,
  file: { name: string; bytes: number; content: Readable },
): Promise<void> {
  response.attachment(file.name).set({
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(file.bytes),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  });
  await pipeline(file.content, response);
}
