// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { SCHOOL } from '@volee/core-adapter/testing';
import { movePerson } from '../../jobs/personal-data/move-person.js';
import { forward, look, move, recall, recallOfReceived, reply, report, sendDraft } from './copy-steps-for-tests.js';
import {
  chooseHours,
  decideRule,
  endPause,
  PAUSES,
  pauseEverywhere,
  pauseSchool,
  RULES,
} from './head-steps-for-tests.js';
import type { Walk } from './walk-for-tests.js';
import { schoolOf } from './world-for-tests.js';
import {
  ADULTS,
  circular,
  GROUPS,
  loginsWith,
  pick,
  send,
  sendAcross,
  sendToClassmate,
  uai,
  which,
  type Field,
  type Step,
} from './write-steps-for-tests.js';

const HOUR = 3_600_000;

interface Review {
  readonly id: string;
  readonly uai: string;
  readonly messageId: string;
  readonly groupId: string;
  readonly version: number;
  readonly state: string;
  readonly heldAt: string | Date;
}

/** A teacher decides, now and then one that may not. */
const review = fc
  .tuple(which, which, fc.oneof({ weight: 3, arbitrary: fc.constant('accept') }, fc.constant('refuse')))
  .map(([n, who, what]): Step => async (walk) => {
    const read = (where: string): Promise<Review[]> =>
      walk.query<Review>(
        `SELECT id, school AS uai, messageId, groupId, version, state, heldAt FROM messaging_review WHERE ${where} ORDER BY heldAt, id`,
      );
    const waiting = pick(await read(`state = 'waiting'`), n);
    if (!waiting) return;
    const group = walk.nameOf(waiting.groupId);
    const { people } = schoolOf(walk.world, waiting.uai);
    const teachers = [...people].flatMap(([login, { teaches }]) => (teaches?.includes(group) ? [login] : []));
    const decider = pick(who % 4 === 0 ? loginsWith(walk, waiting.uai, ADULTS) : teachers, who) ?? '';
    await walk.post(decider, waiting.uai, `/reviews/${waiting.id}`, [
      ['do', what],
      ['version', String(waiting.version)],
      ['reason', 'hurtful'],
    ]);
    const [after] = await read(`id = '${waiting.id}'`);
    if (after?.state !== 'accepted' && after?.state !== 'refused') return;
    if (!teachers.includes(decider) && !decider.startsWith('head')) {
      throw new Error(`${decider} decided about a message for ${group}.`);
    }
    walk.world.decided[after.state].add(`${waiting.messageId} ${group}`);
  });

/** A teacher takes an acceptance back, now and then one of somebody else. */
const undo = fc.tuple(which, which).map(([n, who]): Step => async (walk) => {
  const read = (where: string): Promise<(Review & { decidedBy: string | null })[]> =>
    walk.query(
      `SELECT id, school AS uai, messageId, groupId, version, state, decidedBy FROM messaging_review WHERE ${where} ORDER BY heldAt, id`,
    );
  const accepted = pick(await read(`state = 'accepted'`), n);
  if (!accepted) return;
  const own = walk.nameOf(accepted.decidedBy);
  const user = who % 4 === 0 ? (pick(loginsWith(walk, accepted.uai, ADULTS), who) ?? '') : own;
  const form: Field[] = [['review', `${accepted.id} ${accepted.version}`]];
  for (let press = 0; press <= n % 2; press += 1) await walk.post(user, accepted.uai, '/reviews/accepted/undo', form);
  const [after] = await read(`id = '${accepted.id}'`);
  if (after?.state !== 'waiting') return;
  if (user !== own) throw new Error(`${user} took back what ${own} has accepted.`);
  walk.world.decided.accepted.delete(`${accepted.messageId} ${walk.nameOf(accepted.groupId)}`);
});

/** A teacher shows the head a message that waits, now and then twice. */
const showToHead = fc.tuple(which, which).map(([n, who]): Step => async (walk) => {
  const rows = await walk.query<Review>(
    `SELECT id, school AS uai, groupId, version FROM messaging_review WHERE state = 'waiting' ORDER BY heldAt, id`,
  );
  const waiting = pick(rows, n);
  if (!waiting) return;
  const shower = pick(loginsWith(walk, waiting.uai, ADULTS), who) ?? '';
  const form: Field[] = [
    ['version', String(waiting.version)],
    ['reason', 'Inquiétant'],
  ];
  for (let press = 0; press <= n % 2; press += 1)
    await walk.post(shower, waiting.uai, `/reviews/${waiting.id}/show`, form);
});

/** A head opens the rest of a reported thread, or closes the report. */
const decideReport = fc.tuple(which, fc.boolean()).map(([n, isClosing]): Step => async (walk) => {
  const rows = await walk.query<{ id: string; uai: string }>(
    `SELECT id, school AS uai FROM messaging_report ORDER BY reportedAt, id`,
  );
  const chosen = pick(rows, n);
  if (!chosen) return;
  const head = chosen.uai === SCHOOL ? 'head' : 'headofotherschool';
  await walk.post(head, chosen.uai, `/reports/${chosen.id}`, [
    ['do', isClosing ? 'close' : 'open-thread'],
    // Each time another one, so that the row tells of each opening.
    ['reason', `Motif ${walk.trail.length}`],
  ]);
});

const changeClass = fc.tuple(uai, which, which).map(([school, n, to]): Step => async (walk) => {
  const { people } = schoolOf(walk.world, school);
  const place = people.get(pick(loginsWith(walk, school, ['pupil']), n) ?? '');
  if (place?.memberOf !== undefined) {
    const left = place.memberOf;
    place.memberOf = pick(GROUPS[school] ?? [], to) ?? '';
    if (![...people.values()].some(({ memberOf }) => memberOf === left)) place.lastOf = left;
  }
  await walk.sync();
});

