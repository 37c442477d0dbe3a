// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, isQuickRun, onceInQuickRun, type Role, SCHOOL } from '@volee/core-adapter/testing';
import fc from 'fast-check';
import { In } from 'typeorm';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import { exampleBilan } from '../examples/example-bilan-for-tests.js';
import { startLivret } from './livret-for-tests.js';
import { SEND_BACK_PATH, signPath, takeBackPath, VISA_PATH } from '../../paths.js';
import { TraceRow } from '../../store/trace.entity.js';
import { toldOf } from './journal-for-tests.js';
import { isAsSigned } from '../../domain/bilan/hash-of-row.js';
import { expectFamilyReads, expectShown, readPublication, type Publication } from './publications-for-tests.js';
import { tickValue } from '../../domain/life/ticked.js';
import { startWalk, STEPS, type Step } from './walk-for-tests.js';

/** The table of the issue, by hand: the profile that may take a step, and from which state to which. */
const TABLE: Record<Step, { by: 'teacher' | 'head' | 'clock'; from: readonly BilanState[]; to: BilanState | 'same' }> =
  {
    ready: { by: 'teacher', from: ['draft'], to: 'ready' },
    draft: { by: 'teacher', from: ['ready'], to: 'draft' },
    type: { by: 'teacher', from: ['draft', 'ready'], to: 'same' },
    sign: { by: 'teacher', from: ['ready'], to: 'signed' },
    takeBack: { by: 'teacher', from: ['signed'], to: 'ready' },
    visa: { by: 'head', from: ['signed'], to: 'visa' },
    sendBack: { by: 'head', from: ['signed', 'visa'], to: 'draft' },
    publish: { by: 'clock', from: ['visa'], to: 'published' },
    unlock: { by: 'head', from: ['published'], to: 'draft' },
    withdraw: { by: 'head', from: ['published'], to: 'draft' },
    restore: { by: 'head', from: ['draft', 'ready'], to: 'published' },
  };

/** Teachers of the class, its head, and people who have no step at all. */
const TEACHERS: readonly Role[] = ['teacher', 'teacherInBothSchools'];
const OTHERS: readonly Role[] = ['staff', 'guardian', 'pupil', 'teacherOfOtherClass', 'headOfOtherSchool'];
const PEOPLE = [...TEACHERS, 'head', ...OTHERS] as const;

const mayTake = (step: Step, as: Role): boolean =>
  TABLE[step].by === 'clock' || (TABLE[step].by === 'head' ? as === 'head' : TEACHERS.includes(as));

const tryOf = fc.record({ step: fc.constantFrom(...STEPS), as: fc.constantFrom<Role>(...PEOPLE) });
/** The steps, mostly the next one of the way, so that walks get far. */
const steps = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constant('next' as const) }, { weight: 2, arbitrary: tryOf }),
  { minLength: 4, maxLength: 14 },
);
const NEXT: Record<BilanState, Step> = {
  draft: 'ready',
  ready: 'sign',
  signed: 'visa',
  visa: 'publish',
  published: 'unlock',
};

