// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, testDatabases } from '@volee/core-adapter/testing';
import messaging from '../../index.js';

/** The path of the form that a notice carries, below that of the brick, its fields, and the words of its button. */
function undoOf(text: string): { path: string; fields: Record<string, string>; label: string | undefined } {
  const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
  const [, path = ''] = /action="[^"]*\/messaging(\/[^"?]*)/.exec(notice) ?? [];
  const fields = [...notice.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  const named = fields.map(([, name = '', value = '']): [string, string] => [name, value]);
  return { path, fields: Object.fromEntries(named), label: />([^<]+)<\/button>/.exec(notice)?.[1] };
}

const started = await Promise.all(
  testDatabases().map(async (database) => ({
    name: database.name,
    host: await startTestHost({ bricks: [messaging], database }),
  })),
);

describe.each(started)('notices that can be undone on $name', ({ host }) => {
  const teacher = host.as('teacher');
  const page = async (path: string): Promise<string> => (await teacher.get(path).expect(200)).text;

  /** Sends a message to a colleague. @returns the form of the notice */
  async function send(subject: string): Promise<ReturnType<typeof undoOf>> {
    const to = { toPerson: await host.ids.person('teacherOfOtherClass') };
    await teacher
      .post('/write')
      .form({ ...to, subject, body: `Texte de ${subject}` })
      .expect(303);
    await host.runJobs();
    return undoOf(await page('/boxes/sent'));
  }

  test('a message that nobody was shown is taken back by its notice; later a sentence says that it is too late', async () => {
    const colleague = host.as('teacherOfOtherClass');
    const undo = await send('Trop vite');
    expect(undo.label).toBe('Annuler l’envoi');
    await host.as('teacherInBothSchools').post(undo.path).form(undo.fields).expect(404);
    await teacher.post(undo.path).form(undo.fields).expect(303);
    await colleague
      .get('/')
      .expect(200)
      .expectNot(/Trop vite/);

    const late = await send('Déjà vu');
    await colleague.get('/').expect(200, /Déjà vu/);
    await teacher
      .post(late.path)
      .form(late.fields)
      .expect(409, /Tous l’ont déjà vu/);
    await colleague.get('/').expect(200, /Déjà vu/);
  });

  test('what was put into the trash or the archives comes back by its notice, once', async () => {
    await send('À garder');
    const [, copy = ''] =
      /href="[^"]*\/messaging(\/copies\/[^"?]+)[^"]*"[^]*?À garder/.exec(await page('/boxes/sent')) ?? [];
    for (const to of ['trash', 'archive']) {
      await teacher.post(`${copy}/move`).form({ to }).expect(303);
      const text = await page('/boxes/sent');
      expect(text).not.toMatch(/À garder/);
      const { path, fields } = undoOf(text);
      expect(fields).toEqual({ to: 'restore' });
      await host.as('teacherOfOtherClass').post(path).form(fields).expect(404);
      await teacher.post(path).form(fields).expect(303);
      expect(await page('/boxes/sent')).toMatch(/C’est de retour à sa place[^]*À garder/);
      await teacher.post(path).form(fields).expect(303);
      expect(await page('/boxes/sent')).toMatch(/déjà changé de place/);
    }
  });
});
