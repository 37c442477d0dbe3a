// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, Reply } from '@volee/core-adapter';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { enqueueJudging } from '../../domain/judging/judge-waiting.js';
import { boxHead } from '../shared/box-tabs.js';
import { HoursView } from './own-hours.view.js';
import { presentHours } from './own-hours.presenter.js';
import { HOURS_PATH } from '../../paths.js';
import type { StoredHours } from '../../domain/policy/decisions.js';
import { hoursOf } from '../../domain/policy/stored-decisions.js';
import { hoursFields, readHours, type Problem } from '../../domain/policy/hours.input.js';
import { typedValues, valuesOf, type TypedValues } from '../../domain/policy/typed-values.js';
import { PreferenceRow } from '../../store/preference.entity.js';

/** Registers the hours at which the messages of colleagues wait: each adult of the school chooses their own, and has none before. */
export function registerHours({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(HOURS_PATH, { access: 'chooseHours' }, (request) => hoursPage(valuesOf(new Map()), [], request));

  http.post(HOURS_PATH, { access: 'chooseHours', body: typedValues }, (request) => chooseHours(request.body, request));
}

async function hoursPage(
  typed: TypedValues,
  problems: readonly Problem[],
  request: MessagingRequest,
): Promise<PageReply> {
  const { db, user, t, page, asset } = request;
  const row = await db.repository(PreferenceRow).findOne({ where: { ownerId: user.id } });
  const model = await presentHours({ chosen: row && hoursOf(row.quietHours), typed, problems }, request);
  const head = await boxHead('hours', request);
  const content = <HoursView model={model} head={head} t={t} />;
  return page(t('hours.title'), content, {
    styles: [asset('messaging-rules.css')],
    ...(problems.length > 0 && { status: 400 }),
  });
}

async function chooseHours(typed: TypedValues, request: MessagingRequest): Promise<Reply> {
  const { t, redirect } = request;
  if (typed.text('use') !== 'own') {
    await keepHours(undefined, request);
    return redirect(HOURS_PATH, t('hours.removed'));
  }
  const nothing = { from: '', to: '', days: [], dates: [] };
  const { hours, problems } = readHours(hoursFields(typed, nothing));
  if (problems.length > 0) return hoursPage(typed, problems, request);
  await keepHours(hours, request);
  return redirect(HOURS_PATH, t('hours.saved'));
}

/** Messages that wait for the person are judged again by the new hours. */
async function keepHours(hours: StoredHours | undefined, { db, user, jobs }: MessagingRequest): Promise<void> {
  const ownerId = user.id;
  await db.transaction(async () => {
    const preferences = db.repository(PreferenceRow);
    await preferences.delete({ ownerId });
    if (hours) await preferences.insert([{ ownerId, quietHours: JSON.stringify(hours) }]);
    await enqueueJudging(jobs);
  });
}
