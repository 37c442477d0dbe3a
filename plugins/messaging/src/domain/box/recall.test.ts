// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, type Role, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const SENT = '/boxes/sent';
const DRAFTS = '/boxes/drafts';
const MINUTE = 60_000;

describe.each(bothDatabases())('recall on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, has, pathOf, waitUntilHour } = messageSteps(() => host);

  async function recall(author: Role, subject: string, status = 303): Promise<string> {
    const path = await pathOf(author, subject, SENT);
    return (await host.as(author).post(`${path}/recall`).expect(status)).text;
  }

  /** The subjects of the journal's lines about the recall of a message. */
  async function journal(subject: string): Promise<readonly unknown[]> {
    const { dataSource } = host.host.database;
    const [message] = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM messaging_message WHERE subject = '${subject}'`,
    );
    const lines = await dataSource.query<{ subject: unknown }[]>(
      `SELECT subject FROM core_audit WHERE action = 'messaging.recall' AND outcome = 'done'`,
    );
    const subjects = lines.map(({ subject: stored }): unknown =>
      typeof stored === 'string' ? JSON.parse(stored) : stored,
    );
    return subjects.filter((one) => (one as { message: string }).message === message?.id);
  }

  testOnce('a held message becomes a draft again, and nobody is asked about it any more', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Trop vite');
    const { text } = await host
      .as('teacher')
      .get('/reviews')
      .expect(200, /Trop vite/);
    const [, accept = ''] = /action="([^"]+\/reviews\/[^"]+)"/.exec(text) ?? [];
    await recall('pupil', 'Trop vite');
    expect(await journal('Trop vite')).toEqual([expect.objectContaining({ state: 'draft', copies: 0, kept: 0 })]);
    expect([await has('pupil', 'Trop vite', SENT), await has('pupil', 'Trop vite', DRAFTS)]).toEqual([false, true]);
    expect(await has('teacher', 'Trop vite', '/reviews')).toBe(false);
    // The page of a teacher that was open before.
    await host.as('teacher').post(accept).form({ version: '1', do: 'accept' }).expect(303);
    await host.runJobs();
    expect(await has('classmate', 'Trop vite')).toBe(false);
  });

  test('« Annuler l’envoi » of a pupil keeps what waits as a draft with its receivers, however often it is tapped', async () => {
    const pupil = host.as('pupil');
    const classmate = await host.ids.person('classmate');
    await send('pupil', { toPerson: classmate }, 'Nos cartes');
    const { text } = await open('pupil', 'Nos cartes', SENT);
    const [, recallPath = ''] = /action="([^"]+\/recall)"><[^>]*name="do" value="undo"/.exec(text) ?? [];
    const page = recallPath.replace('/recall', '');
    await host.as('classmate').post(recallPath).form({ do: 'undo' }).expect(404);
    for (let tap = 0; tap < 2; tap += 1) {
      const { headers } = await pupil.post(recallPath).form({ do: 'undo' }).expect(303);
      await pupil
        .get(headers.get('location') ?? '')
        .expect(200, /L’envoi est annulé\. Ton message est gardé[^]*Il attend que tu l’envoies[^]*Le finir/);
    }
    expect(await has('teacher', 'Nos cartes', '/reviews')).toBe(false);
    const { headers } = await pupil.get(page).expect(303);
    const { text: form } = await pupil.get(headers.get('location') ?? '').expect(200, /Nos cartes/);
    expect(form).toMatch(new RegExp(`value="${classmate}" checked|checked[^>]*value="${classmate}"`));
  });

  test('a reply that a pupil takes back stands in the field of its conversation', async () => {
    await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Ton livre');
    await host.runJobs();
    const pupil = host.as('pupil');
    const letter = await pathOf('pupil', 'Ton livre');
    const sent = await pupil.post(`${letter}/reply`).form({ body: 'Dans mon casier' }).expect(303);
    const recallPath = `${await pathOf('pupil', 'Dans mon casier', SENT)}/recall`;
    expect(sent.headers.get('location')).toContain(letter);
    const { headers } = await pupil.post(recallPath).expect(303);
    const draft = await pupil.get(headers.get('location') ?? '').expect(303);
    expect(draft.headers.get('location')).toContain(`${letter}#`);
    await pupil
      .get(letter)
      .expect(200, /N’oublie pas de l’envoyer[^]*Texte de Ton livre[^]*Dans mon casier<\/textarea>/);
  });

  test('a second tap on the same button finds the draft that the first one has made', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Deux doigts');
    const recallPath = `${await pathOf('pupil', 'Deux doigts', SENT)}/recall`;
    const tap = async (): Promise<string> => {
      const { headers } = await host.as('pupil').post(recallPath).expect(303);
      return (headers.get('location') ?? '').replace(/^.*\/messaging/, '');
    };
    const drafts = [...(await Promise.all([tap(), tap()])), await tap()];
    expect(new Set(drafts).size).toBe(1);
    await host
      .as('pupil')
      .get(drafts[0] ?? '')
      .expect(200, /Texte de Deux doigts/);
  });

  testOnce('X6: what was taken back and sent again asks the teacher again', async () => {
    const classmate = await host.ids.person('classmate');
    await send('pupil', { toPerson: classmate }, 'Piquant');
    const review = async (): Promise<readonly string[]> => {
      const { text } = await host.as('teacher').get('/reviews').expect(200);
      const form = /Piquant[^]*?action="([^"]+\/reviews\/[^"]+)"[^]*?name="version" value="(\d+)"/.exec(text) ?? [];
      return form.slice(1);
    };
    const [decision = '', first = ''] = await review();
    await host.as('teacher').post(decision).form({ version: first, do: 'refuse', reason: 'hurtful' }).expect(303);
    await host.runJobs();
    await recall('pupil', 'Piquant');
    const draft = (await pathOf('pupil', 'Piquant', DRAFTS)).replace('/copies/', '/drafts/');
    const { text } = await host.as('pupil').get(draft).expect(200);
    const [, version = ''] = /name="version" value="(\d+)"/.exec(text) ?? [];
    const changed = { toPerson: classmate, subject: 'Piquant', body: 'Piquant mais gentil', version, do: 'send' };
    await host.as('pupil').post(draft).form(changed).expect(303);
    await host.runJobs();
    expect(await has('classmate', 'Piquant')).toBe(false);
    // The decision about what was written before counts no more.
    await host.as('teacher').post(decision).form({ version: first, do: 'accept' }).expect(303);
    const [again, second = ''] = await review();
    expect(again).toBe(decision);
    await host.as('teacher').post(decision).form({ version: second, do: 'accept' }).expect(303);
    await host.runJobs();
    expect((await open('classmate', 'Piquant')).text).toContain('Piquant mais gentil');
  });

  test('X3: what was delivered goes from those that have not seen it, and stays with the others', async () => {
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Mauvaise date');
    await host.runJobs();
    await open('guardian', 'Mauvaise date');
    for (const role of ['guardian', 'head', 'teacherInBothSchools'] as const) {
      const path = await pathOf('teacher', 'Mauvaise date', SENT);
      await host.as(role).post(`${path}/recall`).expect(404);
    }
    const received = await pathOf('guardian', 'Mauvaise date');
    await host.as('guardian').post(`${received}/recall`).expect(409);
    await recall('teacher', 'Mauvaise date');
    expect(await has('guardian', 'Mauvaise date')).toBe(true);
    for (const role of ['guardianOfClassmate', 'guardianInBothSchools'] as const)
      expect(await has(role, 'Mauvaise date')).toBe(false);
    const [line] = await journal('Mauvaise date');
    expect(line).toMatchObject({ state: 'recalled', copies: 2, kept: 1 });
    await host
      .as('teacher')
      .get(SENT)
      .expect(200, /Mauvaise date[^]*Envoi annulé/);
    await recall('teacher', 'Mauvaise date', 409);
    // Its author takes the text up again, for the same people.
    const undone = await pathOf('teacher', 'Mauvaise date', SENT);
    await host
      .as('teacher')
      .get(undone)
      .expect(200, /Reprendre ce texte/);
    const { headers } = await host.as('teacher').post(`${undone}/forward`).form({ to: 'again' }).expect(303);
    const draft = (headers.get('location') ?? '').replace(/^.*\/messaging/, '');
    const { text } = await host
      .as('teacher')
      .get(draft)
      .expect(200, /value="Mauvaise date"/);
    expect(text).toContain(`name="toGuardiansOf" value="${host.ids.cm1}" checked`);
  });

  testOnce('after an hour, or when everybody has seen it, a message stays, and its author reads why', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Lu déjà');
    await host.runJobs();
    await open('guardian', 'Lu déjà');
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Trop tard');
    await host.runJobs();
    expect(await recall('teacher', 'Lu déjà', 409)).toContain('déjà vu');
    expect(await journal('Lu déjà')).toEqual([]);
    host.clock.advance(61 * MINUTE);
    expect(await recall('teacher', 'Trop tard', 409)).toContain('plus d’une heure');
    expect(await has('guardian', 'Trop tard')).toBe(true);
  });

  test('a delivery at the same time delivers before the recall or not at all', async () => {
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'En même temps');
    const path = await pathOf('teacher', 'En même temps', SENT);
    await Promise.all([host.as('teacher').post(`${path}/recall`).expect(303), host.runJobs()]);
    host.clock.advance(MINUTE);
    await host.runJobs();
    for (const role of ['guardian', 'guardianOfClassmate', 'guardianInBothSchools'] as const)
      expect(await has(role, 'En même temps')).toBe(false);
    const isDraft = await has('teacher', 'En même temps', DRAFTS);
    expect(await has('teacher', 'En même temps', SENT)).toBe(!isDraft);
  });

  testOnce('a draft is not taken back, and a form that shows it may still change it', async () => {
    await host.as('teacher').post('/write').form({ subject: 'Inachevé', body: 'x', do: 'save' }).expect(303);
    const path = (await pathOf('teacher', 'Inachevé', DRAFTS)).replace('/drafts/', '/copies/');
    const { headers } = await host.as('teacher').post(`${path}/recall`).expect(303);
    expect(headers.get('location')).toContain(path.replace('/copies/', '/drafts/'));
    const draft = path.replace('/copies/', '/drafts/');
    await host
      .as('teacher')
      .post(draft)
      .form({ version: '1', subject: 'Inachevé', body: 'y', do: 'keep' })
      .expect(200, /"version":2/);
  });

  // Last: it is evening afterwards.
  testOnce('what waits for the morning is never delivered once it was taken back', async () => {
    await waitUntilHour(19);
    const to = [await host.ids.person('guardian'), await host.ids.person('guardianOfClassmate')];
    await host
      .as('teacher')
      .post('/write')
      .form(new URLSearchParams([...to.map((id) => ['toPerson', id]), ['subject', 'Ce soir'], ['body', 'x']]))
      .expect(303);
    await host.runJobs();
    await recall('teacher', 'Ce soir');
    await waitUntilHour(6);
    expect([await has('guardian', 'Ce soir'), await has('teacher', 'Ce soir', DRAFTS)]).toEqual([false, true]);
  });
});
