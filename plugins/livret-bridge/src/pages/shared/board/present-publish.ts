// SPDX-License-Identifier: EUPL-1.2
import { PUBLISH_HOURS, publishFieldsOf } from './publish-fields.js';
import type { BoardInput, BoardReader } from './board-input.js';
import type { PublishModel } from './board.model.js';

/** Days from the due day, or from today, to the day that the form proposes. */
const PROPOSED_DAYS = 7;
const DAY_MS = 86_400_000;

/** The card that publishes: what leaves, to how many, and when. */
export function presentPublish(
  { board, periods, period, typed }: BoardInput,
  { t, format, clock, school }: BoardReader,
): PublishModel {
  const now = clock.now();
  const row = periods.find((one) => one.period === period);
  const at = row?.publishAt ?? null;
  const due = new Date(`${row?.dueOn ?? ''}T12:00:00Z`).getTime();
  const proposed = new Date(Math.max(Number.isNaN(due) ? 0 : due, now.getTime()) + PROPOSED_DAYS * DAY_MS);
  const fields = typed ?? (at && at > now ? publishFieldsOf(at, school.timeZone) : undefined);
  const bilans = board.classes.flatMap((one) => one.bilans);
  const endorsed = bilans.filter(({ state }) => state === 'visa');
  const pupils = new Set((endorsed.length > 0 ? endorsed : bilans).map(({ pupilId }) => pupilId));
  const guardians = [...board.relations.childrenOf.values()].filter((all) => [...all].some((id) => pupils.has(id)));
  const isOver = at !== null && at <= now;
  return {
    state: at ? t(isOver ? 'publish.since' : 'publish.plannedFor', { when: format.dayAndTime(at) }) : undefined,
    ...{ isOver, isPlanned: at !== null && !isOver, problem: typed?.problem },
    day: fields?.day ?? publishFieldsOf(proposed, school.timeZone).day,
    hour: fields?.hour ?? '18',
    hours: PUBLISH_HOURS.map((value) => ({
      value,
      label: value === 'now' ? t('publish.now') : t('publish.hour', { hour: value }),
    })),
    points: {
      endorsed: endorsed.length === 0 ? t('publish.noneYet') : t('publish.endorsed', { count: endorsed.length }),
      guardians: t('publish.guardians', { count: guardians.length }),
    },
  };
}
