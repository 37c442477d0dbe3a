// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../api/directory/directory-source.js';
import { CLOCK } from '../host/domain/audit/actors.js';
import type { Host } from '../host/app/boot-host.js';
import { sweepContent } from '../host/app/sweep-content.js';
import type { Decided } from '../host/domain/homonyms/move-late-rows.js';
import { noteUse } from '../host/infra/storage/files-use.js';
import { forgetFormerMemberships } from '../host/domain/directory/forget-former-memberships.js';
import { followSource } from '../host/domain/sync/follow-source.js';
import type { Schedules } from './schedules.js';

const SWEEP = '17 * * * *';

/** At night, before directories are read. */
const ERASE = '41 2 * * *';

/** At night, after people were erased and before directories are read. */
const END_GRANTS = '47 2 * * *';

/** At night, before directories are read. */
const FORGET_MEMBERSHIPS = '53 2 * * *';

/** At night, as memberships. */
const FORGET_TEXTS = '57 2 * * *';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Looks for joins that ended ten minutes ago: uploads that were on their way have arrived by then. */
const MOVE_LATE_ROWS = '*/5 * * * *';

/** In the two nights after a join, for uploads that took hours and for bricks that failed before. */
const MOVE_LATE_ROWS_AT_NIGHT = '37 2 * * *';

/** The first look after a start goes back a summer: the server, or a brick, may have been off since a join of two records. */
const LOOK_BACK = 60 * DAY;

/** That of classes goes back over the longest holidays of a school year: none is joined while a brick that may have rows does not run. */
const LOOK_BACK_FOR_CLASSES = 21 * DAY;

/** Classes are compared after each sync in its schools; this finds what a killed process or a brick that failed has left. */
const COMPARE_CLASSES = '11,41 * * * *';

/** The use of files is noted often: a restored database is recognised by the time since its backup. */
const NOTE_USE = '*/10 * * * *';

/** Removes content that is a day old and that no row names: within thirty hours. */
const SWEEP_CONTENT = '29 */6 * * *';

/** Of joins, only the rest is scheduled. */
type ScheduledHost = Omit<Host, 'homonyms' | 'classJoins'> & {
  readonly homonyms: Pick<Host['homonyms'], 'moveLateRows'>;
  readonly classJoins: Pick<Host['classJoins'], 'moveLateRows' | 'settle'>;
};

/**
 * Adds the scheduled work of the host: scheduled syncs and polling of sources, erasure of people who left, the end of rights that no
 * directory supports, the rest of joins, and removal of expired sessions and unused uploads.
 */
export function addSchedules(schedules: Pick<Schedules, 'add' | 'keep'>, host: ScheduledHost): void {
  const { sources, sessions, pendingPgts, leavers, lapsingGrants, clockGuard, log, onLate, sync } = host;
  for (const source of sources) addSource(schedules, host, source);
  onLate((brick) => {
    for (const source of brick.state === 'ready' ? brick.sources : []) addSource(schedules, host, source);
  });
  /** Waits for the next time while the clock is in doubt: the guard has logged why. */
  const addForSureClock: typeof schedules.add = (name, pattern, work) =>
    schedules.add(name, pattern, async (signal) => {
      if ((await clockGuard.heldUntil()) === null) await work(signal);
    });
  addForSureClock('erasing persons that left', ERASE, async (signal) => {
    const { persons, kept, returned, leftovers } = await leavers.erase(CLOCK, { signal });
    log.info(
      { erased: persons.length, kept: new Set(kept.map(({ person }) => person)).size },
      'erased persons that left',
    );
    for (const person of returned) log.warn({ person }, 'came back while being erased: files erased, account kept');
    for (const brick of leftovers) log.warn({ brick }, 'a brick with tables is missing from volee.yaml; its rows stay');
  });
  addForSureClock('ending rights that no directory supports', END_GRANTS, async (signal) => {
    const ended = await lapsingGrants.endDue(signal);
    if (ended > 0) log.info({ ended }, 'ended rights of heads that no directory names in their school');
  });
  addForSureClock('forgetting memberships that ended', FORGET_MEMBERSHIPS, () =>
    forgetFormerMemberships(host.database.unitOfWork, host.clock.now()),
  );
  addForSureClock('forgetting texts that were not sent', FORGET_TEXTS, () => host.keptTexts.sweep());
  const { homonyms, classJoins, clock } = host;
  addLateMoves(schedules, clock, {
    of: 'people',
    lookBack: LOOK_BACK,
    move: (decided, signal) => homonyms.moveLateRows(decided, signal),
  });
  addLateMoves(schedules, clock, {
    of: 'classes',
    lookBack: LOOK_BACK_FOR_CLASSES,
    move: (decided, signal) => classJoins.moveLateRows(decided, signal),
  });
  schedules.add('comparing classes of several sources', COMPARE_CLASSES, async () => {
    await host.classJoins.settle();
  });
  schedules.add('marking syncs that were killed', SWEEP, async () => {
    for (const { name } of sources) await sync.markBrokenOff(name);
  });
  schedules.add('removing expired sessions', SWEEP, async () => {
    await sessions.sweep();
    await pendingPgts.sweep();
  });
  addForSureClock('noting that database and files are in use', NOTE_USE, () =>
    noteUse({ unitOfWork: host.database.unitOfWork, storage: host.storage, clock: host.clock }),
  );
  addForSureClock('removing files without a row', SWEEP_CONTENT, async (signal) => {
    const removed = await sweepContent(host, signal);
    if (removed > 0) log.info({ files: removed }, 'removed files without a row');
  });
}

/** Moves the rows that bricks wrote while two records, or two classes, became one. */
interface LateMoves {
  readonly of: 'people' | 'classes';
  /** How far the first look after a start goes back, in milliseconds. */
  readonly lookBack: number;
  move(decided: Decided, signal: AbortSignal): Promise<void>;
}

/**
 * Each look begins where the last one ended, so that a process that was off or asleep misses no join; it runs no more often than that, since bricks
 * search whole tables.
 */
function addLateMoves(
  schedules: Pick<Schedules, 'add'>,
  clock: ScheduledHost['clock'],
  { of, lookBack, move }: LateMoves,
): void {
  let lookedUntil = clock.now().getTime() - lookBack;
  schedules.add(`moving rows written during a join of ${of}`, MOVE_LATE_ROWS, async (signal) => {
    const before = clock.now().getTime() - 10 * MINUTE;
    // The clock may have been ahead at the last look.
    const since = Math.min(lookedUntil, before - 5 * MINUTE);
    await move({ since: new Date(since), before: new Date(before) }, signal);
    lookedUntil = before;
  });
  schedules.add(`moving rows written during a join of ${of}, at night`, MOVE_LATE_ROWS_AT_NIGHT, (signal) => {
    const now = clock.now().getTime();
    return move({ since: new Date(now - 2 * DAY), before: new Date(now) }, signal);
  });
}

function addSource(
  schedules: Pick<Schedules, 'add' | 'keep'>,
  { sync, log }: Pick<Host, 'log' | 'sync'>,
  source: DirectorySource,
): void {
  const { pollInterval: every } = source;
  if (every !== undefined) {
    schedules.keep(`following ${source.name}`, (signal) => followSource(source, { sync, log, every }, signal));
  }
  if (source.schedule === undefined) return;
  schedules.add(`the sync of ${source.name}`, source.schedule, async (signal) => {
    const { id, state } = await sync.run(source, signal);
    log.info({ source: source.name, run: id, state }, 'synced');
  });
}
