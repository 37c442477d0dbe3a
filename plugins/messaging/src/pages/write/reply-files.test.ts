// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const PLAN = { 'Plan.pdf': 'Le plan du musée' };

describe.each(testDatabases())('files of replies on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, has, pathOf } = messageSteps(() => host);

  /** The address of a letter from the teacher. */
  async function receive(subject: string, role: Role = 'guardian'): Promise<string> {
    await send('teacher', { toPerson: await host.ids.person(role) }, subject);
    await host.runJobs();
    return below(await pathOf(role, subject));
  }

  /** The hidden fields of the form that replies. */
  async function formOf(path: string, role: Role = 'guardian'): Promise<Record<string, string>> {
    const { text } = await host.as(role).get(path).expect(200);
    const form = text.slice(text.indexOf('id="messaging-reply-form"'));
    const fields = [...form.matchAll(/<input type="hidden" name="(form|draft|version)" value="([^"]*)"/g)];
    return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
  }

  const rows = (sql: string, ...values: string[]): Promise<Record<string, string>[]> =>
    host.host.database.dataSource.query<Record<string, string>[]>(sql, values);
  const filesNamed = (name: string): Promise<unknown[]> =>
    rows('SELECT id FROM messaging_attachment WHERE name = ?', name);

  test('a reply leaves with the files that were chosen with it, in one press', async () => {
    const path = await receive('Musée');
    const form = { ...(await formOf(path)), body: 'Voici le plan' };
    await host.as('guardian').post(`${path}/reply`).form(form).files(PLAN).expect(303);
    // A second press of the button brings nothing twice.
    await host.as('guardian').post(`${path}/reply`).form(form).files(PLAN).expect(303);
    await host.runJobs();
    const { text } = await open('teacher', 'Musée');
    expect(text).toMatch(/Voici le plan[^]*Plan\.pdf/);
    expect(await filesNamed('Plan.pdf')).toHaveLength(1);
    expect(await has('guardian', 'Voici le plan', '/boxes/drafts')).toBe(false);
  });

  test('« Joindre » keeps text and files as one draft on the page of the thread, and the list says so', async () => {
    const path = await receive('Dictée');
    const first = { ...(await formOf(path)), body: 'Voici les mots', do: 'attach' };
    for (let press = 0; press < 2; press += 1) {
      const kept = await host.as('guardian').post(`${path}/reply`).form(first).files({ 'Mots.pdf': 'a' }).expect(303);
      expect(kept.headers.get('location')).toMatch(/\/copies\/[-\da-f]+#messaging-reply$/);
    }
    expect(await filesNamed('Mots.pdf')).toHaveLength(1);
    const page = await host.as('guardian').get(path);
    expect(page.text).toMatch(/Brouillon.: Voici les mots[^]*Voici les mots<\/textarea>[^]*Mots\.pdf/);
    // The draft has no other page.
    const draft = await formOf(path);
    const answer = await host
      .as('guardian')
      .get(`/drafts/${draft['draft'] ?? ''}`)
      .expect(303);
    expect(answer.headers.get('location')).toMatch(new RegExp(`${path}#messaging-reply$`));

    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form({ ...draft, body: 'Voici les mots, et une image', do: 'attach' })
      .files({ 'Image.png': 'b' })
      .expect(303);
    const [image] = await rows(`SELECT id FROM messaging_attachment WHERE name = 'Image.png'`);
    const second = await formOf(path);
    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form({ ...second, body: 'Voici les mots', drop: image!['id']! })
      .expect(303);
    const third = { ...(await formOf(path)), body: 'Voici les mots' };
    await host.as('guardian').post(`${path}/reply`).form(third).expect(303);
    await host.as('guardian').post(`${path}/reply`).form(third).expect(303);
    await host.runJobs();
    const { text } = await open('teacher', 'Dictée');
    expect(text).toMatch(/Voici les mots[^]*Mots\.pdf/);
    expect(text).not.toContain('Image.png');
    expect(await rows(`SELECT id FROM messaging_message WHERE subject = 'Dictée'`)).toHaveLength(2);
  });

  test('a reply that is empty or has a file that is not taken stays with its files', async () => {
    const path = await receive('Vide');
    const empty = { ...(await formOf(path)), body: '' };
    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form(empty)
      .files({ 'Seul.pdf': 'a' })
      .expect(400, /La réponse est vide[^]*Seul\.pdf/)
      .expect(400, /<title>Erreur[^]*<a href="#messaging-reply-body">La réponse est vide/);
    await host
      .as('guardian')
      .get(path)
      .expect(200, /Brouillon, encore sans texte/);
    const next = { ...(await formOf(path)), body: 'Avec un fichier vide' };
    await host.as('guardian').post(`${path}/reply`).form(next).files({ 'Rien.pdf': '' }).expect(303);
    await host
      .as('guardian')
      .get(path)
      .expect(200, /Avec un fichier vide<\/textarea>[^]*Seul\.pdf/);
    expect(await has('guardian', 'Vide', '/boxes/sent')).toBe(false);
  });

  test('a reply that the rules stop keeps its text and its files in the draft, also where the draft had an older text', async () => {
    const path = await receive('Pause');
    const parent = host.as('guardian');
    const form = { ...(await formOf(path)), body: 'Trop tard' };
    const pause = { profile: 'guardian', reason: 'Trop de messages', untilDay: '', untilTime: '' };
    await host.as('head').post('/rules/pause').form(pause).expect(303);
    await parent.post(`${path}/reply`).form(form).files({ 'Tard.pdf': 'a' }).expect(303);
    expect(await filesNamed('Tard.pdf')).toHaveLength(1);
    await parent.get(path).expect(200, /Brouillon.: Trop tard[^]*Trop tard<\/textarea>[^]*Tard\.pdf/);
    const longer = { ...(await formOf(path)), body: 'Trop tard, et toute la suite' };
    await parent.post(`${path}/reply`).form(longer).expect(303);
    await parent.get(path).expect(200, /Trop tard, et toute la suite<\/textarea>[^]*Tard\.pdf/);
    const { text } = await host.as('head').get('/rules').expect(200);
    const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await host.as('head').post('/rules/pause/end').form({ id }).expect(303);
    await parent
      .post(`${path}/reply`)
      .form({ ...(await formOf(path)), body: 'Trop tard' })
      .expect(303);
    await host.runJobs();
    expect((await open('teacher', 'Pause')).text).toMatch(/Trop tard[^]*Tard\.pdf/);
  });

  test('a page of before another one has changed or sent the draft sends nothing, and shows what was typed', async () => {
    const path = await receive('Deux fenêtres');
    const first = { ...(await formOf(path)), body: 'Premier', do: 'attach' };
    await host.as('guardian').post(`${path}/reply`).form(first).files({ 'Un.pdf': 'a' }).expect(303);
    const [one, other] = [await formOf(path), await formOf(path)];
    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form({ ...one, body: 'Deuxième', do: 'attach' })
      .files({ 'Deux.pdf': 'b' });
    const late = { ...other, body: 'Troisième' };
    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form(late)
      .expect(409, /écrit un autre texte[^]*Deuxième[^]*Troisième<\/textarea>[^]*Un\.pdf[^]*Deux\.pdf/);
    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form({ ...(await formOf(path)), body: 'Parti' })
      .expect(303);
    await host
      .as('guardian')
      .post(`${path}/reply`)
      .form(late)
      .expect(409, /Troisième<\/textarea>/);
  });

  test('a page that « back » brings again after it has joined a file loses nothing of what is typed on it then', async () => {
    const path = await receive('Retour');
    const parent = host.as('guardian');
    const first = { ...(await formOf(path)), body: 'Voici', do: 'attach' };
    await parent.post(`${path}/reply`).form(first).files({ 'Un.pdf': 'a' }).expect(303);
    const longer = { ...first, body: 'Voici le plan, et une question', do: 'send' };
    await parent
      .post(`${path}/reply`)
      .form(longer)
      .expect(409, /autre texte[^]*Voici<[^]*Voici le plan, et une question<\/textarea>[^]*Un\.pdf/);
    // Throwing the draft away keeps what was typed last, so that « Annuler » brings it back.
    const second: Record<string, string> = { ...(await formOf(path)), body: 'Voici le plan et tout', do: 'discard' };
    for (let press = 0; press < 2; press += 1) await parent.post(`${path}/reply`).form(second).expect(303);
    await parent
      .post(`/copies/${second['draft'] ?? ''}/move`)
      .form({ to: 'restore' })
      .expect(303);
    await parent.get(path).expect(200, /Voici le plan et tout<\/textarea>[^]*Un\.pdf/);
    // A draft that went to the trash from another page is not taken for the reply.
    const third = await formOf(path);
    await parent
      .post(`/copies/${third['draft'] ?? ''}/move`)
      .form({ to: 'trash' })
      .expect(303);
    const late = { ...second, do: 'send' };
    await parent
      .post(`${path}/reply`)
      .form(late)
      .expect(409, /Voici le plan et tout<\/textarea>/);
  });

  test('the draft of a reply goes to the trash from the page of its thread, with its files, and comes back', async () => {
    const path = await receive('Jeter', 'pupil');
    const form = { ...(await formOf(path, 'pupil')), form: randomUUID(), body: 'Mon dessin', do: 'attach' };
    await host.as('pupil').post(`${path}/reply`).form(form).files({ 'Dessin.png': 'a' }).expect(303);
    const pupil = host.as('pupil');
    // The lists of a pupil say so, as those of adults do.
    for (const door of ['read', 'reply']) await pupil.get(`/?door=${door}`).expect(200, /Brouillon.: Mon dessin/);
    const draft = await formOf(path, 'pupil');
    await pupil
      .post(`${path}/reply`)
      .form({ ...draft, body: 'Mon dessin', do: 'discard' })
      .expect(303);
    await pupil
      .get(path)
      .expect(200, /Le brouillon est dans la corbeille[^]*name="to" value="restore"/)
      .expectNot(/Dessin\.png/);
    await pupil
      .post(`/copies/${draft['draft'] ?? ''}/move`)
      .form({ to: 'restore' })
      .expect(303);
    await pupil
      .get(path)
      .expect(200, /Mon dessin<\/textarea>|value="Mon dessin"/)
      .expect(200, /Dessin\.png/);
    // Another button of the page keeps the text in the same draft.
    const beside = { ...(await formOf(path, 'pupil')), answers: path.replace('/copies/', ''), body: 'Mon beau dessin' };
    await pupil
      .post(`${path}/report`)
      .form({ ...beside, reason: 'x' })
      .expect(303);
    expect(await rows(`SELECT id FROM messaging_message WHERE subject = 'Jeter' AND state = 'draft'`)).toHaveLength(1);
    await pupil.get('/boxes/drafts').expect(200, /Mon beau dessin/);
  });

  test.each(['move', 'report', 'forward'])(
    'an older page of a thread that sends its text along with « %s » does not write over a newer one',
    async (act) => {
      const pupil = host.as('pupil');
      const path = await receive(`Onglets ${act}`, 'pupil');
      const first = { ...(await formOf(path, 'pupil')), body: 'Bonjour', do: 'attach' };
      await pupil.post(`${path}/reply`).form(first).files({ 'Un.png': 'a' }).expect(303);
      const older = { ...(await formOf(path, 'pupil')), answers: path.replace('/copies/', '') };
      const newer = { ...older, body: `Bonjour, une longue histoire (${act})`, do: 'attach' };
      await pupil.post(`${path}/reply`).form(newer).files({ 'Deux.png': 'b' }).expect(303);
      for (const body of ['Bonjour', `Autre texte (${act})`])
        await pupil
          .post(`${path}/${act}`)
          .form({ ...older, body, to: act === 'move' ? 'archive' : 'missed', reason: 'x' })
          .expect(303);
      // The text that the newer one goes on from is in it already.
      expect(await bodiesLike(`%(${act})`)).toEqual([`Autre texte (${act})`, `Bonjour, une longue histoire (${act})`]);
      expect(await bodiesLike('Bonjour')).toEqual([]);
    },
  );

  test.each([
    ['send', 'move'],
    ['discard', 'report'],
  ])(
    'a late reply is kept as a draft where another page has done « %s » and « %s » with its thread',
    async (act, next) => {
      const pupil = host.as('pupil');
      const path = await receive(`Trop tard ${act}`, 'pupil');
      const first = { ...(await formOf(path, 'pupil')), body: 'Salut', do: 'attach' };
      await pupil.post(`${path}/reply`).form(first).files({ 'Un.png': 'a' }).expect(303);
      const older = await formOf(path, 'pupil');
      await pupil
        .post(`${path}/reply`)
        .form({ ...older, body: 'Salut', do: act })
        .expect(303);
      await pupil.post(`${path}/${next}`).form({ to: 'trash', reason: 'x' }).expect(303);
      const late = { ...older, form: randomUUID(), body: `Une longue histoire, trop tard (${act})` };
      await pupil.post(`${path}/reply`).form(late).expect(303);
      expect(await bodiesLike(late.body)).toHaveLength(1);
      await pupil.get('/boxes/drafts').expect(200, /Une longue histoire, trop tard/);
    },
  );

  test('a reply that leaves with a file says which drafts left the trash for it', async () => {
    const thrown = { ...(await formOf(await receive('Lourd'))), body: 'Lourd', do: 'attach' };
    const parent = host.as('guardian');
    const path = below(await pathOf('guardian', 'Lourd'));
    await parent.post(`${path}/reply`).form(thrown).files({ 'Lourd.png': 'a' }).expect(303);
    await parent
      .post(`${path}/reply`)
      .form({ ...(await formOf(path)), body: 'Lourd', do: 'discard' })
      .expect(303);
    await rows(`UPDATE messaging_attachment SET bytes = 99999990 WHERE name = 'Lourd.png'`);
    const other = await receive('Léger');
    const reply = { ...(await formOf(other)), body: 'Voici' };
    const sent = await parent
      .post(`${other}/reply`)
      .form(reply)
      .files({ 'Léger.png': 'a'.repeat(20) })
      .expect(303);
    await parent
      .get(below(sent.headers.get('location') ?? ''))
      .expect(200, /«.Lourd.».a quitté la corbeille pour de bon\. Le message est envoyé/);
  });

  /** The texts that are like a pattern of SQL. */
  async function bodiesLike(pattern: string): Promise<(string | undefined)[]> {
    const found = await rows('SELECT body FROM messaging_text WHERE body LIKE ? ORDER BY body', pattern);
    return found.map(({ body }) => body);
  }
});

/** A path below that of the brick. */
function below(address: string): string {
  return address.replace(/^.*\/messaging/, '');
}
