// SPDX-License-Identifier: EUPL-1.2
import {
  bothDatabases,
  member,
  OTHER_SCHOOL,
  SCHOOL,
  startTestHost,
  type Role,
  onceInQuickRun,
} from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const UNDO = '/reviews/accepted/undo';
const SENT = '/boxes/sent';

describe.each(bothDatabases())('an acceptance that is taken back on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database, records: [member(SCHOOL, 'cm2', 'pupil')] });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, open, pathOf, reply, waitUntilHour } = messageSteps(() => host);
  const rows = async <T>(sql: string): Promise<T[]> => host.host.database.dataSource.query<T[]>(sql);

  /** Accepts the message of a subject by its own button. @returns what « Annuler » sends */
  async function accept(subject: string, by: Role = 'teacher', told = /Le message est accepté/): Promise<string> {
    const teacher = host.as(by);
    const { text } = await teacher.get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    const [, path = '', version = ''] = /action="([^"]+)"[^]*?name="version" value="(\d+)"/.exec(item) ?? [];
    await teacher.post(path).form({ do: 'accept', version }).expect(303);
    const page = await teacher.get('/reviews').expect(200, told);
    const [, field = ''] = /accepted\/undo"[^]*?name="review" value="([^"]+)"[^]*?Annuler/.exec(page.text) ?? [];
    expect(field).not.toBe('');
    return field;
  }

  /** Presses « Annuler ». @returns the page that follows */
  async function undo(field: string, by: Role = 'teacher'): Promise<string> {
    const teacher = host.as(by);
    await teacher.post(UNDO).form({ review: field }).expect(303);
    return (await teacher.get('/reviews').expect(200)).text;
  }

  async function copiesOf(subject: string): Promise<number> {
    const found = await rows(
      `SELECT c.id FROM messaging_copy c JOIN messaging_message m ON m.id = c.messageId AND m.school = c.school
       WHERE m.subject = '${subject}' AND c.ownerId <> m.authorId`,
    );
    return found.length;
  }

  async function write(subject: string, to: Role = 'classmate'): Promise<void> {
    await send('pupil', { toPerson: await host.ids.person(to) }, subject);
    await host.runJobs();
  }

  test('takes an unseen message out of the inbox; it waits for the class, and arrives once it is accepted again', async () => {
    await write('Cabane');
    const field = await accept('Cabane');
    await host.runJobs();
    expect(await copiesOf('Cabane')).toBe(1);
    const page = await undo(field);
    expect(page).toMatch(
      /Le message attend de nouveau\. Aucun élève ne l’avait vu\.[^]*<li class="v-review">[^]*Cabane/,
    );
    expect(page).not.toContain('Changé, ');
    // A second press of the button is answered like the first.
    expect(await undo(field)).toMatch(/Le message attend de nouveau/);
    await host.runJobs();
    expect(await copiesOf('Cabane')).toBe(0);
    expect(await has('classmate', 'Cabane')).toBe(false);
    expect(await has('teacherInBothSchools', 'Cabane', '/reviews')).toBe(true);
    expect((await open('pupil', 'Cabane', SENT)).text).toMatch(/attend/);
    const [message] = await rows<{ state: string; settledAt: unknown }>(
      `SELECT state, settledAt FROM messaging_message WHERE subject = 'Cabane'`,
    );
    expect({ ...message }).toEqual({ state: 'held', settledAt: null });

    await accept('Cabane', 'teacherInBothSchools');
    await host.runJobs();
    expect((await open('classmate', 'Cabane')).text).toContain('Texte de Cabane');
    const lines = await rows<{ action: string }>(
      `SELECT action FROM core_audit WHERE action LIKE 'messaging.review.%' AND outcome = 'done' ORDER BY action`,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'messaging.review.accepted',
      'messaging.review.accepted',
      'messaging.review.undone',
    ]);
  });

  testOnce('changes nothing once a pupil was shown a word of the message', async () => {
    await write('Secret');
    const field = await accept('Secret');
    await host.runJobs();
    expect(await has('classmate', 'Secret')).toBe(true);
    expect(await undo(field)).toMatch(/Un élève a déjà vu le message.: il reste accepté/);
    expect(await copiesOf('Secret')).toBe(1);
    expect((await open('pupil', 'Secret', SENT)).text).not.toMatch(/attend/);
  });

  testOnce(
    'counts before the delivery as well, and a message that has quiet hours to wait for stays with the class',
    async () => {
      await waitUntilHour(20);
      await write('Étoiles');
      await host
        .as('teacher')
        .get('/reviews')
        .expect(200, /Un message accepté partira demain à 7\u00a0h/);
      const field = await accept('Étoiles', 'teacher', /Le message est accepté.: il partira demain à 7\u00a0h/);
      await host.runJobs();
      await host
        .as('pupil')
        .get('/')
        .expect(200, /Il arrivera demain à 7\u00a0h\. Tu l’as écrit aujourd’hui à/);
      expect((await open('pupil', 'Étoiles', SENT)).text).toMatch(/Zoé[^<]* le recevra demain à 7\u00a0h/);
      expect(await undo(field)).toMatch(/Le message attend de nouveau/);
      await waitUntilHour(8);
      expect(await copiesOf('Étoiles')).toBe(0);
      await host
        .as('teacher')
        .get('/reviews')
        .expect(200, /Un message accepté part tout de suite/);
      // The delivery of the acceptance has not begun yet.
      const again = await accept('Étoiles');
      expect(await undo(again)).toMatch(/Le message attend de nouveau/);
      await host.runJobs();
      expect(await copiesOf('Étoiles')).toBe(0);
    },
  );

  testOnce('an accepted message waits for the end of a pause, and the page and its note say until when', async () => {
    await waitUntilHour(8);
    await write('Grelot');
    const pause = { profile: 'pupil', reason: 'On en parle.', until: 'day' };
    const day = new Date(host.clock.now().getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10);
    const end = async (): Promise<void> => {
      const { text } = await host.as('head').get('/rules').expect(200);
      await host
        .as('head')
        .post('/rules/pause/end')
        .form({ id: /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '' })
        .expect(303);
    };
    await host
      .as('head')
      .post('/rules/pause')
      .form({ ...pause, untilDay: day, untilTime: '08:00' })
      .expect(303);
    await host
      .as('teacher')
      .get('/reviews')
      .expect(200, /accepté partira après la pause, demain à 8\u00a0h/);
    await undo(await accept('Grelot', 'teacher', /accepté.: il partira après la pause, demain à 8\u00a0h\./));
    await end();
    // The pause ends in the quiet hours.
    await host
      .as('head')
      .post('/rules/pause')
      .form({ ...pause, untilDay: day, untilTime: '21:00' })
      .expect(303);
    await host
      .as('teacher')
      .get('/reviews')
      .expect(200, /accepté partira après la pause, [^.]* à 7\u00a0h/);
    await end();
    await host
      .as('head')
      .post('/rules/pause')
      .form({ ...pause, until: 'open' })
      .expect(303);
    await host
      .as('teacher')
      .get('/reviews')
      .expect(200, /accepté partira après la pause\./);
    await undo(await accept('Grelot', 'teacher', /accepté.: il partira après la pause\./));
    await end();
    await host
      .as('teacher')
      .get('/reviews')
      .expect(200, /Un message accepté part tout de suite/);
  });

  testOnce(
    'is for the teacher who accepted, and comes too late for a message that was taken back or accepted by another one',
    async () => {
      await write('Ballon');
      const field = await accept('Ballon');
      await host.runJobs();
      const tooLate = /Le message a changé depuis.: il est trop tard pour annuler/;
      for (const other of ['teacherInBothSchools', 'teacherOfOtherClass'] as const)
        expect(await undo(field, other)).toMatch(tooLate);
      await host.as('guardian').post(UNDO).form({ review: field }).expect(403);
      await host.as('teacherOfOtherSchool').post(UNDO).form({ review: field }).expect(303);
      await host.asLogin('teacherinbothschools', OTHER_SCHOOL).post(UNDO).form({ review: field }).expect(303);
      expect(await copiesOf('Ballon')).toBe(1);
      await host
        .as('pupil')
        .post(`${await pathOf('pupil', 'Ballon', SENT)}/recall`)
        .form({})
        .expect(303);
      expect(await undo(field)).toMatch(tooLate);

      await write('Corde');
      const first = await accept('Corde');
      await undo(first);
      await accept('Corde', 'teacherInBothSchools');
      expect(await undo(first)).toMatch(tooLate);
    },
  );

  testOnce('leaves what another class has accepted, and what adults received', async () => {
    const named = ['classmate', 'pupilOfOtherClass', 'teacher'] as const;
    const to = await Promise.all(named.map(async (role) => ['toPerson', await host.ids.person(role)]));
    const fields = [...to, ['subject', 'Goûter'], ['body', 'Texte de Goûter']] as [string, string][];
    await host.as('pupil').post('/write').form(new URLSearchParams(fields)).expect(303);
    await host.runJobs();
    expect(await has('teacher', 'Goûter')).toBe(true);
    const field = await accept('Goûter');
    await accept('Goûter', 'teacherOfOtherClass');
    await host.runJobs();
    expect(await has('pupilOfOtherClass', 'Goûter')).toBe(true);
    expect(await undo(field)).toMatch(/Le message attend de nouveau/);
    expect(await copiesOf('Goûter')).toBe(2);
    expect(await has('classmate', 'Goûter')).toBe(false);
  });

  testOnce('gives a thread its earlier message back', async () => {
    await write('Chanson');
    await accept('Chanson');
    await host.runJobs();
    await reply('classmate', 'Chanson', 'Oui, chantons');
    await host.runJobs();
    await undo(await accept('Oui, chantons'));
    await accept('Oui, chantons');
    await host.runJobs();
    await reply('pupil', 'Oui, chantons', 'Demain matin');
    const field = await accept('Demain matin');
    await host.runJobs();
    await undo(field);
    // The list of the classmate shows the thread by the message before.
    expect(await has('classmate', 'Texte de Chanson')).toBe(true);
    expect(await has('classmate', 'Demain matin')).toBe(false);
  });

  test('and a page that shows the message at the same instant agree', async () => {
    await write('Course');
    const field = await accept('Course');
    await host.runJobs();
    const [page, seen] = await Promise.all([undo(field), has('classmate', 'Course')]);
    expect(page).toMatch(seen ? /il reste accepté/ : /attend de nouveau/);
    expect(await copiesOf('Course')).toBe(seen ? 1 : 0);
  });

  test('of several messages at once says what became of each', async () => {
    for (const subject of ['Pomme', 'Poire']) await write(subject);
    const teacher = host.as('teacher');
    const { text } = await teacher.get('/reviews').expect(200);
    const ticks = ['Pomme', 'Poire'].map((subject): [string, string] => {
      const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
      return ['review', /name="review" value="([^"]+)"/.exec(item)?.[1] ?? ''];
    });
    await teacher
      .post('/reviews')
      .form(new URLSearchParams([['do', 'accept'], ...ticks]))
      .expect(303);
    const page = await teacher.get('/reviews').expect(200, /2 messages sont acceptés/);
    await host.runJobs();
    await host
      .as('pupil')
      .post(`${await pathOf('pupil', 'Poire', SENT)}/recall`)
      .form({})
      .expect(303);
    const fields = [...page.text.matchAll(/name="review" value="([^"]+ 2)"/g)].map(([, value = '']) => [
      'review',
      value,
    ]);
    expect(fields).toHaveLength(2);
    await teacher.post(UNDO).form(new URLSearchParams(fields)).expect(303);
    await teacher.get('/reviews').expect(200, /Le message attend de nouveau[^]*Le message a changé depuis/);
  });
});
