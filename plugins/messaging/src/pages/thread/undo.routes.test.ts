// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { CopyRow } from '../../store/copy.entity.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

/** The path of the form that a notice carries, below that of the brick, its fields, and the words of its button. */
function undoOf(text: string): { path: string; fields: Record<string, string>; label: string | undefined } {
  const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
  const [, path = ''] = /action="[^"]*\/messaging(\/[^"?]*)/.exec(notice) ?? [];
  const fields = [...notice.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  const named = fields.map(([, name = '', value = '']): [string, string] => [name, value]);
  return { path, fields: Object.fromEntries(named), label: />([^<]+)<\/button>/.exec(notice)?.[1] };
}

const idOf = (path: string): string => /copies\/([\w-]+)/.exec(path)?.[1] ?? '';

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

  test('the notice after sending says from how many people its button takes the message, without its author', async () => {
    const named = [await host.ids.person('teacherOfOtherClass'), await host.ids.person('head')];
    const post = async (ids: readonly string[], subject: string): Promise<string> => {
      const fields = ids.map((id): [string, string] => ['toPerson', id]);
      const body = new URLSearchParams([...fields, ['subject', subject], ['body', 'x']]);
      await teacher.post('/write').form(body).expect(303);
      return page('/boxes/sent');
    };
    expect(await post(named, 'À deux')).toContain('le retire à 2 personnes, tant qu’elles');
    expect(await post(named.slice(1), 'À une')).toContain('le retire à 1 personne, tant qu’elle');
    const own = await post([...named, await host.ids.person('teacher')], 'Et à moi');
    expect(own).toContain('le retire à 2 personnes');
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
      expect(fields).toEqual({ to: 'restore', copies: copy.split('/').at(-1) });
      await host.as('teacherOfOtherClass').post(path).form(fields).expect(404);
      await teacher.post(path).form(fields).expect(303);
      expect(await page('/boxes/sent')).toMatch(/C’est de retour à sa place[^]*À garder/);
      await teacher.post(path).form(fields).expect(303);
      expect(await page('/boxes/sent')).toMatch(/déjà changé de place/);
    }
  });

  test('« Annuler » takes back what was moved a moment ago, to where it was, and nothing that was moved before', async () => {
    const { reply, ...steps } = messageSteps(() => host);
    const ownerId = await host.ids.person('teacher');
    const copies = host.tables(SCHOOL).repository(CopyRow);
    await steps.send('teacherOfOtherClass', { toPerson: ownerId }, 'Long fil');
    await host.runJobs();
    await reply('teacher', 'Long fil', 'Oui');
    await host.runJobs();
    const threadId =
      (await copies.findOne({ where: { id: idOf(await steps.pathOf('teacher', 'Long fil')) } }))?.threadId ?? '';
    const boxes = async (): Promise<string[]> => {
      const found = await copies.find({ where: { ownerId, threadId }, order: { at: 'ASC', id: 'ASC' } });
      return found.map(({ box }) => box);
    };
    const move = async (id: string, to: string): Promise<ReturnType<typeof undoOf>> => {
      await teacher.post(`/copies/${id}/move`).form({ to }).expect(303);
      return undoOf(await page('/boxes/sent'));
    };
    const [received, sent] = await copies.find({ where: { ownerId, threadId }, order: { at: 'ASC', id: 'ASC' } });
    const [first, second] = [received?.id ?? '', sent?.id ?? ''];
    expect(await boxes()).toEqual(['inbox', 'sent']);

    await move(second, 'archive');
    const archived = await move(first, 'archive');
    await teacher.post(archived.path).form(archived.fields).expect(303);
    expect(await boxes()).toEqual(['inbox', 'archive']);

    await move(first, 'archive');
    const thrown = await move(first, 'trash');
    expect(await boxes()).toEqual(['trash', 'trash']);
    expect(thrown.fields).toEqual({ to: 'restore', copies: `${first} ${second}`, into: 'archive' });
    await teacher.post(thrown.path).form(thrown.fields).expect(303);
    expect(await boxes()).toEqual(['archive', 'archive']);
    await teacher.post(thrown.path).form(thrown.fields).expect(303);
    expect(await page('/boxes/archive')).toMatch(/déjà changé de place/);

    await move(first, 'trash');
    await teacher.post(`/copies/${first}/move`).form({ to: 'restore' }).expect(303);
    await move(second, 'trash');
    const last = await move(first, 'trash');
    await teacher.post(last.path).form(last.fields).expect(303);
    expect(await boxes()).toEqual(['inbox', 'trash']);
  });
});
