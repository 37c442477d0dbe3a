// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { z } from 'zod';
import { ConflictError, InputError } from '../../api/errors.js';
import type { School } from '../../api/people.js';
import type { ActivationChoice } from '../activation/activation-choice.js';
import { rulesVersion } from '../activation/rules-version.js';
import { servedProfiles } from '../activation/served-profiles.js';
import type { HostContext } from '../host-context.js';
import type { LoadedBrick } from '../loader/loaded-brick.js';
import type { HostKey } from '../locales/index.js';
import { brickText, hostTexts } from '../web/send-page.js';
import { visitorOf } from '../web/visitor.js';
import type { Comeback } from './brick-detail.js';
import { dayWords } from './day-words.js';
import { digestOf, NEW_RULE, readField, readFormWords, type FormWords } from './form-words.js';
import type { Asked } from './open-form.js';
import { faultsOf, readForm } from './read-form.js';

interface Place {
  readonly school: School;
  readonly brick: LoadedBrick;
  readonly actor: string;
}

/** What was done, in words; or why the page comes back, with what was chosen kept in it. */
export type Outcome =
  { readonly notice: string } | { readonly asked: Asked; readonly comeback?: Comeback; readonly status?: number };

const body = z.object({ on: z.enum(['true', 'false']), where: z.enum(['', 'school', 'groups']).default('') });

/** Does what a form says: `on` with a choice, `on` for everybody, off for one rule, off. @throws InputError without sense */
export async function decide(context: HostContext, request: Request, place: Place): Promise<Outcome> {
  const fields: unknown = request.body;
  const parsed = body.safeParse(fields);
  if (!parsed.success) throw new InputError('Say whether the brick is to be on: true or false.');
  const rule = readField(fields, 'rule');
  const seen = readField(fields, 'seen') || undefined;
  const words = parsed.data.on === 'true' ? readFormWords(fields) : undefined;
  const asked: Asked = words ? { rule, words } : { rule: '' };
  try {
    if (parsed.data.on === 'false') return noticed(request, place, await switchOff(context, place, rule, seen));
    const choice = words && (await choiceOf(context, place, words));
    if (words && choice === undefined) return { asked };
    const told = readField(fields, 'told');
    if (words && told !== '' && told !== digestOf(words)) return { asked, comeback: 'retold' };
    return noticed(request, place, await switchOn(context, place, rule, choice, seen), choice?.from);
  } catch (error) {
    if (error instanceof InputError) return { asked: { ...asked, faults: faultsOf(error) }, status: 400 };
    if (!(error instanceof ConflictError)) throw error;
    return { asked, comeback: await whyLate(context, place, seen), status: 409 };
  }
}

/** Undefined when it cannot be; the page says why. */
async function choiceOf(
  { directory, clock }: HostContext,
  { school, brick }: Place,
  words: FormWords,
): Promise<ActivationChoice | undefined> {
  const groups = await directory.groups(school.uai);
  const reading = readForm(words, { school, groups, served: servedProfiles(brick), now: clock.now() });
  return 'choice' in reading ? reading.choice : undefined;
}

async function switchOff(
  { activations }: HostContext,
  { school: { uai }, brick, actor }: Place,
  rule: string,
  seen: string | undefined,
): Promise<HostKey> {
  if (rule === '') {
    await activations.disable(uai, brick.id, actor, seen);
    return 'schoolBricks.turnedOff';
  }
  await activations.endRule(uai, brick.id, rule, actor, seen);
  return 'schoolBricks.stopped';
}

async function switchOn(
  { activations, clock }: HostContext,
  { school: { uai }, brick, actor }: Place,
  rule: string,
  choice: ActivationChoice | undefined,
  seen: string | undefined,
): Promise<HostKey> {
  const isFirst = (await activations.rules(uai, brick.id)).length === 0;
  const later = choice?.from != null && choice.from.getTime() > clock.now().getTime();
  if (choice && rule !== '' && rule !== NEW_RULE) await activations.change(uai, brick.id, rule, actor, choice, seen);
  else await activations.enable(uai, brick.id, actor, choice, seen);
  if (isFirst) return later ? 'schoolBricks.turnsOn' : 'schoolBricks.turnedOn';
  return later ? 'schoolBricks.changes' : 'schoolBricks.changed';
}

/** Somebody was faster, unless the page was up to date: then the rules cover already what was to be added. */
async function whyLate(
  { activations }: HostContext,
  { school, brick }: Place,
  seen: string | undefined,
): Promise<Comeback> {
  const isCurrent = seen === rulesVersion(await activations.rules(school.uai, brick.id));
  return isCurrent ? 'covered' : 'faster';
}

function noticed(request: Request, { school, brick }: Place, key: HostKey, from: Date | null = null): Outcome {
  const { language } = visitorOf(request);
  const title = brickText(brick, 'title', language, false);
  const day = from ? dayWords(language, school.timeZone, from)(from) : '';
  return { notice: hostTexts(request)(key, { brick: title, day }) };
}
