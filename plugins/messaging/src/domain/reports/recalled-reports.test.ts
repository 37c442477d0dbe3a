// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, testDatabases } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const DAY = 86_400_000;
const TEXT = /Texte de Repenti/;

describe.each(testDatabases())('a message that was taken back before a pupil saw it, on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, pathOf } = messageSteps(() => host);

  /** The newest report, whatever page lists it. */
  async function reportOf(subject: string): Promise<string> {
    const [row] = await host.host.database.dataSource.query<{ id: string }[]>(
      `SELECT r.id FROM messaging_report r JOIN messaging_message m ON m.id = r.messageId WHERE m.subject = '${subject}'`,
    );
    return `/reports/${row?.id ?? ''}`;
  }

  async function takeBack(subject: string): Promise<void> {
    await send('teacher', { toPerson: await host.ids.person('pupil') }, subject);
    await host.runJobs();
    const path = await pathOf('teacher', subject, '/boxes/sent');
    await host.as('teacher').post(`${path}/recall`).expect(303);
  }

  test('X8: tells of it without its text, and the head reads it in a report alone, for 30 days', async () => {
    await takeBack('Repenti');
    const pupil = host.as('pupil');
    const { text } = await open('pupil', 'Claire Vuillet a annulé l’envoi');
    expect(text).toMatch(/Claire Vuillet a annulé l’envoi de ce message[^]*dis-le à la direction[^]*pourra le lire/);
    expect(text).not.toMatch(/Repenti/);
    const address = [...text.matchAll(/action="([^"]+\/report)[?"]/g)].at(-1)?.[1] ?? '';
    await pupil.post(address).form({ reason: 'Bizarre' }).expect(303);
    await pupil.get('/').expect(200, /C’est dit à la direction/);
    const report = await reportOf('Repenti');
    const page = await host.as('head').get(report).expect(200, TEXT);
    expect(page.text).toMatch(/l’a annulé avant que la personne n’en voie un mot[^]*jusqu’au 24 décembre/);
    for (const role of ['teacher', 'pupil', 'guardian'] as const) await host.as(role).get(report).expect(403);

    host.clock.advance(31 * DAY);
    await host
      .as('head')
      .get(report)
      .expect(200, /Le texte était gardé jusqu’au/)
      .expectNot(TEXT);
    // The author still has their own.
    await host.runJobs();
    await host.as('teacher').get('/boxes/sent').expect(200, TEXT);
  });

  test('X8: the text goes after 30 days, and what tells of the recall stays', async () => {
    await takeBack('Oublié');
    const [{ id = '' } = {}] = await host.host.database.dataSource.query<{ id?: string }[]>(
      `SELECT id FROM messaging_message WHERE subject = 'Oublié'`,
    );
    await host
      .as('teacher')
      .post(`${await pathOf('teacher', 'Oublié', '/boxes/sent')}/move`)
      .form({ to: 'trash' });
    const texts = (): Promise<unknown[]> =>
      host.host.database.dataSource.query(`SELECT id FROM messaging_text WHERE messageId = '${id}'`);
    for (const days of [29, 2]) {
      expect(await texts()).toHaveLength(1);
      host.clock.advance(days * DAY);
      await host.runJobs();
    }
    expect(await texts()).toEqual([]);
    const { text } = await open('pupil', 'a annulé l’envoi');
    expect(text).toMatch(/son texte n’est plus gardé/);
    const address = [...text.matchAll(/action="([^"]+\/report)[?"]/g)].at(-1)?.[1] ?? '';
    await host.as('pupil').post(address).form({}).expect(303);
    const [report] = await host.host.database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM messaging_report WHERE messageId = '${id}'`,
    );
    await host
      .as('head')
      .get(`/reports/${report?.id ?? ''}`)
      .expect(200, /Le texte était gardé jusqu’au/)
      .expectNot(/Texte de Oublié/);
  });
});
