// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, ForbiddenError, NotFoundError, type PageReply, type Reply } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { boxHead } from '../shared/box-tabs.js';
import { sureOf, type OpenForm } from './rule-form.presenter.js';
import { newestOf } from './pause.presenter.js';
import { presentRules, type Opened } from './rules.presenter.js';
import { RulesView } from './rules.view.js';
import {
  PAUSE_END_PATH,
  PAUSE_PATH,
  RULES_CHANGE_PATH,
  RULES_HOURS_PATH,
  RULES_PATH,
  RULES_WHOM_PATH,
} from '../../paths.js';
import { linePath, partOf, partPath, type RulesPart } from './rules-parts.js';
import { runningPauses } from '../../domain/policy/running-pauses.js';
import { endPause, startPause } from '../../domain/policy/start-pause.js';
import { decide } from '../../domain/policy/decide.js';
import { BreakerRow } from '../../store/breaker.entity.js';
import { readPauseFields } from '../../domain/policy/pause.input.js';
import { propose } from '../../domain/policy/propose.js';
import { readRules, type SchoolRules } from './read-rules.js';
import { ruleLineOf, type RuleLine } from '../../domain/policy/rule-lines.js';
import { typedValues, type TypedValues } from '../../domain/policy/typed-values.js';

const pauseId = z.object({ id: z.uuid() });

/** Registers the rules of the school, its quiet hours and its pauses, for its head. Each change counts from the next request on. */
export function registerRules({ http }: Pick<MessagingBrick, 'http'>): void {
  // On a phone the first page is the list alone. It was all three: an address of a form leads to its page.
  http.get(RULES_PATH, { access: 'manage', query: typedValues }, (request) => {
    const line = ruleLineOf(request.query.text('line'));
    return line ? request.redirect(linePath(line)) : partPage('pause', request, { isList: true });
  });

  http.get(PAUSE_PATH, { access: 'manage', query: typedValues }, (request) => partPage('pause', request));
  http.get(RULES_WHOM_PATH, { access: 'manage', query: typedValues }, (request) => partPage('whom', request));
  http.get(RULES_HOURS_PATH, { access: 'manage', query: typedValues }, (request) => partPage('hours', request));

  http.post(RULES_CHANGE_PATH, { access: 'manage', body: typedValues }, (request) =>
    changeRules(request.body, request),
  );

  http.post(PAUSE_PATH, { access: 'manage', body: typedValues }, (request) => pause(request.body, request));

  http.post(PAUSE_END_PATH, { access: 'manage', body: pauseId }, async (request) => {
    const { body, db, audit, user, redirect, t } = request;
    const row = await db.repository(BreakerRow).findOne({ where: { id: body.id } });
    if (!row) throw new NotFoundError('The school has no pause with this id.');
    if (row.isForAll) throw new ForbiddenError('A pause for all schools is ended by the platform.');
    const subject = { pause: row.id, profile: row.profile };
    const ended = await audit('messaging.pause.ended', subject, async () => {
      const result = await endPause(row, { profiles: 'all', by: user.id }, request);
      return { subject: result ? subject : null, result };
    });
    return redirect(PAUSE_PATH, t(ended ? 'pause.ended' : 'pause.endedBefore'));
  });
}

type PartRequest = MessagingRequest & { readonly query: TypedValues };

async function partPage(part: RulesPart, request: PartRequest, { isList = false } = {}): Promise<PageReply> {
  const rules = await readRules(request);
  return rulesPage(rules, { ...openedBy(part, request.query, rules, request), part, isList }, request);
}

/** The form that an address opens: `?line=pupil`, or `?line=pause`. With values it says what they would change. */
function openedBy(
  part: RulesPart,
  typed: TypedValues,
  rules: SchoolRules,
  { school }: MessagingRequest,
): Omit<Opened, 'part'> {
  const text = typed.text('line');
  if (text === 'pause') return { pause: { typed, problems: [] } };
  const line = ruleLineOf(text);
  if (!line || partOf(line) !== part) return {};
  const proposal = propose(line, typed, rules.inForce, school.kind);
  return { form: { line, typed, proposal, isPreview: typed.text('number') !== undefined } };
}