const started = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('walks through the states on $name', ({ name, host, tables }) => {
  const testOnce = onceInQuickRun({ name });
  const db = tables(SCHOOL);

  testOnce(
    'X8, T1, T3: whatever anybody tries, a bilan moves by the table alone, is what was signed, what was published can be shown and stays readable unless it is withdrawn, and the journal agrees with the rows',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (tries) => {
          const walk = await startWalk(host, db, 'Une année régulière');
          const publications: Publication[] = [];
          let shown: { readonly publication: Publication; readonly isWithdrawn: boolean } | undefined;
          for (const one of tries) {
            const before = await walk.row();
            const step = one === 'next' ? NEXT[before.state] : one.step;
            const as = one === 'next' ? (TABLE[step].by === 'head' ? 'head' : 'teacher') : one.as;
            const status = await walk.take(step, as);
            const { from, to } = TABLE[step];
            // Nothing returns that was never published.
            const isThere = step !== 'restore' || shown !== undefined;
            const moves = mayTake(step, as) && from.includes(before.state) && isThere;
            const after = await walk.row();
            expect([step, as, after.state]).toEqual([step, as, moves && to !== 'same' ? to : before.state]);
            expect(after.general !== before.general).toBe(step === 'type' && moves);
            if (OTHERS.includes(as) && TABLE[step].by !== 'clock') expect([403, 404]).toContain(status);
            if (after.signedAs === null) expect(['draft', 'ready']).toContain(after.state);
            else expect(isAsSigned(after)).toBe(true);
            expect([after.visaAs !== null, after.publishedAt !== null]).toEqual([
              after.state === 'visa' || after.state === 'published',
              after.state === 'published',
            ]);
            if ((step === 'publish' || step === 'restore') && moves) {
              const publication = await readPublication(after, host);
              if (step === 'restore') expect(publication).toEqual(shown?.publication);
              publications.push(publication);
              shown = { publication, isWithdrawn: false };
            }
            if (shown && step === 'withdraw' && moves) shown = { ...shown, isWithdrawn: true };
            await expectFamilyReads(shown, after, host);
          }
          await expectShown(publications, await walk.row(), { host, db });
          const { journal, rows } = await toldOf(host, db, [(await walk.row()).id]);
          expect(journal).toEqual(rows);
        }),
        { numRuns: isQuickRun() ? 4 : 12 },
      );
    },
  );

  testOnce.each<[Step, Role, Step, Role, BilanState]>([
    ['sign', 'teacher', 'sign', 'teacherInBothSchools', 'ready'],
    ['sign', 'teacher', 'type', 'teacherInBothSchools', 'ready'],
    ['takeBack', 'teacher', 'visa', 'head', 'signed'],
    ['takeBack', 'teacher', 'sendBack', 'head', 'signed'],
    ['visa', 'head', 'sendBack', 'head', 'signed'],
    ['publish', 'head', 'sendBack', 'head', 'visa'],
    ['unlock', 'head', 'unlock', 'head', 'published'],
    ['unlock', 'head', 'withdraw', 'head', 'published'],
    ['ready', 'teacher', 'type', 'teacherInBothSchools', 'draft'],
  ])('of %s by %s and %s by %s at the same time, one wins', async (one, first, other, second, from) => {
    for (let round = 0; round < 3; round += 1) {
      const walk = await startWalk(host, db, 'Une année régulière');
      for (let state = (await walk.row()).state; state !== from; state = (await walk.row()).state) {
        await walk.take(NEXT[state], TABLE[NEXT[state]].by === 'head' ? 'head' : 'teacher');
      }
      const seen = await walk.row();
      const before = await db.repository(TraceRow).count({ where: { bilanId: seen.id } });
      await Promise.all([walk.take(one, first, seen), walk.take(other, second, seen)]);
      const after = await walk.row();
      const results = [one, other].map((step) => (TABLE[step].to === 'same' ? seen.state : TABLE[step].to));
      expect(results).toContain(after.state);
      if (after.signedAs !== null) expect(isAsSigned(after)).toBe(true);
      const traces = await db.repository(TraceRow).count({ where: { bilanId: seen.id } });
      // A typing step leaves no trace; of two other steps, only one does.
      if (TABLE[one].to !== 'same' && TABLE[other].to !== 'same') expect(traces - before).toBe(1);
      else expect(traces - before).toBeLessThanOrEqual(1);
      const { journal, rows } = await toldOf(host, db, [seen.id]);
      expect(journal).toEqual(rows);
    }
  });

  test('T3: of many requests about the same bilans at the same time, each line names those that its request moved', async () => {
    const teachers = [...TEACHERS, ...TEACHERS, ...TEACHERS];
    for (const period of [901, 902, 903]) {
      const ids: string[] = [];
      for (const pupil of ['pupil', 'classmate'] as const) {
        const about = { groupId: host.ids.cm1, pupilId: await host.ids.person(pupil), marker: 'Un bon trimestre', db };
        const { id } = await exampleBilan(about, 'ready');
        await db.repository(BilanRow).update({ id }, { period });
        ids.push(id);
      }
      const rows = (): Promise<BilanRow[]> => db.repository(BilanRow).find({ where: { id: In(ids) } });
      const ticks = async (): Promise<[string, string][]> => (await rows()).map((row) => ['bilan', tickValue(row)]);
      const post = async (as: Role, path: string, form: [string, string][]): Promise<unknown> =>
        host.as(as).post(path).form(new URLSearchParams(form));
      const told = async (): Promise<number> => {
        const { journal, rows: steps } = await toldOf(host, db, ids);
        expect(journal).toEqual(steps);
        return journal.length;
      };

      const ready = await ticks();
      await Promise.all(
        teachers.map((as, n) =>
          post(as, signPath(host.ids.cm1, period), n % 2 === 0 ? ready : ready.slice(n % 3 === 0 ? 1 : 0)),
        ),
      );
      expect([(await rows()).map(({ state }) => state), await told()]).toEqual([['signed', 'signed'], 2]);

      await Promise.all(teachers.flatMap((as) => ids.map((id) => post(as, takeBackPath(id), []))));
      expect([(await rows()).map(({ state }) => state), await told()]).toEqual([['ready', 'ready'], 4]);

      await post('teacher', signPath(host.ids.cm1, period), await ticks());
      const visa: [string, string][] = [['period', String(period)], ...(await ticks())];
      await Promise.all([
        ...[1, 2, 3].map(() => post('head', VISA_PATH, visa)),
        ...[1, 2].map(() => post('head', SEND_BACK_PATH, [...visa, ['word', 'À relire']])),
      ]);
      const moved = await told();
      expect([8, 10]).toContain(moved);
    }
  });
});
