// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { classForTests } from '../../testing/start/class-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { PUBLISH_PATH, VISA_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { comparisonIn } from '../bilan/comparison.js';
import { TEN_MINUTES } from './leaves-at.js';
import { tickValue } from './ticked.js';

const HOUR = 3_600_000;

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('the publication of bilans on $name', ({ host, tables }) => {
  const db = tables(SCHOOL);
  const bilans = db.repository(BilanRow);
  const { pair, now, board } = classForTests({ host, tables });

  test('bilans are published at the instant that the head chose, and those endorsed later ten minutes after their visa', async () => {
    const [one, other] = await pair('visa', 'signed');
    const period = String(one.period);
    await host.runJobs();
    for (const [day, sentence] of [
      ['2026-11-20', /Ce moment est passé/],
      ['2026-02-30', /Ce jour n’existe pas/],
      ['', /Ce jour n’existe pas/],
      ['2029-01-01', /jusqu’au 31 août/],
    ] as const) {
      await host.as('head').post(PUBLISH_PATH).form({ period, day, hour: '18' }).expect(400, sentence);
    }
    const at = { period, day: '2026-12-11', hour: '18' };
    await host.as('head').post(PUBLISH_PATH).form(at).expect(303);
    expect(await board(one)).toMatch(/Prévu le 11 décembre à\s18\sh/);
    await host.as('guardian').get(`/bilans/${one.id}`).expect(404);
    // 18 h in Paris is 17 h UTC in December.
    host.clock.advance(new Date('2026-12-11T16:59:59Z').getTime() - host.clock.now().getTime());
    await host.runJobs();
    expect((await now(one)).state).toBe('visa');
    host.clock.advance(2_000);
    await host.runJobs();
    expect(await now(one)).toMatchObject({ state: 'published', publishedAt: host.clock.now() });
    await host
      .as('guardian')
      .get(`/bilans/${one.id}`)
      .expect(200, /Le trimestre de pupil/);
    await host
      .as('head')
      .post(VISA_PATH)
      .form({ period, bilan: tickValue(other) })
      .expect(303);
    host.clock.advance(TEN_MINUTES - 1);
    await host.runJobs();
    expect((await now(other)).state).toBe('visa');
    host.clock.advance(1);
    await host.runJobs();
    expect((await now(other)).state).toBe('published');
    expect(await board(one)).toMatch(/est publié dix minutes après/);
  });

  test('what is not as it was signed is not published; a planned publication can be called off', async () => {
    const [one, other] = await pair('visa', 'visa');
    const period = String(one.period);
    const where = { year: 2026, period: one.period };
    await host.as('head').post(PUBLISH_PATH).form({ period, day: '2027-01-15', hour: '7' }).expect(303);
    await host.as('head').post(PUBLISH_PATH).form({ period, do: 'cancel' }).expect(303);
    expect((await db.repository(PeriodRow).findOne({ where }))?.publishAt).toBeNull();
    await bilans.update({ id: other.id }, { general: 'Autre chose' });
    await host.as('head').post(PUBLISH_PATH).form({ period, do: 'now' }).expect(303);
    host.clock.advance(TEN_MINUTES);
    await host.runJobs();
    expect([(await now(one)).state, (await now(other)).state]).toEqual(['published', 'visa']);
    // No night was between: the publication itself keeps the comparison.
    expect(comparisonIn(await now(one))).toBeDefined();
    await host.as('head').post(PUBLISH_PATH).form({ period, do: 'cancel' }).expect(303);
    expect((await db.repository(PeriodRow).findOne({ where }))?.publishAt).toEqual(host.clock.now());
  });

  test('P17 while the clock is in doubt a planned publication waits, no page calls it published, and the head publishes by hand', async () => {
    const [one, other] = await pair('visa', 'signed');
    const [mine] = await pair('visa', 'published');
    const run = async (): Promise<void> => void (await host.host.jobs.runDue({ isClockSure: false }));
    const publish = (form: Record<string, string>) => host.as('head').post(PUBLISH_PATH).form(form).expect(303);
    const period = String(one.period);
    await run();
    for (const { period: each } of [one, mine]) await publish({ period: String(each), day: '2027-01-12', hour: '18' });
    host.clock.set('2027-01-20T10:00:00Z');
    await run();
    await host
      .as('head')
      .post(VISA_PATH)
      .form({ period, bilan: tickValue(other) })
      .expect(303);
    await run();
    for (const row of [one, other, mine]) expect((await now(row)).state).toBe('visa');
    expect(await board(one)).toMatch(/Prévu le 12 janvier à\s18\sh[^]*seront publiés sous peu/);
    expect(await board(one)).not.toMatch(/Publié le|dix minutes après/);
    await host.as('guardian').get(`/bilans/${one.id}`).expect(404);
    await host
      .as('teacher')
      .get(`/bilans/${one.id}`)
      .expect(200, /attend d’être publié/)
      .expectNot(/Publié/);
    await publish({ period: String(mine.period), do: 'now' });
    host.clock.advance(TEN_MINUTES);
    await run();
    for (const [row, state] of [
      [one, 'visa'],
      [mine, 'published'],
    ] as const)
      expect((await now(row)).state).toBe(state);
    host.clock.advance(25 * HOUR);
    await run();
    for (const row of [one, other]) expect((await now(row)).state).toBe('published');
    expect(await board(one)).toMatch(/Publié le 12 janvier[^]*est publié dix minutes après/);
  });
});