/** People of which no other is a guardian: the rest of the world stays as it is. */
const leave = fc.constantFrom('third', 'lea', 'sam', 'guardianofclassmate').map((login): Step => async (walk) => {
  for (const { people } of walk.world.schools.values()) people.delete(login);
  await walk.sync();
});

/** The two accounts of one pupil become one: in the directory, and in the tables of the brick. */
const join: fc.Arbitrary<Step> = fc.constant(async (walk: Walk) => {
  schoolOf(walk.world, SCHOOL).people.delete('twin1');
  const db = walk.host.tables(SCHOOL);
  const merged = { from: walk.idOf('twin1'), to: walk.idOf('twin2') };
  await db.transaction(() => movePerson({ db, ...merged }));
  walk.merged = merged;
  await walk.sync();
});

/** While the brick is off, nothing is delivered; what waits goes on afterwards. */
const switchOff = uai.map((school): Step => async (walk) => {
  await walk.switchBrick(school, false);
  await walk.runJobs();
  await walk.compare();
  await walk.switchBrick(school, true);
});

/** Some minutes, an hour, to the evening, or to the next morning. */
const wait = fc.oneof(
  fc.constantFrom(HOUR / 4, HOUR).map(
    (time): Step =>
      (walk) =>
        Promise.resolve(walk.host.clock.advance(time)),
  ),
  fc.constantFrom(6, 8, 8, 9, 17, 19).map(
    (hour): Step =>
      (walk) =>
        Promise.resolve(waitUntil(walk, hour)),
  ),
);

/** The next two mornings: what waits for the end of quiet hours is delivered. */
export async function endWalk(walk: Walk): Promise<void> {
  await walk.runJobs();
  await walk.compare();
  for (const hour of [8, 9]) {
    waitUntil(walk, hour);
    await walk.runJobs();
    await walk.compare();
  }
}

function waitUntil({ host: { clock } }: Walk, hour: number): void {
  const then = clock.now();
  then.setUTCHours(hour, 0, 0, 0);
  clock.set(then > clock.now() ? then : new Date(then.getTime() + 24 * HOUR));
}

const runJobs: fc.Arbitrary<Step> = fc.constant((walk: Walk) => walk.runJobs());

/** Messages that families have just written meet a pause before they are delivered. */
const pausedMidway = fc
  .tuple(sendAcross, sendToClassmate, sendAcross, PAUSES)
  .map(([one, two, three, pause]): Step => async (walk) => {
    for (const write of [one, two, three]) await write(walk);
    await pauseEverywhere(walk, pause);
  });

/** Families write in the evening. */
const evening = fc.tuple(sendAcross, sendAcross, fc.boolean()).map(([one, two, isRun]): Step => async (walk) => {
  waitUntil(walk, 19);
  for (const write of [one, two]) await write(walk);
  if (isRun) await walk.runJobs();
});

/** A message that a teacher decides about soon. */
const decidedSoon = fc.tuple(sendToClassmate, review).map(([write, decide]): Step => async (walk) => {
  await write(walk);
  await decide(walk);
});

/** The same, and it is taken back once it is delivered or before. */
const undoneSoon = fc.tuple(decidedSoon, undo, fc.boolean()).map(([decide, takeBack, isRun]): Step => async (walk) => {
  await decide(walk);
  if (isRun) await walk.runJobs();
  // A new copy is compared before it may go.
  await walk.compare();
  await takeBack(walk);
});

/** Each step, and how often it comes. */
const anyStep = fc.oneof(
  { weight: 8, arbitrary: send },
  { weight: 9, arbitrary: sendToClassmate },
  { weight: 14, arbitrary: sendAcross },
  { weight: 10, arbitrary: circular },
  { weight: 6, arbitrary: reply },
  { weight: 2, arbitrary: forward },
  { weight: 4, arbitrary: sendDraft },
  { weight: 1, arbitrary: move },
  { weight: 10, arbitrary: look },
  { weight: 3, arbitrary: report },
  { weight: 3, arbitrary: recall },
  { weight: 8, arbitrary: recallOfReceived },
  { weight: 2, arbitrary: decideReport },
  { weight: 14, arbitrary: review },
  { weight: 4, arbitrary: undo },
  { weight: 3, arbitrary: undoneSoon },
  { weight: 3, arbitrary: showToHead },
  { weight: 1, arbitrary: changeClass },
  { weight: 1, arbitrary: leave },
  { weight: 1, arbitrary: join },
  { weight: 1, arbitrary: switchOff },
  { weight: 9, arbitrary: wait },
  { weight: 18, arbitrary: runJobs },
  {
    weight: 2,
    arbitrary: fc.tuple(uai, RULES).map(
      ([school, rule]): Step =>
        (walk) =>
          decideRule(walk, school, rule),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(uai, which).map(
      ([school, n]): Step =>
        (walk) =>
          chooseHours(walk, school, n),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(uai, PAUSES).map(
      ([school, one]): Step =>
        (walk) =>
          pauseSchool(walk, school, one),
    ),
  },
  { weight: 2, arbitrary: pausedMidway },
  { weight: 2, arbitrary: evening },
  { weight: 5, arbitrary: decidedSoon },
  {
    weight: 2,
    arbitrary: fc.tuple(uai, fc.boolean()).map(
      ([school, all]): Step =>
        (walk) =>
          endPause(walk, school, all),
    ),
  },
);

/** The trail of a failed walk tells its steps; their source would tell nothing. */
export const STEPS = anyStep.map((step) => Object.assign(step, { [fc.toStringMethod]: () => 'step' }));
