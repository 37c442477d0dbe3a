// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { z } from 'zod';
import { ConflictError, InputError } from '../../../api/errors.js';
import type { HostContext } from '../../context/host-context.js';
import { DEFAULT_TIME_ZONE } from '../../domain/directory/default-time-zone.js';
import type { KeptPlace } from '../../domain/kept-texts/kept-texts.js';
import type { KeptField } from '../../domain/kept-texts/pack-fields.js';
import type { KeptFormContext } from '../kept-forms/show-kept-form.js';
import { requirePerson } from '../login/require-person.js';
import type { LoginPageContext } from '../login/go-to-sso.js';
import { hostTexts } from '../send-page.js';
import { withoutIds } from '../typed-in.js';
import { visitorOf } from '../visitor.js';
import { openPage } from '../kept-page.js';
import { keptSentences, timeZoneOf, type KeptSentences } from '../kept-words.js';

export const KEPT_URL = '/kept';

/** Longer than the longest text that is kept: 100,000 characters of up to 4 bytes, with their escapes. */
const LIMIT = '500kb';
const version = z.string().min(1).max(36);
const input = z.strictObject({
  page: z.string(),
  key: z.string(),
  do: z.enum(['keep', 'read', 'take', 'discard']),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(1000),
  version,
  after: z.array(version).max(50),
  isKnown: z.boolean(),
  age: z.number().min(0).default(0),
});

type Input = z.output<typeof input>;

/** `POST /kept`: `kept.js` keeps here what somebody types into a form, throws it away, reads the last text or takes another one on their behalf. */
export function keptTextsRoutes(
  context: KeptFormContext & LoginPageContext & Pick<HostContext, 'authProvider' | 'keptTexts' | 'seal' | 'clock'>,
): Router {
  const router = express.Router();
  router.post(KEPT_URL, requirePerson(context), express.json({ limit: LIMIT }), async (request, response) => {
    const { person, language } = visitorOf(request);
    const parsed = input.safeParse(request.body);
    const place =
      person && parsed.data && openPage(context, parsed.data.page, { personId: person.id, key: parsed.data.key });
    // The page is of another person, of another version of the host, or not ours.
    if (!place) throw new ConflictError('The text was not kept: its page is not of this person.');
    const zone = timeZoneOf(person, place.uai) ?? DEFAULT_TIME_ZONE;
    const say = keptSentences(hostTexts(request), language, zone, context.clock);
    response.set('Cache-Control', 'no-store').json(await answer(context, place, parsed.data, say));
  });
  return router;
}

/** The answer that `kept.js` reads. */
interface Answer {
  readonly state: 'kept' | 'other' | 'taken' | 'gone' | 'discarded';
  readonly said?: string;
  /** Says that another text may be taken. */
  readonly offer?: string;
  readonly fields?: readonly KeptField[];
  readonly version?: string;
}

async function answer(
  { keptTexts, clock }: Pick<HostContext, 'keptTexts' | 'clock'>,
  place: KeptPlace & { readonly names: readonly string[] },
  { do: act, ...sent }: Input,
  say: KeptSentences,
): Promise<Answer> {
  if (act === 'discard') {
    await keptTexts.discard(place, sent);
    return { state: 'discarded' };
  }
  if (act === 'read') {
    const kept = (await keptTexts.find(place.personId, [place.key])).get(place.key);
    if (!kept?.text || sent.after.includes(kept.version)) return { state: 'gone' };
    const { fields, at } = kept.text;
    return { state: 'taken', fields, version: kept.version, said: say.saved(at) };
  }
  if (act === 'take') {
    const taken = await keptTexts.take(place, sent);
    if (!taken) return { state: 'gone' };
    return { state: 'taken', fields: taken.fields, version: taken.version, said: say.saved(taken.at) };
  }
  const { names, ...where } = place;
  const unknown = sent.fields.find(([name]) => !names.includes(withoutIds(name)));
  if (unknown) throw new InputError('The text was not kept: its form has no such field.');
  const { before, offeredAt, isOldestGone } = await keptTexts.save(where, sent);
  const said = [say.saved(clock.now()), ...(isOldestGone ? [say.oldestGone] : [])].join(' ');
  return before
    ? { state: 'other', said, ...(before.text && { offer: say.other(before.text.at) }) }
    : { state: 'kept', said, ...(offeredAt && { offer: say.other(offeredAt) }) };
}
