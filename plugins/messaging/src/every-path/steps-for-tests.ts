// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import {
  chooseHours,
  decideRule,
  endPause,
  PAUSES,
  pauseEverywhere,
  pauseSchool,
  RULES,
} from './head-steps-for-tests.js';
import { movePerson } from '../personal-data/move-person.js';
import type { CopyAt, Walk } from './walk-for-tests.js';
import { schoolOf } from './world-for-tests.js';

/** What one step of a walk does. Numbers choose among what there is when the step comes, so that each walk makes sense. */
export type Step = (walk: Walk) => Promise<void>;

type Field = readonly [string, string];

const HOUR = 3_600_000;
const ADULTS = ['teacher', 'head', 'staff'];
const which = fc.nat({ max: 999 });
const uai = fc.oneof(
  { weight: 3, arbitrary: fc.constant(SCHOOL) },
  { weight: 2, arbitrary: fc.constant(OTHER_SCHOOL) },
);

export function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(list.length, 1)];
}

function loginsWith(walk: Walk, school: string, profiles: readonly string[]): string[] {
  const { people } = schoolOf(walk.world, school);
  return [...people].flatMap(([login, place]) => (place.profiles.some((one) => profiles.includes(one)) ? [login] : []));
}

const person = (walk: Walk, login: string | undefined): Field => ['toPerson', walk.idOf(login ?? '')];
const GROUPS: Readonly<Record<string, readonly string[]>> = { [SCHOOL]: ['cm1', 'cm2'], [OTHER_SCHOOL]: ['6a', '6b'] };

/** Persons of any profile, or a part of a class or of the school. */
const recipients = fc.record({
  persons: fc.array(which, { minLength: 1, maxLength: 2 }),
  group: fc.option(
    fc.record({ n: which, part: fc.constantFrom('toPupilsOf', 'toGuardiansOf', 'toTeamOf', 'toEveryone') }),
    {
      freq: 3,
    },
  ),
});
type Recipients = typeof recipients extends fc.Arbitrary<infer T> ? T : never;

function fieldsOf(walk: Walk, school: string, { persons, group }: Recipients): Field[] {
  const people = [...schoolOf(walk.world, school).people.keys()];
  if (!group) return persons.map((n) => person(walk, pick(people, n)));
  if (group.part === 'toEveryone') return [[group.part, pick(['pupil', 'guardian', 'teacher'], group.n) ?? '']];
  return [[group.part, walk.idOf(pick(GROUPS[school] ?? [], group.n) ?? '')]];
}

const CONTENT: readonly Field[] = [
  ['subject', 'Objet'],
  ['body', 'Texte'],
];

/** Of anybody to anybody: what is refused is refused by the page. */
const send = fc
  .tuple(uai, which, recipients, fc.boolean(), fc.constantFrom('send', 'send-rest', 'save'))
  .map(([school, from, to, urgent, what]): Step => async (walk) => {
    const author = pick([...schoolOf(walk.world, school).people.keys()], from) ?? '';
    const urgently: Field[] =
      urgent && author.startsWith('head')
        ? [
            ['urgent', 'true'],
            ['reason', 'Alerte'],
          ]
        : [];
    const fields = [...fieldsOf(walk, school, to), ...CONTENT, ...urgently, ['do', what] as const];
    await walk.post(author, school, '/write', fields);
  });

/** Of a pupil to one or two of their classmates. */
const sendToClassmate = fc.tuple(uai, which, which).map(([school, from, to]): Step => async (walk) => {
  const { people } = schoolOf(walk.world, school);
  const pupils = loginsWith(walk, school, ['pupil']);
  const author = pick(pupils, from) ?? '';
  const mates = pupils.filter((one) => one !== author && people.get(one)?.memberOf === people.get(author)?.memberOf);
  await walk.post(author, school, '/write', [person(walk, pick(mates, to)), ...CONTENT]);
});

/** Between a pupil or a family and an adult of the school. */
const sendAcross = fc
  .tuple(uai, which, which, fc.boolean())
  .map(([school, from, to, isOfAdult]): Step => async (walk) => {
    const [families, adults] = [loginsWith(walk, school, ['pupil', 'guardian']), loginsWith(walk, school, ADULTS)];
    const author = pick(isOfAdult ? adults : families, from) ?? '';
    await walk.post(author, school, '/write', [person(walk, pick(isOfAdult ? families : adults, to)), ...CONTENT]);
  });

/** Of an adult of the school to pupils, guardians or a team. */
const circular = fc
  .tuple(uai, which, which, fc.constantFrom('toPupilsOf', 'toGuardiansOf', 'toTeamOf', 'toEveryone'))
  .map(([school, from, n, part]): Step => async (walk) => {
    const author = pick(loginsWith(walk, school, ADULTS), from) ?? '';
    await walk.post(author, school, '/write', [
      ...fieldsOf(walk, school, { persons: [], group: { n, part } }),
      ...CONTENT,
    ]);
  });

