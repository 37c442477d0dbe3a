// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { z } from 'zod';
import { ConflictError, InputError } from '../../../api/errors.js';
import type { School } from '../../../api/people.js';
import { inForce } from '../../domain/activation/activation-rule.js';
import {
  inWordsOf,
  isAsChosen,
  WHOLE_SCHOOL,
  type ActivationChoice,
} from '../../domain/activation/activation-choice.js';
import { hasOnlyRunOut, rulesVersion } from '../../domain/activation/rules-version.js';
import { servedProfiles } from '../../domain/activation/served-profiles.js';
import type { HostContext } from '../../context/host-context.js';
import type { Clock } from '../../../api/log.js';
import type { ActivationService } from '../../domain/activation/activation-service.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { NoticeAction } from '../../../ui/shell.js';
import { brickText, hostTexts } from '../../http/send-page.js';
import { visitorOf } from '../../http/visitor.js';
import type { ReshowReason } from './brick-detail.js';
import { digestOf, NEW_RULE, readField, readFormWords, type FormWords } from './form-words.js';
import type { Asked } from './open-form.js';
import { reachedBy } from './proposed-rules.js';
import { faultsOf, readForm } from './read-form.js';

interface Place {
  readonly school: School;
  readonly brick: LoadedBrick;
  readonly actor: string;
}

/** The notice of a change; or why the page is shown again, with the choice kept in it. */
export type Outcome =
  | { readonly notice: string; readonly undo?: NoticeAction }
  | { readonly asked: Asked; readonly reason?: ReshowReason; readonly status?: number };

/**
 * A form switches the brick off; or on with a choice; or on for everybody, as before, or as before the last decision. The last three need a
 * body without any field of a choice: half a form must not mean them.
 */
const body = z.union([
  z.object({ on: z.literal('false') }),
  z.object({ on: z.literal('true'), where: z.enum(['school', 'groups']) }),
  z.strictObject({ on: z.literal('true'), seen: z.string().optional() }),
  z.strictObject({ on: z.literal('true'), again: z.literal('true'), seen: z.string().optional() }),
  z.strictObject({ on: z.literal('true'), undo: z.literal('true'), seen: z.string().min(1) }),
]);

/** A valid request to change a brick. */
interface Order {
  readonly on: boolean;
  /** On as before it was switched off. */
  readonly again: boolean;
  /** As before the last decision. */
  readonly undo: boolean;
  /** The id of a rule, `new`, or nothing. */
  readonly rule: string;
  /** Absent: everybody, from now on. */
  readonly choice?: ActivationChoice | undefined;
  readonly seen: string | undefined;
}

type DecisionServices = Pick<HostContext, 'activations' | 'clock' | 'directory'>;

/** Applies a form: `on` with a choice, `on` for everybody, off for one rule, off. @throws InputError for an invalid form */
export async function decideActivation(context: DecisionServices, request: Request, place: Place): Promise<Outcome> {
  const { activations, clock } = context;
  const fields: unknown = request.body;
  const { data } = body.safeParse(fields);
  if (!data) throw new InputError('Send "on" as true or false, and "where" for the audience.');
  const rule = readField(fields, 'rule');
  const words = 'where' in data ? readFormWords(fields) : undefined;
  const asked: Asked = words ? { rule, words, sent: true } : { rule: '' };
  const choice = words && (await choiceOf(context, place, words, rule));
  if (words && choice === undefined) return { asked };
  const shownDigest = readField(fields, 'shownDigest');
  if (words && shownDigest !== '' && shownDigest !== digestOf(words)) return { asked, reason: 'effectOutdated' };

  const order = {
    on: data.on === 'true',
    again: 'again' in data,
    undo: 'undo' in data,
    rule,
    choice,
    seen: readField(fields, 'seen') || undefined,
  };
  const before = order.again ? [] : await peopleOn(context, place);
  try {
    const done = order.on ? await switchOn(context, place, order) : await switchOff(activations, place, order);
    const left = done === 'schoolBricks.changed' ? new Set(await peopleOn(context, place)) : new Set();
    const count = before.filter((id) => !left.has(id)).length;
    const key = done === 'schoolBricks.changed' ? changedKey(count, choice) : done;
    const outcome = noticed(clock, request, place, key, { ...choice, count });
    return order.undo ? outcome : { ...outcome, undo: await undoOf(activations, request, place) };
  } catch (error) {
    if (error instanceof InputError) return { asked: { ...asked, faults: faultsOf(error) }, status: 400 };
    if (!(error instanceof ConflictError)) throw error;
    const reason = await whyLate(context, place, order, error);
    if (reason === 'done') return noticed(clock, request, place, 'schoolBricks.done');
    return { asked, reason, status: 409 };
  }
}

/** Undefined when it cannot be; the page says why. */
async function choiceOf(
  { directory, activations, clock }: DecisionServices,
  { school, brick }: Place,
  words: FormWords,
  rule: string,
): Promise<ActivationChoice | undefined> {
  const groups = await directory.groups(school.uai);
  const served = servedProfiles(brick);
  const target = (await activations.rules(school.uai, brick.id)).find(({ id }) => id === rule);
  const reading = readForm(words, { school, groups, served, now: clock.now() }, target);
  if ('faults' in reading) return undefined;
  return target ? inWordsOf(target, reading.choice, served) : reading.choice;
}

