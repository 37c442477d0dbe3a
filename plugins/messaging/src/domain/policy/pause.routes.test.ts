// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const REASON = 'On en parle en classe.';

describe.each(bothDatabases())('a pause on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, pathOf, reply } = messageSteps(() => host);
  const stop = (form: Record<string, string>, status = 303) =>
    host
      .as('head')
      .post('/rules/pause')
      .form({ reason: REASON, untilDay: '', untilTime: '', ...form })
      .expect(status);
  const idOf = async (): Promise<string> => {
    const { text } = await host.as('head').get('/rules').expect(200);
    return /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };
  const end = async (status = 303) =>
    host
      .as('head')
      .post('/rules/pause/end')
      .form({ id: await idOf() })
      .expect(status);

  testOnce(
    'X2 from the next request on, no path lets a pupil send: page, form, reply, draft, program; adults go on',
    async () => {
      const teacher = await host.ids.person('teacher');
      const pupil = host.as('pupil');
      await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Devoirs');
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Attend');
      await host.runJobs();
      const draft = await pupil
        .post('/write')
        .form({ toPerson: teacher, subject: 'Vieux brouillon', body: 'x', do: 'save' })
        .expect(303);
      const thread = await pathOf('pupil', 'Devoirs', '/?door=read');

      await stop({ profile: 'pupil' });
      await pupil.get('/').expect(200, /On en parle en classe/);
      await host
        .as('teacher')
        .get('/')
        .expect(200, /Les élèves ne peuvent ni écrire ni répondre[^]*On en parle en classe/);
      await send('pupil', { toPerson: teacher }, 'Nouveau', 400);
      await pupil.post(`${thread}/reply`).form({ body: 'Réponse arrêtée' }).expect(400);
      await pupil
        .post(draft.headers.get('location') ?? '')
        .form({ toPerson: teacher, subject: 'Vieux brouillon', body: 'x', do: 'send' })
        .expect(400);
      const { secret } = await host.host.tokens.create(
        await host.ids.person('pupil'),
        { name: 'program', brickIds: ['messaging'], endsAt: null },
        'cli',
      );
      const program = await fetch(`${host.url}/s/0390001X/messaging/write`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}` },
        body: new URLSearchParams({ toPerson: teacher, subject: 'Programme', body: 'x' }),
      });
      expect(program.status).toBe(400);
      await send('guardian', { toPerson: teacher }, 'Famille');
      await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Toujours');
      await host.runJobs();
      for (const subject of ['Nouveau', 'Réponse arrêtée', 'Vieux brouillon', 'Programme'])
        expect(await has('teacher', subject)).toBe(false);
      expect(await has('teacher', 'Famille')).toBe(true);
      expect(await has('classmate', 'Attend', '/?door=read')).toBe(false);

      await end();
      await host.runJobs();
      await reply('pupil', 'Devoirs', 'Réponse permise');
      await host.runJobs();
      expect(
        (
          await host
            .as('teacher')
            .get(await pathOf('teacher', 'Devoirs'))
            .expect(200)
        ).text,
      ).toContain('Réponse permise');
    },
  );

  test('of two heads at once, the second one reads the pause of the first one', async () => {
    await stop({ profile: 'pupil', seen: '' });
    await stop({ profile: 'pupil', reason: 'Un autre motif', seen: '' }, 409);
    const { text } = await host
      .as('head')
      .get('/rules')
      .expect(200, /On en parle en classe/);
    expect(text).not.toContain('Un autre motif');
    // With what they have read, they change its end.
    await stop({ profile: 'pupil', seen: await idOf(), untilDay: '2026-11-24', untilTime: '15:00' });
    await host
      .as('head')
      .get('/rules')
      .expect(200, /Jusqu’au [^<]*15\u00a0h/);
    host.clock.set('2026-11-24T14:00:00Z');
    await send('pupil', { toPerson: await host.ids.person('teacher') }, 'Après la fin');
    await host
      .as('head')
      .get('/rules')
      .expect(200, /Aucune pause en cours/);
  });

  testOnce('what waited when it came is delivered at its end, by itself', async () => {
    host.clock.set('2026-11-24T19:00:00Z');
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Le soir');
    await stop({ profile: 'guardian', untilDay: '2026-11-25', untilTime: '12:00' });
    await host
      .as('guardian')
      .get('/write')
      .expect(200, /Vous ne pouvez pas écrire jusqu’au [^]*On en parle en classe/);
    await host.runJobs();
    host.clock.set('2026-11-25T10:59:00Z');
    await host.runJobs();
    expect(await has('teacher', 'Le soir')).toBe(false);
    host.clock.set('2026-11-25T11:00:00Z');
    await host.runJobs();
    expect(await has('teacher', 'Le soir')).toBe(true);
  });

  testOnce('one for all schools is not ended by a head, and its reason is read in each', async () => {
    await host.command('messaging stop', { options: { profile: 'all', reason: 'Partout', all: true } });
    await host
      .as('head')
      .get('/rules')
      .expect(200, /Partout[^]*Seule la plateforme/)
      .expectNot(/Mettre fin à la pause/);
    const rows = await host.host.database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM messaging_breaker WHERE school = '0390001X' AND isForAll = 1 AND endedAt IS NULL`,
    );
    const id = rows[0]?.id ?? '';
    await host.as('head').post('/rules/pause/end').form({ id }).expect(403);
    await host.as('headOfOtherSchool').post('/rules/pause/end').form({ id }).expect(404);
    await host
      .as('guardianOfOtherSchool')
      .get('/')
      .expect(200, /Partout/);
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Partout arrêté', 400);
    await host.command('messaging start', { options: { all: true } });
  });

  testOnce('adults of the school choose hours for colleagues, and what waits is judged by them', async () => {
    const teacher = await host.ids.person('teacher');
    await host.as('guardian').get('/hours').expect(403);
    await host
      .as('teacher')
      .get('/')
      .expect(200, /Mes heures/);
    await host
      .as('teacher')
      .get('/hours')
      .expect(200, /value="none"[^>]*checked/);
    await host
      .as('teacher')
      .post('/hours')
      .form({ use: 'own', from: '9h', to: '07:00' })
      .expect(400, /value="9h"/);
    const own = { use: 'own', from: '11:00', to: '13:00' };
    await host.as('teacher').post('/hours').form(own).expect(303);
    host.clock.set('2026-11-26T10:30:00Z');
    await send('head', { toPerson: teacher }, 'Conseil');
    await send('guardian', { toPerson: teacher }, 'Parent à midi');
    await host.runJobs();
    expect(await has('teacher', 'Conseil')).toBe(false);
    expect(await has('teacher', 'Parent à midi')).toBe(true);
    await host.as('teacher').post('/hours').form({ use: 'none' }).expect(303);
    await host.runJobs();
    expect(await has('teacher', 'Conseil')).toBe(true);
  });
});
