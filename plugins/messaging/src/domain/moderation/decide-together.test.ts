// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, member, person, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

describe.each(bothDatabases())('several decisions at once on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({
    bricks: [messaging],
    database,
    records: [person('hugo', 'pupil', SCHOOL, 'Hugo', 'Mercier'), member(SCHOOL, 'cm2', 'hugo')],
  });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, open } = messageSteps(() => host);

  /** The value of the tick of a message. */
  async function tickOf(subject: string): Promise<string> {
    const { text } = await host.as('teacher').get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    return /name="review" value="([^"]+)"/.exec(item)?.[1] ?? '';
  }

  test('are each judged, and the reader is told what came before', async () => {
    const classmate = { toPerson: await host.ids.person('classmate') };
    for (const subject of ['Volcan', 'Danse', 'Foot', 'Lune']) await send('pupil', classmate, subject);
    await send('pupilOfOtherClass', { toPerson: await host.ids.login('hugo') }, 'Ailleurs');
    const [volcan, dance, football] = [await tickOf('Volcan'), await tickOf('Danse'), await tickOf('Foot')];
    const { text } = await host.as('teacherOfOtherClass').get('/reviews').expect(200);
    const elsewhere = /action="[^"]*\/reviews\/([\da-f-]{36})[?"]/.exec(text)?.[1] ?? '';
    expect(elsewhere).not.toBe('');

    const form = (ticks: readonly string[], rest: Record<string, string>): URLSearchParams =>
      new URLSearchParams([...ticks.map((tick): [string, string] => ['review', tick]), ...Object.entries(rest)]);
    const first = host.as('teacher');
    const second = host.as('teacherInBothSchools');
    await first
      .post('/reviews')
      .form(form([], { do: 'accept' }))
      .expect(400, /Choisissez d’abord un message/);
    await first
      .post('/reviews')
      .form(form([football], { do: 'refuse', reason: 'own-words', word: ' ' }))
      .expect(400, /Écrivez le mot[^]*checked/);
    await first
      .post('/reviews')
      .form(form([volcan], { do: 'accept' }))
      .expect(303);

    // A class of somebody else is passed over, what was decided before is told, the rest is done.
    await second
      .post('/reviews')
      .form(form([volcan, dance, `${elsewhere} 1`], { do: 'accept' }))
      .expect(303);
    await second.get('/reviews').expect(200, /Le message est accepté\. Claire Vuillet a déjà accepté ce message/);
    const refusal = form([football], { do: 'refuse', reason: 'talk-first', word: '' });
    await first.post('/reviews').form(refusal).expect(303);
    await host.runJobs();
    expect(await has('classmate', 'Volcan')).toBe(true);
    expect(await has('classmate', 'Danse')).toBe(true);
    expect(await has('classmate', 'Foot')).toBe(false);
    expect((await open('pupil', 'Foot', '/boxes/sent')).text).toMatch(/Viens m’en parler avant/);
    expect(await has('teacherOfOtherClass', 'Ailleurs', '/reviews')).toBe(true);

    // One is left, and the page shows the other teacher what was decided meanwhile.
    await second
      .get('/reviews')
      .expect(200, /1 message d’élève à accepter[^]*Lune[^]*Claire Vuillet a déjà refusé ce message/);

    // Of several decisions about it at the same time, one counts, and the journal has a line for each review that was decided.
    const waiting = await host.host.database.dataSource.query<{ id: string; version: number }[]>(
      `SELECT id, version FROM messaging_review WHERE state = 'waiting'`,
    );
    const ticks = waiting.map(({ id, version }) => `${id} ${version}`);
    const decisions = [first, second, first, second].map(async (teacher) =>
      teacher.post('/reviews').form(form(ticks, { do: 'accept' })),
    );
    await Promise.all(decisions);
    const lines = await host.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM core_audit WHERE action LIKE 'messaging.review.%' AND outcome = 'done'`,
    );
    const decided = await host.host.database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM messaging_review WHERE state IN ('accepted', 'refused')`,
    );
    const named = lines.map(({ subject }) => (JSON.parse(subject) as { review: string }).review);
    expect(named.sort()).toEqual(decided.map(({ id }) => id).sort());
    expect(decided).toHaveLength(4);
  });
});
