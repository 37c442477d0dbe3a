// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { startTestHost, testDatabases } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

describe.each(testDatabases())('drafts that make room on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, pathOf } = messageSteps(() => host);

  /** Throws away a draft with a file as heavy as all unsent files together may be. */
  async function throwAway(subject: string): Promise<void> {
    const form = { form: randomUUID(), subject, body: 'x', do: 'save' };
    const { headers } = await host.as('guardian').post('/write').form(form).expect(303);
    const path = below(headers.get('location'));
    await host
      .as('guardian')
      .post(`${path}/files`)
      .files({ [`${subject}.png`]: 'a' })
      .expect(303);
    await host.as('guardian').post(path.replace('/drafts/', '/copies/').concat('/move')).form({ to: 'trash' });
    const { dataSource } = host.host.database;
    await dataSource.query(`UPDATE messaging_attachment SET bytes = 100000001 WHERE name = '${subject}.png'`);
  }

  test('a text that is saved as a draft says which draft left the trash for it, also to the script of the page', async () => {
    const parent = host.as('guardian');
    await throwAway('Ma poésie');
    const saved = await parent.post('/write').form({ subject: 'Exposé', body: 'x', do: 'save' }).expect(303);
    await parent
      .get(below(saved.headers.get('location')))
      .expect(200, /Le brouillon est gardé\. Pour faire de la place, «.Ma poésie.» a quitté la corbeille/);

    await throwAway('Ma chanson');
    const kept = await parent.post('/write').form({ subject: 'Chorale', body: 'x', do: 'keep' }).expect(200);
    const { told } = JSON.parse(kept.text) as { told: string[] };
    expect(told).toEqual([expect.stringMatching(/«.Ma chanson.» a quitté la corbeille pour de bon/)]);

    // A message that cannot be sent is kept as a draft, too.
    await throwAway('Mon dessin');
    const unsent = { form: randomUUID(), subject: 'Sans texte', body: '', do: 'send' };
    await parent
      .post('/write')
      .form(unsent)
      .expect(400, /Gardé à[^]*«.Mon dessin.» a quitté la corbeille/);
  });

  test('a reply that is kept as a draft says so as well', async () => {
    const parent = host.as('guardian');
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Sortie');
    await host.runJobs();
    const path = below(await pathOf('guardian', 'Sortie'));
    await throwAway('Mon roman');
    const joined = { form: randomUUID(), body: 'Voici', do: 'attach' };
    await parent.post(`${path}/reply`).form(joined).files({ 'Un.pdf': 'a' }).expect(303);
    await parent.get(path).expect(200, /1 fichier est joint\. Pour faire de la place, «.Mon roman.» a quitté/);

    await throwAway('Ma lettre');
    await parent.post(`${path}/move`).form({ to: 'trash' }).expect(303);
    const late = await parent.post(`${path}/reply`).form({ form: randomUUID(), body: 'Trop tard' }).expect(303);
    await parent
      .get(below(late.headers.get('location')))
      .expect(200, /«.Ma lettre.» a quitté la corbeille pour de bon\. On ne peut plus répondre/);
  });
});

/** A path below that of the brick. */
function below(address: string | null): string {
  return (address ?? '').replace(/^.*\/messaging/, '');
}
