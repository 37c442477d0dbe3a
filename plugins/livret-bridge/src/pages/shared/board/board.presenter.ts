// SPDX-License-Identifier: EUPL-1.2
import {
  bilanPath,
  boardListPath,
  DEPARTED,
  LATE_PATH,
  PERIODS_PATH,
  PUBLISH_PATH,
  SEND_BACK_PATH,
  VISA_PATH,
  boardOf,
  publishOf,
} from '../../../paths.js';
import { periodName } from '../../../domain/periods/period-name.js';
import { DEFAULT_RHYTHM } from '../../../domain/periods/proposed-periods.js';
import { capital } from '../../../domain/periods/capital.js';
import type { BoardLine, BoardModel, LeftModel, SchoolProgress, PublishModel } from './board.model.js';
import { classProgress, stepOf, type ClassProgress } from '../../../domain/board/class-progress.js';
import type { BoardInput, BoardReader } from './board-input.js';
import type { Board, BoardBilan, BoardClass } from '../../../domain/board/read-board.js';
import { readershipOf } from '../../../domain/board/readership.js';
import { isLeaving, leavesAt } from '../../../domain/life/leaves-at.js';
import { presentReadings, readingsInShort, type ReadingsLine } from '../readings.presenter.js';
import { afterVisa } from '../after-visa.js';
import { stepWords } from '../step-words.js';
import { presentLeaving } from './leaving.presenter.js';

/** A line of the board: a class, or the pupils who left. */
interface BoardGroup extends Omit<BoardClass, 'group'> {
  readonly group: Pick<BoardClass['group'], 'id' | 'name'>;
}

export function presentBoard(input: BoardInput, reader: BoardReader): BoardModel {
  const { board, periods, period } = input;
  const { t, format, url, clock } = reader;
  const publishAt = periods.find((row) => row.period === period)?.publishAt ?? null;
  const leaving = leavingOf(bilansOf(board), publishAt, clock.now());
  const classes = linesOf(input, reader).map((one) => ({
    one,
    progress: classProgress(one.bilans, one.unopened, input),
  }));
  const on = board.classes.filter(({ isOff }) => !isOff);
  const signed = classes.filter(({ progress }) => progress.in.signed > 0);
  const bilans = sum(signed.map(({ progress }) => progress.in.signed));
  const unsigned = classes.filter(
    ({ progress: { total, in: states } }) => total > 0 && states.draft + states.ready === total,
  );
  // Opening the first period of a year proposes its days in this rhythm.
  const rhythm = periods[0]?.rhythm ?? DEFAULT_RHYTHM;
  const name = periodName({ period, rhythm }, t);
  return {
    lead: [
      t('board.day', { day: capital(format.weekdayAndDay(clock.today())) }),
      leaving && t('board.leaving', { hour: format.hour(leaving.at), count: leaving.count }),
      bilans > 0 && t('board.toEndorse', { count: bilans }),
      unsigned.length > 0 && t('board.unsigned', { count: unsigned.length }),
    ]
      .filter((part) => typeof part === 'string')
      .join(' '),
    period,
    periods: periods.map((row) => ({
      label: periodName(row, t),
      url: url(boardOf(row.period)),
      isCurrent: row.period === period,
    })),
    shown: clock.now().toISOString(),
    lines: classes.map(({ one, progress }) =>
      boardLine(one, progress, { period, publishAt, readings: input.readings }, reader),
    ),
    after: afterVisa(publishAt, reader),
    waiting: { classes: signed.length, bilans },
    canSendBack: on.some((one) => one.bilans.some(({ state }) => state === 'signed' || state === 'visa')),
    urls: {
      ...{ visa: url(VISA_PATH), sendBack: url(`${SEND_BACK_PATH}?period=${String(period)}`) },
      ...{ publish: url(PUBLISH_PATH), choose: url(publishOf(period)) },
      ...{ periods: url(PERIODS_PATH) },
    },
    school: {
      ...schoolProgress(
        classes.map(({ progress }) => progress),
        reader,
      ),
      readings: presentReadings(readingsByClass(input, reader), t),
    },
    publish: bilansOf(board).length === 0 ? undefined : presentPublish(input, reader),
    late: input.late === 0 ? undefined : { text: t('late.board', { count: input.late }), url: url(LATE_PATH) },
    left: presentLeft(input, reader),
    unnamed: input.unnamed && `${t('board.unnamed', { count: input.unnamed.count })}. ${t('task.unnamedDetail')}`,
    isUnopened: on.every((one) => one.bilans.length === 0),
    openLabel: t('board.open', { period: name, count: on.length }),
  };
}

