// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';

import type { DirectorySource } from '@volee/core-adapter/directory';
import {
  bothDatabases,
  CLASSMATE_RECORDS,
  member,
  onceInQuickRun,
  OTHER_SCHOOL,
  person,
  SAMPLE_RECORDS,
  SCHOOL,
  startTestHost,
} from '@volee/core-adapter/testing';
import livret from '@volee/livret-bridge';

import { waitUntil } from '../services/index.js';
import { serveBeside } from './serve-beside.js';
import { cookieHeader } from './session-cookie.js';

const MINUTE = 60_000;
/** Forms that are signed at once, each for a whole class in one period: some before the process is killed, some after. */
const FORMS = 24;
/** Pupils who go to the collège. */
const LEAVERS = 160;

const logins = Array.from({ length: LEAVERS }, (_, number) => `pupil-${String(number)}`);
const inCm2 = logins.flatMap((login) => [
  { ...person(login, 'pupil', SCHOOL, 'Alix', login), level: 'CM2' },
  member(SCHOOL, 'cm2', login),
]);
const inSixth = logins.flatMap((login) => [
  { ...person(login, 'pupil', OTHER_SCHOOL, 'Alix', login), level: '6E' },
  member(OTHER_SCHOOL, '6a', login),
]);

interface Bilan {
  readonly id: string;
  readonly pupilId: string;
  readonly classId: string;
  readonly period: number;
  readonly state: string;
  readonly revision: number;
  readonly sha256: string | null;
}

/** Two processes on one database: the tests' own, which runs jobs only when it is told to, and a `volee serve` that is killed. */
const pairs = await Promise.all(
  bothDatabases().map(async (database) => {
    const host = await startTestHost({ bricks: [livret], database, records: inCm2, now: new Date() });
    return { name: database.name, host, served: await serveBeside(host, { '@volee/livret-bridge': {} }) };
  }),
);

