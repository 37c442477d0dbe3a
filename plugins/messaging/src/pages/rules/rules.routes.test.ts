// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

describe.each(bothDatabases())('the rules of a school on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, waitUntilHour } = messageSteps(() => host);
  const head = () => host.as('head');
  const change = (form: Record<string, string>) => head().post('/rules/decisions').form(form);
  const query = <T>(sql: string): Promise<T[]> => host.host.database.dataSource.query<T[]>(sql);

  testOnce('nobody but a head reads or changes them', async () => {
    for (const role of ['pupil', 'guardian', 'teacher', 'staff', 'headOfOtherSchool'] as const) {
      const school = { school: '0390001X' };
      const status = role === 'headOfOtherSchool' ? 404 : 403;
      for (const page of ['/rules', '/rules/pause', '/rules/whom', '/rules/hours'])
        await host.as(role).get(page, school).expect(status);
      await host.as(role).post('/rules/decisions', school).form({ line: 'pupil', number: '0' }).expect(status);
      await host.as(role).post('/rules/pause', school).form({ profile: 'all', reason: 'x' }).expect(status);
      const inbox = await host.as(role).get('/').expect(200);
      expect(inbox.text.includes('Règles de l’école')).toBe(role === 'headOfOtherSchool');
    }
    await head()
      .get('/')
      .expect(200, /Règles de l’école/);
  });

  testOnce('the page shows the rules by default, and what each change would do', async () => {
    await head()
      .get('/rules/whom')
      .expect(200, /règles de départ[^]*de sa classe, à accepter[^]*qui lui fait classe/)
      .expect(200, /6 règles ne changent jamais/)
      .expectNot(/name="pupil-pupil"/);
    await head()
      .get('/rules/hours')
      .expect(200, /De 19\u00a0h à 7\u00a0h[^]*Jusqu’à la fin de l’année scolaire suivante/);
    await head()
      .get('/rules/whom?line=pupil')
      .expect(200, /Un élève peut écrire…[^]*Voir ce que cela change/)
      .expectNot(/Ce qui change tout de suite/);
    await head()
      .get('/rules/whom?line=pupil&number=0&pupil-pupil=no&pupil-head=elsewhere')
      .expect(200, /Choisissez une des réponses/);
    await head()
      .get('/rules/whom?line=pupil&number=0&pupil-pupil=no')
      .expect(200, /Un élève, à un élève\u00a0: non \(avant\u00a0: de sa classe\)[^]*élèves sont concernés/);
    await head()
      .get('/rules/hours?line=hours-families&number=0&from=18:00&to=08:00')
      .expect(200, /De 18\u00a0h à 8\u00a0h[^]*écrit ce soir à 20\u00a0h\u00a0: son message arrive demain à 8\u00a0h/);
  });

  testOnce('an address of a form from before the three pages leads to its page', async () => {
    for (const [line, page] of [
      ['pupil', 'whom'],
      ['moderation', 'whom'],
      ['hours-pupils', 'hours'],
      ['kept', 'hours'],
    ] as const) {
      const { headers } = await head().get(`/rules?line=${line}`).expect(303);
      expect(headers.get('location')).toMatch(new RegExp(`/rules/${page}\\?line=${line}#${line}$`));
    }
  });

  testOnce('of a pause only the reason is missing: pupils, until the next school morning', async () => {
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Patience');
    // A Tuesday.
    const { text } = await head()
      .get('/rules')
      .expect(200, /value="pupil" checked[^]*value="2026-11-25T08:00" checked[^]*Demain à 8\u00a0h/);
    expect(text).toMatch(/<h3[^>]*>Mettre les messages en pause<\/h3>/);
    const waits = [...text.matchAll(/data-pick="(\w+)"><svg[^]*?<span>([^<]*)/g)].filter(([, , line]) =>
      line?.includes('1 message de ces personnes attend'),
    );
    expect(waits.map(([, pick]) => pick)).toEqual(['guardian', 'all']);
    const form = { profile: 'pupil', until: '2026-11-25T08:00', untilDay: '2026-11-30', untilTime: '08:00' };
    await head()
      .post('/rules/pause')
      .form({ ...form, reason: '' })
      .expect(400, /Dites pourquoi[^]*value="2026-11-25T08:00" checked/);
    await head()
      .post('/rules/pause')
      .form({ ...form, until: 'soon', reason: 'x' })
      .expect(400, /value="day" checked/);
    // A notice is for one session.
    const sameHead = head();
    await sameHead
      .post('/rules/pause')
      .form({ ...form, reason: 'On en parle.' })
      .expect(303);
    const page = await sameHead
      .get('/rules/pause')
      .expect(200, /La pause vaut dès maintenant[^]*pause\/end[^]*Annuler[^]*<h1/)
      .expect(200, /Jusqu’au [^<]*8\u00a0h[^]*<summary>Mettre une autre pause/);
    const id = /name="id" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await sameHead
      .post('/rules/pause')
      .form({ ...form, reason: 'On en reparle.', seen: id })
      .expect(303);
    const changed = await sameHead
      .get('/rules/pause')
      .expect(200, /La pause vaut dès maintenant/)
      .expectNot(/pause\/end[^]*<h1/);
    const again = /name="id" value="([^"]+)"/.exec(changed.text)?.[1] ?? '';
    await sameHead.post('/rules/pause/end').form({ id: again }).expect(303);
    await sameHead.get('/rules/pause').expect(200, /La pause est finie\.[^<]*l’attend encore/);
  });

  test('X2 a change counts from the next request on, and for what waits', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Attend');
    await change({ line: 'pupil', number: '0', 'pupil-pupil': 'no' }).expect(303);
    await head()
      .get('/rules/whom')
      .expect(200, /Réglé par [^<]*, aujourd’hui/);
    const to = { toPerson: await host.ids.person('classmate') };
    await send('pupil', to, 'Trop tard', 400);
    await host
      .as('pupil')
      .get('/write')
      .expect(200)
      .expectNot(/Zoé Girardet/);
    await host.runJobs();
    await host
      .as('pupil')
      .get('/boxes/sent')
      .expect(200, /n’est pas parti[^]*Les règles de l’école ont changé/);
    expect(await query('SELECT state FROM messaging_review')).toEqual([{ state: 'lapsed' }]);

    // Wider again: only for a head who has read what it opens.
    const wider = { line: 'pupil', number: '1', 'pupil-pupil': 'class' };
    const { text } = await change(wider).expect(400, /Vous ouvrez plus large/);
    const sure = (/name="sure" value="([^"]*)"/.exec(text)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>');
    await change({ ...wider, sure: '[]' }).expect(400);
    await change({ ...wider, sure }).expect(303);
    await send('pupil', to, 'De nouveau');
  });

  // It goes on from the changes of the test before.
  test('two heads at once: the second one reads what the first one did, and keeps their choices', async () => {
    const form = { line: 'guardian', number: '2', 'guardian-teacher': 'reply' };
    await change(form).expect(303);
    await change({ ...form, 'guardian-teacher': 'teaches', 'guardian-staff': 'no' }).expect(
      409,
      /a changé les règles aujourd’hui[^]*value="teaches" selected[^]*value="no" selected/,
    );
    const answers = await Promise.all(
      ['07:30', '08:00'].map(
        async (to) => (await change({ line: 'hours-pupils', number: '3', from: '20:00', to })).status,
      ),
    );
    expect(answers.toSorted()).toEqual([303, 409]);
    expect(await query('SELECT number FROM messaging_policy ORDER BY number')).toHaveLength(4);
    await head()
      .get('/rules')
      .expect(200, /Ce qui a changé[^]*Heures calmes des élèves[^]*Un parent, à un enseignant\u00a0: pour répondre/);
    const journal = await query<{ action: string; outcome: string }>(
      `SELECT action, outcome FROM core_audit WHERE action = 'messaging.rules.changed'`,
    );
    expect(journal.filter(({ outcome }) => outcome === 'done')).toHaveLength(4);
  });

  testOnce('a guard rail cannot be loosened by a form', async () => {
    for (const form of [
      { line: 'pupil', 'pupil-pupil': 'school' },
      { line: 'guardian', 'guardian-pupil': 'school' },
      { line: 'guardian', 'guardian-guardian': 'school' },
      { line: 'moderation', moderated: 'false' },
      { line: 'elsewhere' },
    ])
      await change({ ...form, number: '4', sure: '[]' }).expect(400);
    expect(await query('SELECT number FROM messaging_policy')).toHaveLength(4);
  });

  testOnce('what is wrong is said beside the field, and nothing typed is lost', async () => {
    const hours = {
      line: 'hours-families',
      number: '4',
      from: '25:00',
      to: '07:00',
      dateFrom: '2027-01-03',
      dateTo: '2026-12-19',
    };
    await change(hours).expect(
      400,
      /value="25:00"[^]*Écrivez une heure[^]*value="2027-01-03"[^]*la première avant la seconde/,
    );
    await head()
      .post('/rules/pause')
      .form({ profile: 'pupil', reason: '', untilDay: '2026-11-01', untilTime: '08:00' })
      .expect(400, /Dites pourquoi[^]*value="2026-11-01"[^]*une heure à venir/);
    // Another day without a day is no pause without an end.
    await head()
      .post('/rules/pause')
      .form({ profile: 'pupil', reason: 'Une dispute', until: 'day', untilDay: '', untilTime: '' })
      .expect(400, /une heure à venir/);
  });

  testOnce('in holidays a message waits for their end; the page says the same', async () => {
    const hours = {
      line: 'hours-families',
      number: '4',
      from: '19:00',
      to: '07:00',
      dateFrom: '2026-11-24',
      dateTo: '2026-11-25',
    };
    await change(hours).expect(303);
    await send('guardian', { toPerson: await host.ids.person('head') }, 'Vacances');
    await host.runJobs();
    expect(await has('head', 'Vacances')).toBe(false);
    await head()
      .get('/rules/hours')
      .expect(200, /Un parent écrit pendant les vacances[^<]*arrive jeudi à 7\u00a0h/);
    await change({ line: 'hours-families', number: '5', from: '19:00', to: '07:00' }).expect(303);
    await host.runJobs();
    expect(await has('head', 'Vacances')).toBe(true);
  });

  testOnce('a broken row is the strictest that there is', async () => {
    await query(`UPDATE messaging_policy SET rules = '{' WHERE number = 6`);
    await head()
      .get('/rules/whom')
      .expect(200, /Un élève<[^]*?<dt>à un élève<\/dt><dd>[^]*?<\/svg>non/);
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Ligne cassée', 400);
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Adulte');
    await waitUntilHour(9);
    expect(await has('guardian', 'Adulte')).toBe(true);
  });
});
