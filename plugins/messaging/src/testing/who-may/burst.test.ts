// SPDX-License-Identifier: EUPL-1.2
import {
  bothDatabases,
  member,
  OTHER_SCHOOL,
  person,
  startTestHost,
  onceInQuickRun,
} from '@volee/core-adapter/testing';
import { DELIVER, deliverData } from '../../domain/judging/deliver-data.js';
import messaging from '../../index.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The number of deliveries at a time, as in a school. */
const AT_ONCE = 3;

/** The brick as it is, of which the deliveries of some messages write at the same time, and the end of these. */
function gatheringBrick(): { brick: typeof messaging; deliveries(messageIds: readonly string[]): Promise<void> } {
  let [left, told] = [new Set<string>(), (): void => undefined];
  let waiting: (() => void)[] = [];
  const gather = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length < AT_ONCE) return;
      const all = waiting;
      waiting = [];
      for (const go of all) go();
    });
  const activate: typeof messaging.activate = (brick) =>
    messaging.activate({
      ...brick,
      jobs: {
        provide: (name, options, run) =>
          brick.jobs.provide(name, options, async (work, data, signal) => {
            // Another message, as one of an earlier test that is judged again, is no part of it.
            const { messageId = '' } = deliverData.safeParse(data).data ?? {};
            if (name !== DELIVER || !left.has(messageId)) return run(work, data, signal);
            const complete: typeof work.complete = async (rows) => {
              await gather();
              return work.complete(rows);
            };
            await run({ ...work, complete }, data, signal);
            if (left.delete(messageId) && left.size === 0) told();
          }),
      },
    });
  const deliveries = (messageIds: readonly string[]): Promise<void> =>
    new Promise((resolve) => {
      [left, told] = [new Set(messageIds), resolve];
    });
  return { brick: { manifest: messaging.manifest, activate }, deliveries };
}

