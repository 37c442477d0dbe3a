// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../brick-types.js';
import type { Readership } from '../../domain/board/readership.js';
import { isLeaving } from '../../domain/life/leaves-at.js';
import { capital } from '../../domain/periods/capital.js';
import { periodName } from '../../domain/periods/period-name.js';
import { boardOf, HOME_PATH, PUBLISH_PATH, publishNowOf } from '../../paths.js';
import type { PeriodRow } from '../../store/period.entity.js';
import { presentLeaving } from '../shared/board/leaving.presenter.js';
import type { PublishModel } from './publish.view.js';
import { PUBLISH_HOURS, publishFieldsOf, type PublishFields } from './publish.input.js';

/** Days from the due day, or from today, to the day that the form proposes. */
const PROPOSED_DAYS = 7;

const DAY_MS = 86_400_000;

export interface PublishFacts {
  readonly row: PeriodRow;
  readonly readership: Readership;
  /** The typed form, and the sentence beside it. */
  readonly typed?: (Pick<PublishFields, 'day' | 'hour'> & { readonly problem: string }) | undefined;
}

type Reader = Pick<LivretRequest, 't' | 'format' | 'url' | 'clock' | 'school'>;

export function presentPublish(facts: PublishFacts, reader: Reader): PublishModel {
  const { row, readership } = facts;
  const { t, format, url, clock } = reader;
  const at = row.publishAt;
  const now = clock.now();
  const leaving = isLeaving(at, now) && !row.outAt ? at : undefined;
  const planned = at && !row.outAt && !leaving ? at : undefined;
  const count = readership.bilans.length;
  const fields = fieldsOf(facts, reader);
  const today = clock.today();
  return {
    crumbs: publishCrumbs(row, t('publish.crumb'), reader),
    title: t(row.rhythm === 'P5' ? 'publish.pagePart' : 'publish.pageTerm', { period: periodName(row, t) }),
    lead: [
      t('board.day', { day: capital(format.weekdayAndDay(today)) }),
      count === 0
        ? t('publish.noneYet')
        : t('publish.ready', { count, classes: format.list(readership.classes.map(({ name }) => name)) }),
    ].join(' '),
    period: row.period,
    urls: { publish: url(PUBLISH_PATH), now: url(publishNowOf(row.period)), board: url(boardOf(row.period)) },
    over: row.outAt && at ? t('publish.since', { when: format.dayAndTime(at) }) : undefined,
    leaving: leaving && presentLeaving(row.period, leaving, reader),
    planned: planned && plannedWords(planned, now, reader),
    ...fields,
    // A browser sends no form with an earlier day than the first, and « Ne plus publier » stands in this one.
    from: fields.day < today ? undefined : today,
    hours: PUBLISH_HOURS.map((value) => ({ value, label: t('publish.hour', { hour: value }) })),
    button: t('publish.buttonAt', { day: '{day}', hour: '{hour}' }),
    now: nowWords(readership, t),
    waiting: readership.waiting.map(({ name, count: left }) => t('publish.waiting', { name, count: left })),
  };
}

/** The way back to the board. */
export function publishCrumbs({ period }: PeriodRow, label: string, { t, url }: Pick<Reader, 't' | 'url'>): Crumb[] {
  return [
    { label: t('title'), url: url(HOME_PATH) },
    { label: t('board.title'), url: url(boardOf(period)) },
    { label },
  ];
}

function plannedWords(at: Date, now: Date, { t, format }: Reader): string {
  return t(at > now ? 'publish.plannedFor' : 'publish.waits', { when: format.dayAndTime(at) });
}

/** The day and the hour of the form: those typed, those planned, or a week after the due day. */
function fieldsOf(
  { row, typed }: PublishFacts,
  { clock, school }: Reader,
): Pick<PublishModel, 'day' | 'hour' | 'problem'> {
  const now = clock.now();
  if (typed) return { day: typed.day, hour: typed.hour, problem: typed.problem };
  if (row.publishAt && row.publishAt > now)
    return { ...publishFieldsOf(row.publishAt, school.timeZone), problem: undefined };
  const due = new Date(`${row.dueOn}T12:00:00Z`).getTime();
  const proposed = new Date(Math.max(Number.isNaN(due) ? 0 : due, now.getTime()) + PROPOSED_DAYS * DAY_MS);
  return { day: publishFieldsOf(proposed, school.timeZone).day, hour: '18', problem: undefined };
}

function nowWords({ bilans, pupils, families }: Readership, t: Reader['t']): PublishModel['now'] {
  if (bilans.length === 0) return undefined;
  const readers = {
    families: t('publish.families', { count: families }),
    pupils: t('publish.pupils', { count: pupils }),
  };
  return { words: t('publish.nowLead', readers), button: nowButton(families, t) };
}

export function nowButton(families: number, t: Reader['t']): string {
  return families === 0 ? t('publish.nowPlain') : t('publish.nowTo', { count: families });
}
