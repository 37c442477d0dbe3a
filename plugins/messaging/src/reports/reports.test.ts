// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import messaging from '../index.js';
import { messageSteps } from '../messages-for-tests.js';

describe.each(testDatabases())('reports on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, reply, has } = messageSteps(() => host);

  /** Where a received message is reported. */
  async function reportingOf(reader: Role, subject: string): Promise<string> {
    const { text } = await open(reader, subject);
    return [...text.matchAll(/action="([^"]+\/report)"/g)].at(-1)?.[1] ?? '';
  }

  /** The address of the newest open report. */
  async function newestReport(role: Role = 'head'): Promise<string> {
    const { text } = await host.as(role).get('/reports').expect(200);
    return [...text.matchAll(/href="([^"]+\/reports\/[\da-f-]{36})"/g)].at(-1)?.[1] ?? '';
  }

  test('a reported message is hidden, and the head reads it alone', async () => {
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
      .expect(200, /C’est blessant/)
      .expectNot(/Secret d’Élise|Réponse de Sophie|Texte de Sortie/);
    for (const role of ['teacher', 'guardian', 'guardianOfClassmate', 'pupil', 'staff'] as const) {
      await host.as(role).get('/reports').expect(403);
      await host.as(role).get(report).expect(403);
      await host.as(role).post(report).form({ do: 'open-thread', reason: 'x' }).expect(403);
    }
    await host.as('headOfOtherSchool').get(report).expect(404);
  });

  test('the rest of the thread opens with a reason, without the replies of others, and the two are told', async () => {
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
  });

  test('a head neither reads nor closes a report about a message of their own', async () => {
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

  test('a report about the message of a head is read by another one', async () => {
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

  test('one’s own message is not reported', async () => {
    await send('guardian', { toPerson: await host.ids.person('guardian') }, 'À moi');
    const { text } = await open('guardian', 'À moi');
    expect(text).not.toMatch(/\/report"/);
    const copy = /action="([^"]+)\/reply"/.exec(text)?.[1] ?? '';
    await host.as('guardian').post(`${copy}/report`).form({}).expect(400);
    expect(await has('guardian', 'À moi')).toBe(true);
  });
});
