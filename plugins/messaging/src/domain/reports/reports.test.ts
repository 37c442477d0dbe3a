// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, type Role, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

describe.each(bothDatabases())('reports on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, reply, has, pathOf } = messageSteps(() => host);

  /** The address at which a received message is reported. */
  async function reportingOf(reader: Role, subject: string): Promise<string> {
    const { text } = await open(reader, subject);
    return [...text.matchAll(/action="([^"]+\/report)[?"]/g)].at(-1)?.[1] ?? '';
  }

  /** The address of the newest open report. */
  async function newestReport(role: Role = 'head'): Promise<string> {
    const { text } = await host.as(role).get('/reports').expect(200);
    return [...text.matchAll(/href="([^"]+\/reports\/[\da-f-]{36})"/g)].at(-1)?.[1] ?? '';
  }

  testOnce('a reported message is hidden, and the head reads it alone', async () => {
    // A circular to two families, a reply of each, and an answer that one of them reports.
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Sortie');
    await host.runJobs();
    await reply('guardian', 'Sortie', 'Réponse de Sophie');
    await reply('guardianOfClassmate', 'Sortie', 'Secret d’Élise');
    await host.runJobs();
    const inbox = await host.as('teacher').get('/').expect(200);
    expect(inbox.text).toContain('Sortie');
    await reply('teacher', 'Sortie', 'Un mot de trop');
    await host.runJobs();
    const [reporter, author] = [host.as('guardian'), host.as('teacher')];
    const { text } = await open('guardianOfClassmate', 'Sortie');
    expect(text).toContain('Un mot de trop');
    const address = await reportingOf('guardianOfClassmate', 'Sortie');
    expect(address).not.toBe('');

    // Nobody reports by the copy of somebody else, and nobody reports their own message.
    await reporter.post(address).form({ reason: '' }).expect(404);
    await author.post(address).form({ reason: '' }).expect(404);
    const elise = host.as('guardianOfClassmate');
    await elise.post(address).form({ reason: 'C’est blessant' }).expect(303);
    await elise.get('/').expect(200, /Le message est signalé à la direction/);
    await elise.post(address).form({ reason: 'Encore' }).expect(303);
    await elise.get('/').expect(200, /Vous avez déjà signalé ce message/);
    expect((await open('guardianOfClassmate', 'Sortie')).text).not.toContain('Un mot de trop');

    const report = await newestReport();
    await host
      .as('head')
      .get(report)
      .expect(200, /Claire Vuillet[^]*Un mot de trop/)
      .expect(200, /C’est blessant[^]*Encore/)
      .expectNot(/Secret d’Élise|Réponse de Sophie|Texte de Sortie/);
    for (const role of ['teacher', 'guardian', 'guardianOfClassmate', 'pupil', 'staff'] as const) {
      await host.as(role).get('/reports').expect(403);
      await host.as(role).get(report).expect(403);
      await host.as(role).post(report).form({ do: 'open-thread', reason: 'x' }).expect(403);
    }
    await host.as('headOfOtherSchool').get(report).expect(404);
  });

  testOnce(
    'the rest of the thread opens with a reason, without the replies of others, and the two are told',
    async () => {
      const report = await newestReport();
      const head = host.as('head');
      await head
        .post(report)
        .form({ do: 'open-thread', reason: ' ' })
        .expect(400, /Écrivez pourquoi/);
      await head
        .get(report)
        .expect(200)
        .expectNot(/Secret d’Élise/);
      await head.post(report).form({ do: 'open-thread', reason: 'Comprendre la suite' }).expect(303);
      await head
        .get(report)
        .expect(200, /Texte de Sortie[^]*Secret d’Élise/)
        .expectNot(/Réponse de Sophie/);
      const told = /Mathieu Grosjean, de la direction, a ouvert cet échange[^]*Comprendre la suite/;
      expect((await open('guardianOfClassmate', 'Sortie')).text).toMatch(told);
      expect((await open('teacher', 'Sortie')).text).toMatch(told);
      expect((await open('guardian', 'Sortie')).text).not.toMatch(told);
      const lines = await host.host.database.dataSource.query<{ action: string; subject: string }[]>(
        `SELECT action, subject FROM core_audit WHERE action LIKE 'messaging.report%' ORDER BY at`,
      );
      expect(lines.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['messaging.report', 'messaging.report.open']),
      );
      expect(JSON.stringify(lines)).toContain('Comprendre la suite');

      // Messages after the opening are not part of the report.
      host.clock.advance(60_000);
      await reply('guardianOfClassmate', 'Sortie', 'Écrit depuis');
      await host.runJobs();
      await head
        .get(report)
        .expect(200)
        .expectNot(/Écrit depuis/);

      await head.post(report).form({ do: 'close' }).expect(303);
      await head
        .get(report)
        .expect(200, /Clos par Mathieu Grosjean/)
        .expectNot(/Secret d’Élise/);
      await head.post(report).form({ do: 'open-thread', reason: 'Encore' }).expect(303);
      await head
        .get(report)
        .expect(200)
        .expectNot(/Secret d’Élise/);
      await host
        .as('head')
        .get('/reports')
        .expect(200, /Aucun message signalé[^]*Signalements clos/);
    },
  );

  testOnce(
    'an opened thread holds what the two wrote to each other, and no message of a third person to both',
    async () => {
      const form = new URLSearchParams({ subject: 'À trois', body: 'Pour vous deux' });
      for (const role of ['guardianOfClassmate', 'teacherInBothSchools'] as const)
        form.append('toPerson', await host.ids.person(role));
      await host.as('teacher').post('/write').form(form).expect(303);
      await host.runJobs();
      const third = await pathOf('teacherInBothSchools', 'À trois');
      await host.as('teacherInBothSchools').post(`${third}/reply`).form({ body: 'Mot de Paul', all: '1' }).expect(303);
      await reply('guardianOfClassmate', 'À trois', 'Réponse d’Élise');
      await host.runJobs();
      const { text } = await open('guardianOfClassmate', 'À trois');
      expect(text).toContain('Mot de Paul');
      const [first = ''] = [...text.matchAll(/action="([^"]+\/report)[?"]/g)].map(([, address]) => address ?? '');
      await host.as('guardianOfClassmate').post(first).form({ reason: 'Regardez' }).expect(303);
      const list = await host.as('head').get('/reports').expect(200);
      const [, report = ''] = /href="([^"]+\/reports\/[\da-f-]{36})"/.exec(list.text) ?? [];
      await host
        .as('head')
        .get(report)
        .expect(200, /Pour vous deux/);
      await host.as('head').post(report).form({ do: 'open-thread', reason: 'Comprendre' }).expect(303);
      await host
        .as('head')
        .get(report)
        .expect(200, /Réponse d’Élise/)
        .expectNot(/Mot de Paul/);
      await host.as('head').post(report).form({ do: 'close' }).expect(303);
    },
  );

  testOnce('a head neither reads nor closes a report about a message of their own', async () => {
    await send('head', { toPerson: await host.ids.person('teacher') }, 'De la direction');
    await host.runJobs();
    const { text } = await open('teacher', 'De la direction');
    expect(text).toContain('personne d’autre à l’école ne lira le signalement');
    const address = await reportingOf('teacher', 'De la direction');
    const teacher = host.as('teacher');
    await teacher.post(address).form({}).expect(303);
    await teacher.get('/').expect(200, /personne à l’école ne peut lire ce signalement[^]*3018/);
    expect(await has('teacher', 'De la direction')).toBe(false);
    const rows = await host.host.database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM messaging_report WHERE state = 'open'`,
    );
    expect(rows).toHaveLength(1);
    const report = `/reports/${rows[0]?.id ?? ''}`;
    await host
      .as('head')
      .get('/reports')
      .expect(200, /Aucun message signalé/);
    // No count tells them either.
    await host
      .as('head')
      .get('/rules')
      .expect(200, /Aucun signalement n’attend/);
    await host.as('head').get(report).expect(404);
    await host.as('head').post(report).form({ do: 'close' }).expect(404);
  });

  testOnce('a report about the message of a head is read by another one', async () => {
    await send('head', { toPerson: await host.ids.person('pupil') }, 'Pour Inès');
    await host.runJobs();
    expect((await open('pupil', 'Pour Inès')).text).toMatch(/personne d’autre à l’école[^]*Ne plus voir ce message/);
    await host.host.administrators.grant('staff', SCHOOL, 'cli');
    expect((await open('pupil', 'Pour Inès')).text).toMatch(/parents ou à un autre adulte[^]*Le dire à la direction/);
    const pupil = host.as('pupil');
    const address = await reportingOf('pupil', 'Pour Inès');
    await pupil.post(address).form({ reason: 'Bizarre' }).expect(303);
    await pupil.get('/').expect(200, /C’est dit à la direction/);
    await host
      .as('staff')
      .get('/reports')
      .expect(200, /2 messages signalés/);
    await host
      .as('head')
      .get('/reports')
      .expect(200, /Aucun message signalé/);
  });

  testOnce('one’s own message is not reported', async () => {
    await send('guardian', { toPerson: await host.ids.person('guardian') }, 'À moi');
    const { text } = await open('guardian', 'À moi');
    expect(text).not.toMatch(/\/report"/);
    const copy = /action="([^"]+)\/reply[?"]/.exec(text)?.[1] ?? '';
    await host.as('guardian').post(`${copy}/report`).form({}).expect(400);
    expect(await has('guardian', 'À moi')).toBe(true);
  });

  test('of many decisions about one report at the same time, the journal has those that changed it', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Rendez-vous');
    await host.runJobs();
    const address = await reportingOf('guardian', 'Rendez-vous');
    const post = async (role: Role, path: string, form: Record<string, string>): Promise<unknown> =>
      host.as(role).post(path).form(form);
    const lines = async (action: string): Promise<number> => {
      const rows = await host.host.database.dataSource.query<{ id: string }[]>(
        `SELECT id FROM core_audit WHERE action = ? AND outcome = 'done'`,
        [action],
      );
      return rows.length;
    };
    const read = (where = ''): Promise<{ added: string | null }[]> =>
      host.host.database.dataSource.query(`SELECT added FROM messaging_report ${where}`);
    const timesMade = async (): Promise<number> =>
      (await read()).flatMap(({ added }) => [0, ...(JSON.parse(added ?? '[]') as object[])]).length;
    await Promise.all([1, 2, 3, 4].map((n) => post('guardian', address, { reason: `Raison ${n}` })));
    const made = await timesMade();
    expect(await lines('messaging.report')).toBe(made);
    const report = await newestReport();
    await Promise.all(['head', 'staff', 'head', 'staff'].map((role) => post(role as Role, report, { do: 'close' })));
    expect(await lines('messaging.report.close')).toBe((await read(`WHERE state = 'closed'`)).length);
    // Made again, it is open again: one more line, and none for a second press.
    for (const reason of ['Encore', 'Encore']) await post('guardian', address, { reason });
    expect([await lines('messaging.report'), await timesMade()]).toEqual([made + 1, made + 1]);
  });

  // Last: the school has one more head afterwards.
  test('every opening is shown to the two persons, and a closed report that is made again keeps all that was said', async () => {
    await host.host.administrators.grant('teacherInBothSchools', SCHOOL, 'cli');
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Deux fois');
    await host.runJobs();
    await reply('guardian', 'Deux fois', 'Une réponse');
    await host.runJobs();
    const address = await reportingOf('guardian', 'Deux fois');
    const said = (reason?: string): PromiseLike<unknown> =>
      host
        .as('guardian')
        .post(address)
        .form(reason === undefined ? {} : { reason })
        .expect(303);
    await said();
    const read = async (): Promise<{ id: string; state: string; reason: string; added: string | null }> => {
      const [row] = await host.host.database.dataSource.query<Awaited<ReturnType<typeof read>>[]>(
        `SELECT r.* FROM messaging_report r JOIN messaging_message m ON m.id = r.messageId WHERE m.subject = 'Deux fois'`,
      );
      if (!row) throw new Error('There is no report.');
      return row;
    };
    const report = `/reports/${(await read()).id}`;
    const [first, second] = [host.as('head'), host.as('teacherInBothSchools')];
    for (const reason of ['Raison A', 'Raison A'])
      await first.post(report).form({ do: 'open-thread', reason }).expect(303);
    host.clock.advance(60_000);
    await second.post(report).form({ do: 'open-thread', reason: 'Raison B' }).expect(303);
    const opened = /Mathieu Grosjean[^]*Raison A[^]*Paul Droz[^]*Raison B/;
    for (const [role, box] of [
      ['guardian', '/boxes/sent'],
      ['teacher', '/'],
    ] as const) {
      const { text } = await open(role, 'Deux fois', box);
      expect(text).toMatch(opened);
      expect(text.match(/Raison A/g)).toHaveLength(1);
    }
    for (const head of [first, second])
      await head
        .get(report)
        .expect(200, opened)
        .expect(200, /Une réponse/);

    const instants = [];
    for (const reason of ['Il me gêne', 'Il me gêne', undefined]) {
      await first.post(report).form({ do: 'close' }).expect(303);
      host.clock.advance(60_000);
      await said(reason);
      instants.push({ at: host.clock.now().toISOString(), reason: reason ?? '' });
      // Open again, and a second press says nothing new.
      await said(reason);
      expect(await read()).toMatchObject({ state: 'open', reason: '', added: JSON.stringify(instants) });
      // Heads read the thread after a reason of this time alone.
      await first
        .get(report)
        .expect(200, opened)
        .expectNot(/Une réponse/);
    }
    await first.get(report).expect(200, /Il me gêne[^]*Il me gêne[^]*signalé de nouveau/);

    // The first time is long ago: the list, the page and the bursts go by when the report was made again.
    const query = host.host.database.dataSource.query.bind(host.host.database.dataSource);
    const { id } = await read();
    await query(`UPDATE messaging_report SET reportedAt = '2025-11-12 09:00:00.000' WHERE id = ?`, [id]);
    const columns = 'school, messageId, state, reportedBy, reportedAt, reason, added, closedBy, closedAt';
    for (const other of ['a', 'b', 'c', 'd', 'e'])
      await query(
        `INSERT INTO messaging_report (id, refusalId, ${columns}) SELECT ?, ?, ${columns} FROM messaging_report WHERE id = ?`,
        [other, other, id],
      );
    for (const path of ['/reports', report])
      await first
        .get(path)
        .expect(200, /Signalé par Sophie/)
        .expectNot(/2025/);
    await first.get('/reports').expect(200, /signalements en une heure/);
    await first.post(report).form({ do: 'close' }).expect(303);
    await first.get(report).expect(200, opened);
  });
});
