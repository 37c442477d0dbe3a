// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { comparisonIn } from '../../domain/bilan/comparison.js';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { tickValue } from '../../domain/life/ticked.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { BOARD_PATH, bilanPath, LATE_PATH, PUBLISH_PATH } from '../../paths.js';
import { PeriodRow } from '../../store/period.entity.js';
import { TraceRow } from '../../store/trace.entity.js';

const PORTAL = `/s/${SCHOOL}`;

describe.each(bothDatabases())('signed bilans that nobody published by the end of July on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let livret: LivretForTests;
  const started = startLivret({ database, now: new Date('2027-06-30T10:00:00Z') });
  beforeAll(async () => {
    livret = await started;
    const days = { startsOn: '2027-03-14', endsOn: '2027-07-02', dueOn: '2027-06-25' };
    const planned = [null, new Date('2027-07-20T16:00:00Z'), null];
    const periods = planned.map((publishAt, index) => ({ period: index + 1, publishAt, count: 3, ...days }));
    await db()
      .repository(PeriodRow)
      .insert(periods.map((one) => ({ year: 2026, rhythm: 'T' as const, ...one })));
    // From here on the job of each hour is due whenever an hour has passed.
    await livret.host.runJobs();
  });

  const db = () => livret.tables(SCHOOL);
  const bilans = () => db().repository(BilanRow);
  async function bilan(role: Role, state: BilanState): Promise<BilanRow> {
    const pupilId = await livret.host.ids.person(role);
    return exampleBilan({ db: db(), pupilId, groupId: livret.host.ids.cm1, marker: `Un bon ${state}` }, state, true);
  }
  const at = (day: string): void => livret.host.clock.set(new Date(`${day}T08:00:00Z`));
  const stateOf = async ({ id }: BilanRow): Promise<string | undefined> =>
    (await bilans().findOne({ where: { id } }))?.state;
  const portal = (role: Role, words: RegExp): PromiseLike<unknown> =>
    livret.host.as(role).get(PORTAL).expect(200, words);

  test('the head is told in July, and until 31 August publishes what was signed; families then read and confirm it', async () => {
    // The pupil: endorsed without a day, endorsed for 20 July, signed. The classmate: signed, and changed behind the brick.
    const [alone, planned, signed] = [
      await bilan('pupil', 'visa'),
      await bilan('pupil', 'visa'),
      await bilan('pupil', 'signed'),
    ];
    const broken = await bilan('classmate', 'signed');
    await bilan('classmate', 'ready');
    await bilans().update({ id: broken.id }, { general: 'Changé' });
    const told = /3 bilans signés ne sont pas publiés/;
    await livret.host.as('head').get(PORTAL).expect(200).expectNot(told);
    at('2027-07-01');
    await portal('head', /3 bilans signés ne sont pas publiés[^]*avant le 31 juillet[^]*\/board\?period=1/);
    await portal('head', /class="v-count"[^>]*>3/);
    for (const role of ['teacher', 'guardian', 'headOfOtherSchool'] as const) {
      await livret.host
        .as(role)
        .get(role === 'headOfOtherSchool' ? '/' : PORTAL)
        .expect(200)
        .expectNot(/ne sont pas publiés/);
    }
    await livret.host
      .as('head')
      .post(LATE_PATH)
      .form({ bilan: tickValue(signed) })
      .expect(303);
    expect(await stateOf(signed)).toBe('signed');
    at('2027-07-21');
    await livret.host.runJobs();
    expect([await stateOf(planned), await stateOf(alone)]).toEqual(['published', 'visa']);

    at('2027-08-03');
    const head = livret.host.as('head');
    await portal('head', /3 bilans signés ne sont pas publiés[^]*jusqu’au 31 août[^]*\/board\/late/);
    await head.get(BOARD_PATH).expect(200, /3 bilans de l’année dernière sont signés/);
    await head.get(LATE_PATH).expect(200, /3 bilans sont signés[^]*1er trimestre[^]*Inès Faivre/);
    for (const role of ['teacher', 'guardian', 'pupil'] as const) await livret.host.as(role).get(LATE_PATH).expect(403);
    await head
      .post(LATE_PATH)
      .form({})
      .expect(409, /Aucun bilan n’est coché/);
    const stale = { bilan: tickValue({ ...signed, revision: signed.revision + 1 }) };
    await head
      .post(LATE_PATH)
      .form(stale)
      .expect(409, /1 bilan a changé depuis/);
    const ticked = new URLSearchParams([
      ...[alone, signed, broken].map((row) => ['bilan', tickValue(row)]),
      ['bilan', stale.bilan.replace(signed.id, planned.id)],
    ]);
    await head
      .post(LATE_PATH)
      .form(ticked)
      .expect(409, /2 bilans sont publiés\. 1 bilan ne correspond plus à sa signature[^]*1 bilan a changé/);
    expect(await Promise.all([alone, signed, broken].map(stateOf))).toEqual(['published', 'published', 'signed']);
    const steps = await db()
      .repository(TraceRow)
      .find({ where: { bilanId: signed.id }, order: { id: 'ASC' } });
    expect(steps.map(({ what, personName, sha256 }) => [what, personName, sha256])).toEqual([
      ['visa', 'Mathieu Grosjean', null],
      ['published', 'Mathieu Grosjean', signed.sha256],
    ]);

    const kept = await bilans().find({ where: { pupilId: signed.pupilId }, order: { period: 'ASC' } });
    expect(kept.map((row) => comparisonIn(row)?.period ?? null)).toEqual([null, null, 2]);

    await portal('guardian', /3 bilans à lire/);
    await portal('pupil', /class="v-count"[^>]*>3/);
    await livret.host
      .as('guardian')
      .get(bilanPath(signed.id))
      .expect(200, /Un bon signed[^]*J’ai lu/);
    await head.get(LATE_PATH).expect(200, /1 bilan est signé/);
  });

  testOnce(
    'from 1 September nothing of that year is told or published, and no day after 31 August can be planned',
    async () => {
      const left = await bilan('pupilOfOtherClass', 'signed');
      at('2027-09-01');
      const head = livret.host.as('head');
      await head
        .get(PORTAL)
        .expect(200)
        .expectNot(/publiés?</);
      await head
        .get(LATE_PATH)
        .expect(200, /Après le 31 août/)
        .expectNot(/name="bilan"/);
      await head
        .post(LATE_PATH)
        .form({ bilan: tickValue(left) })
        .expect(303);
      await bilans().update({ id: left.id }, { state: 'visa' });
      await db()
        .repository(PeriodRow)
        .update({ year: 2026 }, { publishAt: new Date('2027-09-01T06:00:00Z') });
      await livret.host.runJobs();
      expect(await stateOf(left)).toBe('visa');

      at('2027-07-30');
      const form = { period: '1', hour: '18' };
      const early = livret.host.as('head');
      await early
        .post(PUBLISH_PATH)
        .form({ ...form, day: '2027-09-01' })
        .expect(400, /jusqu’au 31 août/);
      await early
        .post(PUBLISH_PATH)
        .form({ ...form, day: '2027-08-31' })
        .expect(303);
    },
  );
});