/** The classes, and the pupils who left as a line of their own. */
function linesOf({ board: { classes, departed } }: BoardInput, { t }: BoardReader): readonly BoardGroup[] {
  if (departed.length === 0) return classes;
  const group = { id: DEPARTED, name: t('departed.title') };
  return [...classes, { group, teachers: [t('departed.who')], bilans: departed, unopened: 0, isOff: false }];
}

function bilansOf({ classes, departed }: Board): readonly BoardBilan[] {
  return [...classes.flatMap(({ bilans }) => bilans), ...departed];
}

function presentLeft({ left, names, periods }: BoardInput, { t, url }: BoardReader): LeftModel | undefined {
  if (left.length === 0) return undefined;
  const rhythm = periods[0]?.rhythm ?? DEFAULT_RHYTHM;
  return {
    title: t('task.left', { count: new Set(left.map(({ pupilId }) => pupilId)).size }),
    detail: t('task.leftDetail', { count: left.length }),
    links: left.map(({ id, pupilId, period }) => ({
      label: [names.get(pupilId) ?? t('late.gone'), periodName({ period, rhythm }, t)].join(', '),
      url: url(bilanPath(id)),
    })),
  };
}

interface LineFacts extends Pick<BoardInput, 'period' | 'readings'> {
  readonly publishAt: Date | null;
}

function boardLine(
  one: BoardGroup,
  progress: ClassProgress,
  { period, publishAt, readings }: LineFacts,
  { t, format, url, clock }: BoardReader,
): BoardLine {
  const { group, teachers, bilans } = one;
  const isOpen = bilans.length > 0;
  const { at, count } = isOpen ? stepOf(progress) : { at: 0 as const, count: 0 };
  const leaving = leavingOf(bilans, publishAt, clock.now());
  const leavingWords =
    leaving &&
    (at === 4
      ? t('recap.bilans', { count: leaving.count })
      : t('board.leaving', { hour: format.hour(leaving.at), count: leaving.count }));
  return {
    ...{ id: group.id, name: group.name, teachers: format.list(teachers), at },
    words:
      leaving && at === 4
        ? t('board.leaves', { hour: format.hour(leaving.at) })
        : one.isOff && !isOpen
          ? t('board.off')
          : stepWords({ at, count }, progress, t),
    detail: isOpen
      ? (leavingWords ?? (one.isOff ? t('board.off') : detailOf(one, progress, { at, readings }, { t, format })))
      : one.isOff
        ? t('board.offNothing')
        : t('board.pupils', { count: progress.total }),
    signed: progress.in.signed,
    readOf: group.id === DEPARTED ? t('departed.readOf') : t('board.readOf', { name: group.name }),
    url: isOpen ? url(boardListPath(group.id, period)) : undefined,
  };
}

/** The endorsed bilans among these that leave within ten minutes, and the last of their instants. */
function leavingOf(
  bilans: readonly BoardBilan[],
  publishAt: Date | null,
  now: Date,
): { readonly at: Date; readonly count: number } | undefined {
  if (publishAt === null) return undefined;
  const instants = bilans
    .filter(({ state }) => state === 'visa')
    .map((row) => leavesAt(row, publishAt))
    .filter((at) => isLeaving(at, now))
    .sort((a, b) => b.getTime() - a.getTime());
  const [at] = instants;
  return at && { at, count: instants.length };
}