async function switchOff(
  activations: ActivationService,
  { school: { uai }, brick, actor }: Place,
  { rule, seen }: Order,
): Promise<HostKey> {
  if (rule === '') {
    await activations.disable(uai, brick.id, actor, seen);
    return 'schoolBricks.turnedOff';
  }
  await activations.endRule(uai, brick.id, rule, actor, seen);
  return 'schoolBricks.stopped';
}

async function switchOn(
  { activations, clock }: Pick<HostContext, 'activations' | 'clock'>,
  { school: { uai }, brick, actor }: Place,
  { again, undo, rule, choice, seen }: Order,
): Promise<HostKey> {
  if (undo) {
    await activations.undo(uai, brick.id, actor, seen);
    return 'schoolBricks.undone';
  }
  if (again) {
    await activations.restore(uai, brick.id, actor, seen);
    return 'schoolBricks.turnedOn';
  }
  const isFirst = (await activations.rules(uai, brick.id)).length === 0;
  const later = choice?.from != null && choice.from.getTime() > clock.now().getTime();
  if (choice && rule !== '' && rule !== NEW_RULE) await activations.change(uai, brick.id, rule, actor, choice, seen);
  else await activations.enable(uai, brick.id, actor, choice, seen);
  if (isFirst) return later ? 'schoolBricks.turnsOn' : 'schoolBricks.turnedOn';
  return later ? 'schoolBricks.changes' : 'schoolBricks.changed';
}

/**
 * Why a decision came too late: the rule already matches the choice; a double click; the rules cover the addition already;
 * another user was faster; or a rule expired.
 */
async function whyLate(
  { activations, clock }: Pick<HostContext, 'activations' | 'clock'>,
  { school: { uai }, brick, actor }: Place,
  { on, again, undo, rule, choice, seen }: Order,
  { details: { by, at } }: ConflictError,
): Promise<ReshowReason | 'done'> {
  const rules = await activations.rules(uai, brick.id);
  const now = clock.now();
  const version = rulesVersion(rules);
  const target = rules.find(({ id }) => id === rule);
  if (on && choice && target && (seen ?? version) === version && isAsChosen(target, choice, now)) return 'noChange';
  if (undo) return by === actor ? 'rulesChanged' : 'changedByOther';
  if (by === actor) {
    if (again && rules.length > 0) return 'done';
    const left = rule === '' ? rules : rules.filter(({ id }) => id === rule);
    const isDone = on ? rules.some((one) => isAsChosen(one, choice ?? WHOLE_SCHOOL, now)) : left.length === 0;
    if (isDone) return 'done';
  }
  if (seen === version && !again) return 'alreadyCovered';
  if (by === actor || (again && rules.length === 0)) return 'rulesChanged';
  const history = await activations.history(uai, brick.id);
  const ranOut = seen !== undefined && at instanceof Date && hasOnlyRunOut(seen, history, at, now);
  return ranOut ? 'rulesChanged' : 'changedByOther';
}

function changedKey(losing: number, choice: ActivationChoice | undefined): HostKey {
  if (losing > 0) return 'schoolBricks.changedLosing';
  return choice?.until ? 'schoolBricks.changedUntil' : 'schoolBricks.changed';
}

/** The ids of the people who have the brick now. */
async function peopleOn(
  { activations, directory, clock }: DecisionServices,
  { school, brick }: Place,
): Promise<string[]> {
  const now = clock.now();
  const rules = await activations.rules(school.uai, brick.id);
  const current = rules.filter((rule) => inForce(rule, now));
  const people = await reachedBy(directory, school, servedProfiles(brick), current);
  return [...new Set(people.map(({ id }) => id))];
}

/** The form that takes a decision back; refused when another user has decided since. */
async function undoOf(
  activations: ActivationService,
  request: Request,
  { school, brick }: Place,
): Promise<NoticeAction> {
  const rules = await activations.rules(school.uai, brick.id);
  const seen = rulesVersion(rules);
  return {
    label: hostTexts(request)('shell.undo'),
    url: `/admin/s/${school.uai}/bricks/${brick.id}`,
    fields: { on: 'true', [rules.length === 0 ? 'again' : 'undo']: 'true', seen },
  };
}

function noticed(
  clock: Clock,
  request: Request,
  { school, brick }: Place,
  key: HostKey,
  {
    from = null,
    until = null,
    count = 0,
  }: Partial<Pick<ActivationChoice, 'from' | 'until'>> & { readonly count?: number } = {},
): { readonly notice: string } {
  const { language } = visitorOf(request);
  const title = brickText(brick, 'title', language, false);
  const format = formatFor(language, school.timeZone, clock);
  const day = from ? format.day(from) : '';
  const lastDay = until ? format.day(new Date(until.getTime() - 1)) : '';
  return { notice: hostTexts(request)(key, { brick: title, day, lastDay, count }) };
}
