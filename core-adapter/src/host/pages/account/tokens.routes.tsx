// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response, Router } from 'express';
import express from 'express';
import { ForbiddenError } from '../../../api/errors.js';
import { DEFAULT_TIME_ZONE } from '../../domain/directory/default-time-zone.js';
import type { HostContext } from '../../context/host-context.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { formatFor } from '../../infra/i18n/format.js';
import { requireFreshLogin } from '../../http/login/require-fresh-login.js';
import { AccountTokenReadyView } from './account-token-ready.view.js';
import { AccountTokenRevokeView } from './account-token-revoke.view.js';
import { TOKENS_URL, TOKEN_ENDS, type TokenEnd } from './account-tokens.model.js';
import { AccountTokensView } from './account-tokens.view.js';
import { homeSchool } from '../../http/home-school.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { requirePerson } from '../../http/login/require-person.js';
import { schoolContext, type SchoolServices } from '../../http/school-context.js';
import { brickText, hostTexts, sendPage, type PageContext } from '../../http/send-page.js';
import { visitorOf, type VisitorPerson } from '../../http/visitor.js';
import { mayMakeTokens } from '../../http/may-make-tokens.js';
import { problemsOf, endAfterDays, type TokenChoice } from '../../domain/tokens/token-choice.js';
import { fieldOf, MOST_TOKENS, tokenProblemOf, type TokenProblem } from '../../domain/tokens/token-problem.js';
import { presentToken, revokeUrlOf } from './tokens.presenter.js';
import { redirectWithNotice } from '../../http/redirect-with-notice.js';
import { textOf } from '../../http/read-query.js';

const EMPTY_FORM: SentForm = { name: '', brickIds: [], end: '365' };

/** `/account/tokens`: lists, makes and revokes the access tokens of a person. */
export function tokensRoutes(context: HostContext): Router {
  const { tokens, directory, clock, authProvider } = context;
  const router = express.Router();
  router.use(TOKENS_URL, requirePerson(context), requireFreshLogin(context));
  router.use(TOKENS_URL, express.urlencoded({ extended: false }));

  router.get(TOKENS_URL, (request, response) => sendList(context, request, response, EMPTY_FORM, []));

  router.post(TOKENS_URL, async (request, response) => {
    const person = personOf(request);
    if (!mayMakeTokens(person)) throw new ForbiddenError('Persons that are only pupils cannot create tokens.');
    const visit = await homeSchool(context, request);
    const form = readTokenForm(request.body);
    const now = clock.now();
    const choice = choiceOf(form, visit?.school.timeZone ?? DEFAULT_TIME_ZONE, now);
    const problems = problemsOf(choice, now);
    const personBricks = await bricksOf(context, request, person);
    if (form.brickIds.some((id) => !personBricks.has(id))) problems.push('unknownBrick');
    if (problems.length > 0) return sendList(context, request, response, form, problems);

    let made: Awaited<ReturnType<typeof tokens.create>>;
    try {
      made = await tokens.create(person.id, choice, person.id);
    } catch (error) {
      const problem = tokenProblemOf(error);
      if (!problem) throw error;
      return sendList(context, request, response, form, [problem]);
    }
    const login = (await directory.loginOf(person.id, authProvider?.source)) ?? '';
    const t = hostTexts(request, visit);
    // The answer is not a redirect, since the secret is kept nowhere. A reload sends the form again, and the name is taken by then.
    const content = <AccountTokenReadyView model={{ name: made.name, secret: made.secret, login }} t={t} />;
    await sendPage(context, request, response, { title: t('tokens.readyTitle'), content, visit, status: 201 });
  });

  router.get(`${TOKENS_URL}/:id/revoke`, async (request, response) => {
    const token = await tokens.find(request.params.id, personOf(request).id);
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const titles = titlesIn(context.bricks, request);
    const bricks = token.brickIds.map((id) => titles.get(id) ?? id).join(', ');
    const model = { name: token.name, bricks, action: revokeUrlOf(token.id) };
    const content = <AccountTokenRevokeView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('tokens.revokeTitle'), content, visit });
  });

  router.post(`${TOKENS_URL}/:id/revoke`, async (request, response) => {
    const { id } = personOf(request);
    const { name } = await tokens.revoke(request.params.id, id, id);
    await redirectWithNotice(request, response, TOKENS_URL, hostTexts(request)('tokens.revoked', { name }));
  });

  return router;
}

/** @throws NotFoundError to a person who has no token and may make none */
async function sendList(
  context: PageContext & SchoolServices & Pick<HostContext, 'clock' | 'tokens'>,
  request: Request,
  response: Response,
  form: SentForm,
  problems: readonly TokenProblem[],
): Promise<void> {
  const person = personOf(request);
  const held = await context.tokens.listOf(person.id);
  const may = mayMakeTokens(person);
  if (!may && held.length === 0) throw hiddenNotFound('the person is only a pupil and cannot create tokens');

  const visit = await homeSchool(context, request);
  const t = hostTexts(request, visit);
  const now = context.clock.now();
  const format = formatFor(visitorOf(request).language, visit?.school.timeZone ?? DEFAULT_TIME_ZONE, context.clock);
  const words = { t, format, titles: titlesIn(context.bricks, request), now };
  const lines = held.map((token) => presentToken(token, words));
  const full = may && lines.filter(({ ended }) => !ended).length >= MOST_TOKENS;
  const personBricks = await bricksOf(context, request, person);
  const bricks = [...personBricks].map(([value, label]) => ({ value, label, checked: form.brickIds.includes(value) }));
  const errors = Object.fromEntries(
    [...problems].reverse().map((problem) => [fieldOf(problem), t(`tokens.problem.${problem}`)]),
  );
  const model = { tokens: lines, form: may && !full ? { ...form, bricks, errors } : undefined, full };
  const content = <AccountTokensView model={model} t={t} />;
  const status = problems.length > 0 ? 400 : 200;
  await sendPage(context, request, response, { title: t('tokens.title'), content, visit, status });
}

function personOf(request: Request): VisitorPerson {
  const { person } = visitorOf(request);
  if (!person) throw new Error('a token was requested without a session');
  return person;
}

/** The bricks that a person can open in any school: titles by id. */
async function bricksOf(
  context: SchoolServices,
  request: Request,
  person: VisitorPerson,
): Promise<Map<string, string>> {
  const visits = person.schools.flatMap(({ school }) => schoolContext(context, person, school.uai) ?? []);
  const ids = new Set((await Promise.all(visits.map((visit) => visit.bricks()))).flat().map(({ id }) => id));
  return new Map([...titlesIn(context.bricks, request)].filter(([id]) => ids.has(id)));
}

function titlesIn(bricks: readonly LoadedBrick[], request: Request): Map<string, string> {
  const { language } = visitorOf(request);
  return new Map(bricks.map((brick) => [brick.id, brickText(brick, 'title', language, false)]));
}

interface SentForm {
  readonly name: string;
  readonly brickIds: readonly string[];
  readonly end: TokenEnd;
}

/** Values that the form never sends are read as no choice. */
function readTokenForm(body: unknown): SentForm {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const bricks = [sent['bricks']].flat().filter((one): one is string => typeof one === 'string');
  const end = TOKEN_ENDS.find((one) => one === sent['end']) ?? EMPTY_FORM.end;
  return { name: textOf(sent, 'name'), brickIds: bricks, end };
}

function choiceOf({ name, brickIds, end }: SentForm, timeZone: string, now: Date): TokenChoice {
  return { name, brickIds, endsAt: end === 'never' ? null : endAfterDays(Number(end), timeZone, now) };
}