async function rulesPage(
  rules: SchoolRules,
  opened: Opened,
  request: MessagingRequest,
  status?: 400 | 409,
): Promise<PageReply> {
  const { t, page, asset } = request;
  const model = presentRules(rules, opened, await boxHead('rules', request), request);
  return page(t('box.rules'), <RulesView model={model} t={t} />, {
    styles: [asset('messaging-rules.css')],
    ...(status !== undefined && { status }),
  });
}

/** Changes rules. When two heads do so at once, the second one reads what is in force now, beside what they chose. */
async function changeRules(typed: TypedValues, request: MessagingRequest): Promise<Reply> {
  const { school, t, redirect } = request;
  const rules = await readRules(request);
  const line = ruleLineOf(typed.text('line'));
  if (!line) return rulesPage(rules, { part: 'whom' }, request, 400);
  const part = partOf(line);
  const proposal = propose(line, typed, rules.inForce, school.kind);
  const form: OpenForm = { line, typed, proposal, isPreview: true };
  if (proposal.problems.length > 0) return rulesPage(rules, { part, form }, request, 400);
  const seen = Number(typed.text('number'));
  if (seen !== rules.inForce.number) return conflictPage(form, request);
  if (proposal.changes.length === 0) return redirect(partPath(part), t('effect.none'));
  const isSure = proposal.changes.every(({ isWider }) => !isWider) || typed.text('sure') === sureOf(proposal.changes);
  if (!isSure) return rulesPage(rules, { part, form }, request, 400);
  try {
    await decide(proposal.decisions, seen, request);
  } catch (error) {
    if (error instanceof ConflictError) return conflictPage(form, request);
    throw error;
  }
  return redirect(partPath(part), t('rules.done'));
}

async function conflictPage(
  { line, typed }: { readonly line: RuleLine; readonly typed: TypedValues },
  request: MessagingRequest,
): Promise<PageReply> {
  const { school, t, format, directory } = request;
  const rules = await readRules(request);
  const { decidedBy, decidedAt } = rules.inForce;
  const name = decidedBy === null ? undefined : (await directory.persons([decidedBy])).get(decidedBy)?.displayName;
  const notice = t('rules.conflict', {
    who: name ?? t('rules.somebody'),
    when: decidedAt ? format.past(decidedAt) : '',
  });
  const proposal = propose(line, typed, rules.inForce, school.kind);
  const form = { line, typed, proposal, isPreview: true, notice };
  return rulesPage(rules, { part: partOf(line), form }, request, 409);
}

async function pause(typed: TypedValues, request: MessagingRequest): Promise<Reply> {
  const { school, clock, t, audit, user, redirect } = request;
  const { pause: given, problems } = readPauseFields(typed, { school, now: clock.now() });
  if (problems.length > 0) {
    return rulesPage(await readRules(request), { part: 'pause', pause: { typed, problems } }, request, 400);
  }
  const { profile, until } = given;
  const subject = { profile, until };
  const started = await audit('messaging.pause.started', subject, async () => {
    // A pause that another head has just started is not replaced by somebody who has not read about it.
    const seen = typed.text('seen');
    const running = await runningPauses(request);
    if (seen !== undefined && newestOf(running) !== seen) return { subject: null, result: undefined };
    const row = await startPause({ ...given, isForAll: false, startedBy: user.id }, request);
    return { subject, result: row && { id: row.id, isFirst: running.length === 0 } };
  });
  if (started) {
    // After a pause that took the place of another one, its end would not be as before.
    const undo = started.isFirst ? { path: PAUSE_END_PATH, fields: { id: started.id } } : undefined;
    return redirect(PAUSE_PATH, t('pause.started'), undo);
  }
  const rules = await readRules(request);
  const again = { typed, problems, notice: t('pause.conflict') };
  return rulesPage(rules, { part: 'pause', pause: again }, request, 409);
}
