// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { group, member, OTHER_SCHOOL, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { BilanRow, type BilanState } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';

const THIRD_SCHOOL = '0390003Z';

function pupilOf(school: string, name: string, level: string): DirectoryRecord[] {
  const key = `${name.toLowerCase()}-0`;
  const pupil = person(key, 'pupil', school, 'Noé', name);
  return [{ ...pupil, level }, group(school, name, name), member(school, name, key)];
}

/** Three more classes that have bilans, one that has none, and one of a third school. */
const records = [
  ...['CP', 'CE1', 'CE2'].flatMap((name) => pupilOf(SCHOOL, name, name)),
  ...pupilOf(SCHOOL, 'Maternelle', 'MS'),
  { type: 'school', uai: THIRD_SCHOOL, name: 'École du Lac', kind: 'primary' } as const,
  ...pupilOf(THIRD_SCHOOL, 'Ailleurs', 'CE2'),
];

describe.each(testDatabases())('the portal of a head on $name', (database) => {
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  let db: ReturnType<LivretForTests['tables']>;
  const started = startLivret({ database, records });
  beforeAll(async () => {
    ({ host, tables } = await started);
    db = tables(SCHOOL);
  });

  beforeEach(async () => {
    for (const school of [SCHOOL, OTHER_SCHOOL]) {
      await tables(school).repository(BilanRow).delete({});
      await tables(school).repository(PeriodRow).delete({});
    }
  });

  /** Gives a school the first term of the year, with its end and the instant of its publication. */
  async function term(school: string, endsOn: string, publishAt: Date | null = null): Promise<void> {
    const days = { startsOn: '2026-09-01', endsOn, dueOn: endsOn };
    const row = { year: 2026, period: 1, rhythm: 'T' as const, count: 3, publishAt, ...days };
    await tables(school).repository(PeriodRow).insert([row]);
  }

  async function bilan(role: 'pupil' | 'classmate', state: BilanState): Promise<void> {
    const pupilId = await host.ids.person(role);
    const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db, marker: role };
    await exampleBilan(about, state, true);
  }

  test('names the endorsed bilans to publish, until a day is chosen', async () => {
    await bilan('pupil', 'visa');
    await bilan('classmate', 'visa');
    await term(SCHOOL, '2026-12-18');
    const told = /2 bilans à publier[^]*aucune date n’est choisie/;
    await host.as('head').get('/../').expect(200, told);
    for (const role of ['teacher', 'headOfOtherSchool'] as const) {
      await host.as(role).get('/../').expect(200).expectNot(told);
    }
    await db.repository(PeriodRow).update({ year: 2026 }, { publishAt: new Date('2026-12-11T17:00:00Z') });
    await host.as('head').get('/../').expect(200).expectNot(told);
  });

  test('asks a head to choose the periods of the year, until there are some or the year is taught', async () => {
    const told =
      /périodes du livret sont à choisir[^]*trois trimestres, le premier jusqu’au 4 décembre\.[^]*\/periods"/;
    await term(OTHER_SCHOOL, '2026-12-18');
    await host.as('head').get('/../').expect(200, told);
    for (const role of ['teacher', 'staff', 'headOfOtherSchool'] as const) {
      await host
        .as(role)
        .get('/../')
        .expect(200)
        .expectNot(/sont à choisir/);
    }
    await term(SCHOOL, '2026-12-18');
    await host
      .as('head')
      .get('/../')
      .expect(200)
      .expectNot(/sont à choisir/);
    await db.repository(PeriodRow).delete({});
    const now = host.clock.now();
    host.clock.set('2027-07-05T10:00:00Z');
    await host
      .as('head')
      .get('/../')
      .expect(200)
      .expectNot(/sont à choisir/);
    host.clock.set(now);
  });

  describe('the classes without a signed bilan', () => {
    const told = /pas encore signé/;

    test('are named on the portal of their head from seven days before the end of the period to seven days after', async () => {
      await term(SCHOOL, '2026-12-01');
      await bilan('pupil', 'ready');
      await host
        .as('head')
        .get('/../')
        .expect(
          200,
          /5 classes n’ont pas encore signé[^]*1er trimestre, jusqu’au 1er décembre\s: CE1, CE2, CM1 et 2 autres\./,
        )
        .expectNot(/Maternelle|Ailleurs/);
      for (const role of ['teacher', 'headOfOtherSchool'] as const) {
        await host.as(role).get('/../').expect(200).expectNot(told);
      }
      for (const endsOn of ['2026-12-02', '2026-11-16']) {
        await db.repository(PeriodRow).update({ year: 2026 }, { endsOn });
        await host.as('head').get('/../').expect(200).expectNot(told);
      }
      await db.repository(PeriodRow).update({ year: 2026 }, { endsOn: '2026-11-17' });
      await host.as('head').get('/../').expect(200, told);
    });

    test('are those of the board, which leaves out a class of pupils who are to have no bilan', async () => {
      await term(SCHOOL, '2026-12-01');
      await bilan('pupil', 'ready');
      await host
        .as('head')
        .get('/board?period=1')
        .expect(200, /5 classes n’ont pas encore signé/)
        .expectNot(/Maternelle/);
      await bilan('classmate', 'visa');
      await host
        .as('head')
        .get('/board/publish?period=1')
        .expect(200, /CE2/)
        .expectNot(/Maternelle/);
    });

    test('leave out the one in which a bilan is signed, and bilans of another school sign for none', async () => {
      await term(SCHOOL, '2026-12-01');
      await bilan('pupil', 'ready');
      await bilan('classmate', 'signed');
      await host
        .as('head')
        .get('/../')
        .expect(200, /4 classes n’ont pas encore signé[^]*: CE1, CE2, CM2 et 1 autre\./);
      // The same class and period in another school count there alone.
      await db.repository(BilanRow).update({ state: 'signed' }, { state: 'draft' });
      const about = { db: tables(OTHER_SCHOOL), groupId: host.ids.cm1, marker: 'Ailleurs' };
      await exampleBilan({ ...about, pupilId: await host.ids.person('pupilOfOtherSchool') }, 'signed');
      await host
        .as('head')
        .get('/../')
        .expect(200, /5 classes n’ont pas encore signé/);
    });

    test('have pupils without a bilan in another class', async () => {
      await term(SCHOOL, '2026-12-01');
      const pupilId = await host.ids.login('ce1-0');
      await exampleBilan({ db, groupId: host.ids.cm1, pupilId, marker: 'CM1' }, 'signed');
      await host
        .as('head')
        .get('/../')
        .expect(200, /3 classes n’ont pas encore signé[^]*: CE2, CM2 et CP\./);
    });
  });

  describe('a planned publication', () => {
    const PUBLISH_AT = new Date('2026-12-11T17:00:00Z');

    test('has a line on the portal of its head, with the way to change or cancel it', async () => {
      await term(SCHOOL, '2026-12-18', PUBLISH_AT);
      await bilan('pupil', 'visa');
      await bilan('classmate', 'visa');
      const line =
        /Publication le 11\sdécembre à\s18\sh[^]*1er trimestre\s: 2\sbilans visés s’ouvriront aux familles\.[^]*Changer ou annuler/;
      await host
        .as('head')
        .get('/../')
        .expect(200, line)
        .expect(200, /\/board\?period=1#publish"/);
      await host
        .as('head')
        .get('/board?period=1')
        .expect(200, /id="publish"[^]*Changer la date[^]*Ne plus publier/);
      for (const role of ['teacher', 'headOfOtherSchool'] as const) {
        await host
          .as(role)
          .get('/../')
          .expect(200)
          .expectNot(/Publication le/);
      }
    });

    test('says that nothing is endorsed yet, and has no line once it has begun', async () => {
      await term(SCHOOL, '2026-12-18', PUBLISH_AT);
      await host
        .as('head')
        .get('/../')
        .expect(200, /1er trimestre\s: aucun bilan n’est encore visé\./);
      for (const begun of [{ outAt: host.clock.now() }, { outAt: null, publishAt: host.clock.now() }]) {
        await db.repository(PeriodRow).update({ year: 2026 }, begun);
        await host
          .as('head')
          .get('/../')
          .expect(200)
          .expectNot(/Publication le/);
      }
    });
  });

  test('bilans that are due today stand in the week of a teacher until the day ends', async () => {
    host.clock.set(new Date('2026-11-24T21:30:00Z'));
    await bilan('pupil', 'visa');
    await term(SCHOOL, '2026-11-24');
    for (const role of ['head', 'teacher'] as const) {
      const { text } = await host.as(role).get('/../').expect(200);
      const [, week = ''] = text.split('Cette semaine');
      expect(week.split('Vos outils')[0]).toContain('/livret-bridge/');
    }
  });
});