describe.each(pairs)('volee serve is killed, on $name', ({ name, host, served }) => {
  const testOnce = onceInQuickRun({ name });
  afterAll(() => served.stop());

  const { dataSource } = host.host.database;
  const query = <R>(sql: string, values: unknown[] = []): Promise<R[]> => dataSource.query(sql, values);
  const bilans = () => dataSource.getRepository('livret_bridge_bilan');
  const bilansOf = (classId: string): Promise<Bilan[]> =>
    query('SELECT * FROM livret_bridge_bilan WHERE classId = ? ORDER BY period, id', [classId]);
  const ticks = (rows: readonly Bilan[]): URLSearchParams =>
    new URLSearchParams(rows.map(({ id, revision }) => ['bilan', `${id} ${String(revision)}`]));
  const signPath = (period: number): string => `/classes/${host.ids.cm1}/${String(period)}/sign`;

  /** Bilans of the class in the current period, complete and ready to be signed. */
  async function readyBilans(role: 'teacher' | 'teacherOfOtherClass', groupId: string): Promise<Bilan[]> {
    await host.as(role).post('/periods/begin').form({ groupId }).expect(303);
    const [row] = await bilansOf(groupId);
    await host
      .as(role)
      .get(`/classes/${groupId}/${String(row?.period ?? 1)}`)
      .expect(200);
    await query(
      "UPDATE livret_bridge_bilan SET positions = REPLACE(positions, ' ', '3'), general = 'Un bon trimestre', state = 'ready' WHERE classId = ?",
      [groupId],
    );
    return bilansOf(groupId);
  }

  test('F15: while classes are signed: a class is signed whole or not at all, as its history and the journal say', async () => {
    const first = await readyBilans('teacher', host.ids.cm1);
    const others = Array.from({ length: FORMS - 1 }, (_, number) => 10 + number);
    const known = (await bilans().find()).filter((row) => first.some(({ id }) => id === row['id']));
    for (const period of others) await bilans().insert(known.map((row) => ({ ...row, id: randomUUID(), period })));
    const all = await bilansOf(host.ids.cm1);
    const periods = [...new Set(all.map(({ period }) => period))];
    expect([periods.length, first.length]).toEqual([FORMS, 2]);
    const formOf = (period: number): URLSearchParams => ticks(all.filter((row) => row.period === period));

    await served.serve();
    const cookie = await cookieHeader(host.host, await host.ids.person('teacher'));
    const acknowledged = new Set<number>();
    const sent = periods.map(async (period) => {
      const answer = await fetch(`${served.url}/s/${SCHOOL}/livret-bridge${signPath(period)}`, {
        ...{ method: 'POST', redirect: 'manual', body: formOf(period) },
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      });
      if (answer.status === 303) acknowledged.add(period);
    });
    await waitUntil('one is acknowledged', () => Promise.resolve(acknowledged.size > 0), MINUTE);
    await served.kill();
    await Promise.allSettled(sent);

    const signedNow = await expectAgreement();
    for (const period of acknowledged) expect(signedNow).toContain(period);
    expect(signedNow.size).toBeLessThan(FORMS);
    // The next process signs the others, and the head endorses what each signature covers.
    for (const period of periods.filter((one) => !signedNow.has(one)))
      await host.as('teacher').post(signPath(period)).form(formOf(period)).expect(303);
    expect((await expectAgreement()).size).toBe(FORMS);
    const [kept = 0] = signedNow;
    const rows = (await bilansOf(host.ids.cm1)).filter(({ period }) => period === kept);
    const visa = ticks(rows);
    visa.set('period', String(kept));
    await host.as('head').post('/board/visa').form(visa).expect(303);
    const endorsed = (await bilansOf(host.ids.cm1)).filter(({ state }) => state === 'visa');
    expect(endorsed.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  /** Expects that rows, histories and the journal agree about each class. @returns the periods that are signed */
  async function expectAgreement(): Promise<ReadonlySet<number>> {
    const rows = await bilansOf(host.ids.cm1);
    const steps = await query<{ bilanId: string; sha256: string }>(
      "SELECT bilanId, sha256 FROM livret_bridge_trace WHERE what = 'signed'",
    );
    const lines = await query<{ subject: string }>("SELECT subject FROM core_audit WHERE action = 'livret.signed'");
    const subjects = lines.map(({ subject }) => (JSON.parse(subject) as { bilans: string[] }).bilans.sort());
    const signed = rows.filter(({ state }) => state === 'signed');
    expect(steps.map(({ bilanId, sha256 }) => `${bilanId} ${sha256}`).sort()).toEqual(
      signed.map(({ id, sha256 }) => `${id} ${String(sha256)}`).sort(),
    );
    const byPeriod = [...new Set(signed.map(({ period }) => period))].map((period) =>
      rows.filter((row) => row.period === period),
    );
    for (const period of byPeriod) expect(new Set(period.map(({ state }) => state))).toEqual(new Set(['signed']));
    const classes = byPeriod.map((period) => period.map(({ id }) => id).sort());
    expect(subjects.map(String).sort()).toEqual(classes.map(String).sort());
    return new Set(signed.map(({ period }) => period));
  }

  testOnce('F15: while livrets are delivered: each pupil has one copy in the end, and no parcel is left', async () => {
    await publish(await readyBilans('teacherOfOtherClass', host.ids.cm2));
    const ids = await Promise.all(logins.map((login) => host.ids.login(login)));
    const pupils = ids.map((id): [string, string] => ['pupil', id]);
    const head = host.as('head');
    const form = (...fields: [string, string][]): URLSearchParams => new URLSearchParams([...fields, ...pupils]);
    await head
      .post('/hand-over')
      .form(form(['do', 'choose'], ['to', OTHER_SCHOOL]))
      .expect(303);
    await head
      .post('/hand-over')
      .form(form(['do', 'offer'], ['to', OTHER_SCHOOL]))
      .expect(303);
    const shown = ids.map((id): [string, string] => ['shown', id]);
    const answer = form(['from', SCHOOL], ['reason', 'later'], ['word', ''], ...shown);
    await host.as('headOfOtherSchool').post('/arrivals').form(answer).expect(303);
    await syncWith(inSixth);

    const copies = async (): Promise<string[]> =>
      (await query<{ pupilId: string }>('SELECT pupilId FROM livret_bridge_handed')).map(({ pupilId }) => pupilId);
    expect(await copies()).toEqual([]);
    await served.serve();
    await waitUntil('some are delivered', async () => (await copies()).length > 5, MINUTE);
    await served.kill();
    const written = (await copies()).length;
    expect(written).toBeLessThan(LEAVERS);
    const delivered = await query("SELECT id FROM core_parcel WHERE state = 'delivered' AND content IS NULL");
    expect(delivered).toHaveLength(written);

    // Longer than the lease of the job.
    host.clock.advance(10 * MINUTE);
    await host.runJobs();
    expect((await copies()).sort()).toEqual([...ids].sort());
    const left = await query(
      "SELECT id FROM core_parcel WHERE state <> 'delivered' OR content IS NOT NULL OR revision <> 1",
    );
    expect(left).toEqual([]);
    const lines = await query("SELECT id FROM core_audit WHERE action = 'core.parcel.deliver'");
    expect(lines).toHaveLength(2 * LEAVERS);
  });

  /**
   * Signs, endorses and publishes bilans of the CM2. It also makes such bilans of the year before, which are handed over until 1 November.
   * The clock goes back after the ten minutes of the publication: the served host has the clock of the machine.
   */
  async function publish(ready: readonly Bilan[]): Promise<void> {
    const drafts = (await bilans().find()).filter(({ classId }) => classId === host.ids.cm2);
    const [period = ''] = ready.map((row) => String(row.period));
    const path = `/classes/${host.ids.cm2}/${period}/sign`;
    await host.as('teacherOfOtherClass').post(path).form(ticks(ready)).expect(303);
    const visa = ticks(await bilansOf(host.ids.cm2));
    visa.set('period', period);
    await host.as('head').post('/board/visa').form(visa).expect(303);
    await host.as('head').post('/board/publish').form({ period, do: 'now' }).expect(303);
    host.clock.advance(10 * MINUTE);
    await host.runJobs();
    host.clock.advance(-10 * MINUTE);
    expect(new Set((await bilansOf(host.ids.cm2)).map(({ state }) => state))).toEqual(new Set(['published']));
    await bilans().insert(drafts.map((row) => ({ ...row, id: randomUUID(), year: Number(row['year']) - 1 })));
  }

  /** Syncs a directory in which the pupils are no longer at the école, but pupils of the collège. */
  async function syncWith(records: readonly object[]): Promise<void> {
    const source: DirectorySource = {
      name: 'ldap',
      async *read() {
        yield* [...SAMPLE_RECORDS, ...CLASSMATE_RECORDS, ...records] as typeof SAMPLE_RECORDS;
      },
    };
    const run = await host.host.sync.plan(source, new AbortController().signal);
    await host.host.sync.apply(run.id, { approve: { by: 'cli', reason: 'a test' } });
  }
});