describe.each(bothDatabases())(
  'a pupil who writes much to one classmate, in a collège without consent, on $name',
  (database) => {
    const testOnce = onceInQuickRun(database);
    // Awaited below, since a describe cannot wait.
    let host: Awaited<ReturnType<typeof startTestHost>>;
    const gathering = gatheringBrick();
    const started = startTestHost({
      bricks: [gathering.brick],
      database,
      records: [person('lea', 'pupil', OTHER_SCHOOL, 'Léa', 'Roy'), member(OTHER_SCHOOL, '6a', 'lea')],
    });
    const from = 'pupilOfOtherSchool';

    beforeAll(async () => {
      host = await started;
      await decide({ line: 'moderation', moderated: 'false' });
    });

    /** The head decides, and confirms what it opens wider. */
    async function decide(line: Readonly<Record<string, string>>): Promise<void> {
      const [{ newest = null } = {}] = await host.host.database.dataSource.query<{ newest?: number | null }[]>(
        `SELECT MAX(number) AS newest FROM messaging_policy WHERE school = '${OTHER_SCHOOL}'`,
      );
      const form = { ...line, number: String(newest ?? 0) };
      const head = host.as('headOfOtherSchool');
      const asked = await head.post('/rules/decisions').form(form);
      const sure = /name="sure" value="([^"]*)"/.exec(asked.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
      if (asked.status === 400)
        await head
          .post('/rules/decisions')
          .form({ ...form, sure })
          .expect(303);
      else expect(asked.status).toBe(303);
    }

    async function write(subject: string): Promise<void> {
      const toPerson = await host.ids.login('lea');
      await host.as(from).post('/write').form({ toPerson, subject, body: subject }).expect(303);
    }

    /** The numbers of these messages that the classmate has, and that wait for a teacher. */
    async function fates(like: string): Promise<readonly [number, number]> {
      const count = async (sql: string): Promise<number> =>
        (await host.host.database.dataSource.query<unknown[]>(sql)).length;
      const where = `m.subject LIKE '${like}%'`;
      return [
        await count(
          `SELECT c.id FROM messaging_copy c JOIN messaging_message m ON m.id = c.messageId WHERE ${where} AND c.ownerId <> m.authorId`,
        ),
        await count(
          `SELECT r.id FROM messaging_review r JOIN messaging_message m ON m.id = r.messageId WHERE ${where} AND r.state = 'waiting'`,
        ),
      ];
    }

    testOnce(
      'X5: the sixth message within ten minutes waits for a teacher, also after the others were taken back',
      async () => {
        for (let n = 1; n <= 5; n += 1) await write(`Vite${n}`);
        await host.runJobs();
        expect(await fates('Vite')).toEqual([5, 0]);
        const { text } = await host.as(from).get('/boxes/sent').expect(200);
        const copies = [...text.matchAll(/href="[^"]*(\/copies\/[\da-f-]{36})"/g)].map(([, path]) => path ?? '');
        for (const copy of new Set(copies)) await host.as(from).post(`${copy}/recall`).expect(303);
        const toPerson = await host.ids.login('lea');
        await host
          .as(from)
          .get(`/write?toPerson=${toPerson}`)
          .expect(200, /le lit d’abord/i);
        for (let n = 6; n <= 8; n += 1) await write(`Vite${n}`);
        await host.runJobs();
        expect(await fates('Vite')).toEqual([5, 3]);
        // The head is told of more than five that were taken back, in numbers.
        const head = host.as('headOfOtherSchool');
        const told = /Une même personne a annulé/;
        await head.get('/reports').expect(200).expectNot(told);
        const teacher = host.as('teacherOfOtherSchool');
        const page = await teacher.get('/reviews').expect(200);
        const [, decision = '', version = ''] =
          /action="([^"]+\/reviews\/[^"]+)"[^]*?name="version" value="(\d+)"/.exec(page.text) ?? [];
        await teacher.post(decision).form({ version, do: 'accept' }).expect(303);
        await host.runJobs();
        expect(await fates('Vite')).toEqual([6, 2]);
        const sent = await host.as(from).get('/boxes/sent').expect(200);
        const all = [...sent.text.matchAll(/href="[^"]*(\/copies\/[\da-f-]{36})"/g)].map(([, path]) => path ?? '');
        for (const copy of new Set(all)) await host.as(from).post(`${copy}/recall`);
        await head
          .get('/reports')
          .expect(200, /Une même personne a annulé 6 messages/)
          .expectNot(/Vite|Roy|Texte/);

        host.clock.advance(11 * MINUTE);
        await write('Plus tard');
        await host.runJobs();
        expect(await fates('Plus tard')).toEqual([1, 0]);
      },
    );

    testOnce('X5: what waited for consent does not arrive as a burst where the school ends consent', async () => {
      await decide({ line: 'moderation', moderated: 'true' });
      for (let n = 1; n <= 7; n += 1) {
        await write(`Accord${n}`);
        host.clock.advance(3 * MINUTE);
      }
      await host.runJobs();
      expect(await fates('Accord')).toEqual([0, 7]);
      host.clock.advance(6 * DAY);
      await decide({ line: 'moderation', moderated: 'false' });
      await host.runJobs();
      expect(await fates('Accord')).toEqual([5, 2]);
      // Teachers are asked about something else now: their days begin anew.
      host.clock.advance(6 * DAY);
      await host.runJobs();
      expect(await fates('Accord')).toEqual([5, 2]);
      host.clock.advance(7 * DAY);
      await host.runJobs();
      expect(await fates('Accord')).toEqual([5, 0]);
    });

    // Last: it is morning afterwards.
    testOnce('X5: what waited for the morning does not arrive as a burst either', async () => {
      const evening = host.clock.now();
      evening.setUTCHours(19, 0, 0, 0);
      host.clock.set(evening);
      for (let n = 1; n <= 7; n += 1) {
        await write(`Nuit${n}`);
        host.clock.advance(11 * MINUTE);
      }
      expect(await fates('Nuit')).toEqual([0, 0]);
      const morning = host.clock.now();
      morning.setUTCDate(morning.getUTCDate() + 1);
      morning.setUTCHours(6, 30, 0, 0);
      host.clock.set(morning);
      await host.runJobs();
      expect(await fates('Nuit')).toEqual([5, 2]);
      // The rest is judged again after a change of the rules, and still waits.
      host.clock.advance(20 * MINUTE);
      await decide({ line: 'hours-families', from: '20:00', to: '07:00', day: '7' });
      await host.runJobs();
      expect(await fates('Nuit')).toEqual([5, 2]);
    });

    // Last: the jobs run by themselves from now on.
    test('X5: of deliveries at the same time, each counts what has arrived by the others', async () => {
      const evening = host.clock.now();
      evening.setUTCHours(19, 0, 0, 0);
      host.clock.set(evening);
      const count = 5 * AT_ONCE;
      for (let n = 1; n <= count; n += 1) {
        await write(`Ensemble${n}`);
        host.clock.advance(5 * MINUTE);
      }
      const { dataSource } = host.host.database;
      const written = await dataSource.query<{ id: string }[]>(
        `SELECT id FROM messaging_message WHERE subject LIKE 'Ensemble%'`,
      );
      const delivered = gathering.deliveries(written.map(({ id }) => id));
      const morning = host.clock.now();
      morning.setUTCDate(morning.getUTCDate() + 1);
      morning.setUTCHours(6, 30, 0, 0);
      host.clock.set(morning);
      host.host.jobs.start();
      await delivered;
      // The states tell which message was left where the numbers are wrong.
      const states = await dataSource.query<{ state: string }[]>(
        `SELECT state FROM messaging_message WHERE subject LIKE 'Ensemble%' ORDER BY state`,
      );
      expect(states.map(({ state }) => state)).toEqual([
        ...Array.from({ length: count - 5 }, () => 'held'),
        ...Array.from({ length: 5 }, () => 'sent'),
      ]);
      expect(await fates('Ensemble')).toEqual([5, count - 5]);
    });
  },
);