/**
 * The detail of a class. If it is signed or further: the bilans that wait behind others and the readings of families, or the
 * day since which none waits. Otherwise: what is
 * missing.
 */
function detailOf(
  { bilans }: BoardGroup,
  { in: states, empty, unnamed }: ClassProgress,
  { at, readings }: Pick<LineFacts, 'readings'> & { readonly at: number },
  { t, format }: Pick<BoardReader, 't' | 'format'>,
): string {
  const open = states.draft + states.ready;
  const read = bilans.flatMap(({ id }) => readings.get(id) ?? []);
  const parts = [
    ...(at === 3 && states.visa + states.published > 0 ? [t('board.signed', { count: states.signed })] : []),
    ...(at >= 3 && open > 0 ? [t('board.stillOpen', { count: open })] : []),
    ...(at === 5 && read.length > 0 ? [readingsInShort(read, t)] : []),
  ];
  if (parts.length > 0) return capital(parts.join(', '));
  if (at >= 3) {
    const last = bilans
      .map(({ signedAt, visaAt, publishedAt }) => (at === 5 ? publishedAt : at === 4 ? visaAt : signedAt))
      .filter((instant) => instant !== null)
      .sort((a, b) => b.getTime() - a.getTime())[0];
    return last ? format.moment(last) : '';
  }
  if (unnamed > 0) return t('board.unnamed', { count: unnamed });
  if (empty.pupils === 0) return t('board.allComplete');
  if (empty.cells === 0) return t('board.emptyTexts', { count: empty.texts });
  return t('board.empty', { cells: t('board.emptyCells', { count: empty.cells }), count: empty.pupils });
}

function readingsByClass({ board, period, readings }: BoardInput, { url }: BoardReader): readonly ReadingsLine[] {
  return board.classes.map(({ group: { id, name }, bilans }) => ({
    ...{ name, url: url(boardListPath(id, period)) },
    readings: bilans.flatMap((bilan) => readings.get(bilan.id) ?? []),
  }));
}

function schoolProgress(all: readonly ClassProgress[], { t }: BoardReader): Omit<SchoolProgress, 'readings'> {
  const count = (state: keyof ClassProgress['in']): number => sum(all.map((one) => one.in[state]));
  const total = sum(all.map((one) => one.total));
  const done = count('signed') + count('visa') + count('published');
  const counts = [
    { key: 'board.published', count: count('published') },
    { key: 'board.visa', count: count('visa') },
    { key: 'board.signed', count: count('signed') },
    { key: 'board.ready', count: count('ready') },
    { key: 'board.draft', count: count('draft') - sum(all.map(({ unopened }) => unopened)) },
  ] as const;
  return {
    ...{ done, total },
    title: done === 0 ? t('board.signedNone', { count: total }) : t('board.signedOf', { count: done, total }),
    details: counts.filter((one) => one.count > 0).map((one) => t(one.key, { count: one.count })),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** The card that publishes: the bilans, the number of readers, and the time. */
function presentPublish({ board, periods, period }: BoardInput, reader: BoardReader): PublishModel {
  const { t, format, clock } = reader;
  const now = clock.now();
  const row = periods.find((one) => one.period === period);
  const at = row?.publishAt ?? null;
  const bilans = bilansOf(board);
  const endorsed = bilans.filter(({ state }) => state === 'visa');
  const { families } = readershipOf(board);
  const isOver = row?.outAt != null;
  const state = isOver ? 'publish.since' : at !== null && at > now ? 'publish.plannedFor' : 'publish.waits';
  return {
    state: at ? t(state, { when: format.dayAndTime(at) }) : undefined,
    isOver,
    leaving: isLeaving(at, now) ? presentLeaving(period, at, reader) : undefined,
    points: {
      endorsed:
        endorsed.length === 0
          ? t(at === null ? 'publish.noneYetUndated' : 'publish.noneYet')
          : t(at === null ? 'publish.endorsedUndated' : 'publish.endorsed', { count: endorsed.length }),
      families: families === 0 ? undefined : t('publish.readBy', { count: families }),
    },
  };
}