/** A step on a copy of a kind, by its owner. */
function onCopy(
  isMeant: (copy: CopyAt) => boolean,
  act: (copy: CopyAt, walk: Walk, n: number) => Promise<void>,
): fc.Arbitrary<Step> {
  return fc.tuple(which, which).map(([n, more]): Step => async (walk) => {
    const copy = pick((await walk.copies()).filter(isMeant), n);
    if (copy) await act(copy, walk, more);
  });
}
const isReceived = ({ owner, author }: CopyAt): boolean => owner !== author;
const on = (walk: Walk, { owner, uai: school, id }: CopyAt, what: string, form: readonly Field[] = []) =>
  walk.post(owner, school, `/copies/${id}/${what}`, form);

const reply = onCopy(isReceived, async (copy, walk, n) => {
  const all: Field[] = n % 2 === 0 ? [['all', '1']] : [];
  await on(walk, copy, 'reply', [['body', 'Oui'], ...all]);
});
const forward = onCopy(
  ({ box }) => box !== 'drafts',
  async (copy, walk) => void (await on(walk, copy, 'forward')),
);
const move = onCopy(
  () => true,
  async (copy, walk, n) =>
    void (await on(walk, copy, 'move', [['to', pick(['archive', 'trash', 'restore'], n) ?? '']])),
);
const report = onCopy(isReceived, async (copy, walk) => void (await on(walk, copy, 'report', [['reason', 'Méchant']])));
const recall = onCopy(
  ({ owner, author, box }) => owner === author && box !== 'drafts',
  async (copy, walk) => {
    await on(walk, copy, 'recall');
    // A draft again: whatever was decided about it counts no more.
    const after = (await walk.copies()).find(({ id }) => id === copy.id);
    if (after?.state === 'draft') forgetDecisions(walk, copy.messageId);
  },
);

function forgetDecisions({ world: { decided } }: Walk, messageId: string): void {
  for (const keys of [decided.accepted, decided.refused])
    for (const key of keys) if (key.startsWith(messageId)) keys.delete(key);
}

/** An old draft, to those that it names or to others. */
const sendDraft = fc.tuple(which, recipients, fc.boolean()).map(([n, others, isToOthers]): Step => async (walk) => {
  const draft = pick(
    (await walk.copies()).filter(({ state }) => state === 'draft'),
    n,
  );
  if (!draft) return;
  const rows = await walk.query<{ toPerson: string | null }>(
    `SELECT toPerson FROM messaging_recipient WHERE messageId = '${draft.messageId}'`,
  );
  const stored = rows.flatMap(({ toPerson }): Field[] => (toPerson === null ? [] : [['toPerson', toPerson]]));
  const to = isToOthers || stored.length === 0 ? fieldsOf(walk, draft.uai, others) : stored;
  await walk.post(draft.owner, draft.uai, `/drafts/${draft.id}`, [...to, ...CONTENT, ['do', 'send']]);
});

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

const changeClass = fc.tuple(uai, which, which).map(([school, n, to]): Step => async (walk) => {
  const { people } = schoolOf(walk.world, school);
  const place = people.get(pick(loginsWith(walk, school, ['pupil']), n) ?? '');
  if (place) place.memberOf = pick(GROUPS[school] ?? [], to) ?? '';
  await walk.sync();
});

/** Persons of which no other is a guardian: the rest of the world stays as it is. */
const leave = fc.constantFrom('third', 'lea', 'sam', 'guardianofclassmate').map((login): Step => async (walk) => {
  for (const { people } of walk.world.schools.values()) people.delete(login);
  await walk.sync();
});

/** The two accounts of one pupil become one: in the directory, and in the tables of the brick. */
const join: fc.Arbitrary<Step> = fc.constant(async (walk: Walk) => {
  schoolOf(walk.world, SCHOOL).people.delete('twin1');
  const db = walk.watched.db(SCHOOL);
  await db.transaction(() => movePerson({ db, from: walk.idOf('twin1'), to: walk.idOf('twin2') }));
  await walk.sync();
});

const switchBrick = fc.tuple(uai, fc.boolean()).map(
  ([school, isOn]): Step =>
    (walk) =>
      walk.switchBrick(school, isOn || !schoolOf(walk.world, school).isOn),
);

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

/** Each step, and how often it comes. */
const anyStep = fc.oneof(
  { weight: 8, arbitrary: send },
  { weight: 14, arbitrary: sendToClassmate },
  { weight: 14, arbitrary: sendAcross },
  { weight: 6, arbitrary: circular },
  { weight: 6, arbitrary: reply },
  { weight: 2, arbitrary: forward },
  { weight: 4, arbitrary: sendDraft },
  { weight: 1, arbitrary: move },
  { weight: 1, arbitrary: report },
  { weight: 2, arbitrary: recall },
  { weight: 14, arbitrary: review },
  { weight: 1, arbitrary: changeClass },
  { weight: 1, arbitrary: leave },
  { weight: 1, arbitrary: join },
  { weight: 1, arbitrary: switchBrick },
  { weight: 8, arbitrary: wait },
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
  {
    weight: 1,
    arbitrary: PAUSES.map(
      (one): Step =>
        (walk) =>
          pauseEverywhere(walk, one),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(uai, fc.boolean()).map(
      ([school, all]): Step =>
        (walk) =>
          endPause(walk, school, all),
    ),
  },
);

/** What a failed walk did is told by its trail; the source of its steps would tell nothing. */
export const STEPS = anyStep.map((step) => Object.assign(step, { [fc.toStringMethod]: () => 'step' }));
