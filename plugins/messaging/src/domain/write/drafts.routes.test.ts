// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { bothDatabases, onceInQuickRun, type Role, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

type Fields = Readonly<Record<string, string>>;

describe.each(bothDatabases())('writing on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { has, open, pathOf, send, waitUntilHour } = messageSteps(() => host);

  /** Posts a form. @returns the path below that of the brick to which the answer leads */
  async function post(role: Role, path: string, form: Fields): Promise<string> {
    const { headers } = await host.as(role).post(path).form(form).expect(303);
    return (headers.get('location') ?? '').replace(/^.*\/messaging/, '');
  }

  async function count(subject: string): Promise<number> {
    const rows = await host.host.database.dataSource.query<unknown[]>(
      `SELECT id FROM messaging_message WHERE subject = '${subject}'`,
    );
    return rows.length;
  }

  /** The value of a hidden field of a page. */
  const hidden = (page: string, name: string): string =>
    new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

  testOnce('a draft is kept with its recipients, is of its author alone, and arrives once it is sent', async () => {
    const form = randomUUID();
    const to = await host.ids.person('guardian');
    const draft = await post('teacher', '/write', { form, subject: 'Musée', body: 'À 8 h', do: 'save' });
    const withTo = await post('teacher', draft, { form, subject: 'Musée', body: 'À 8 h 15', add: `toPerson ${to}` });
    expect(withTo).toBe(draft);
    const { text } = await host
      .as('teacher')
      .get(draft)
      .expect(200, /Sophie Faivre[^]*À 8 h 15[^]*Gardé à/);
    for (const role of ['guardian', 'head', 'teacherOfOtherClass'] as const) {
      await host.as(role).get(draft).expect(404);
      await host.as(role).post(draft).form({ subject: 'x', body: 'x' }).expect(404);
    }
    expect(await has('teacher', 'Musée', '/boxes/sent')).toBe(false);
    const fields = { form: hidden(text, 'form'), version: hidden(text, 'version'), toPerson: to };
    await post('teacher', draft, { ...fields, subject: 'Musée', body: 'À 8 h 15' });
    await host.runJobs();
    expect((await open('guardian', 'Musée')).text).toContain('À 8 h 15');
    expect(await has('teacher', 'Musée', '/boxes/drafts')).toBe(false);
    expect(await count('Musée')).toBe(1);
  });

  test('a form that is sent twice sends one message, and is answered the same twice', async () => {
    const form = { form: randomUUID(), toPerson: await host.ids.person('head'), subject: 'Une fois', body: 'x' };
    const answers = await Promise.all([post('teacher', '/write', form), post('teacher', '/write', form)]);
    expect([...answers, await post('teacher', '/write', form)]).toEqual(Array(3).fill('/boxes/sent'));
    expect(await count('Une fois')).toBe(1);
    const draft = await post('teacher', '/write', { ...form, form: randomUUID(), subject: 'Deux tapes', do: 'save' });
    const sent = { ...form, form: randomUUID(), subject: 'Deux tapes', version: '1' };
    await Promise.all([post('teacher', draft, sent), post('teacher', draft, sent)]);
    expect(await count('Deux tapes')).toBe(1);
    await host.runJobs();
    expect(await has('head', 'Deux tapes')).toBe(true);
  });

  testOnce('of two windows the second one is told, and both texts are kept', async () => {
    const draft = await post('teacher', '/write', { subject: 'Deux', body: 'Début', do: 'save' });
    const [first, second] = [randomUUID(), randomUUID()];
    await post('teacher', draft, { form: first, version: '1', subject: 'Deux', body: 'De la classe', do: 'save' });
    const keep = { form: second, version: '1', subject: 'Deux', body: 'De la maison' };
    await host
      .as('teacher')
      .post(draft)
      .form({ ...keep, do: 'keep' })
      .expect(409, /"isChanged":true/);
    await host
      .as('teacher')
      .post(draft)
      .form(keep)
      .expect(409, /De la maison[^]*Ce brouillon existe deux fois[^]*De la classe/);
    const { text } = await host.as('teacher').get('/boxes/drafts').expect(200);
    expect(text).toMatch(/De la maison/);
    expect(text).toMatch(/De la classe/);
    expect(await count('Deux')).toBe(2);
    // The window that was first has lost the answer, and writes again with the version that it knows.
    const again = { form: first, turn: '1', version: '1', subject: 'Deux', body: 'De la classe, encore', do: 'keep' };
    await host
      .as('teacher')
      .post(draft)
      .form(again)
      .expect(200, /"version":3/);
  });

  test('P16: a save that arrives after a later one of its form changes nothing, and is lost in no case', async () => {
    const form = { form: randomUUID(), subject: 'Lent' };
    const save = (path: string, fields: Fields): ReturnType<ReturnType<typeof host.as>['post']> =>
      host
        .as('teacher')
        .post(path)
        .form({ ...form, ...fields });
    await save('/write', { turn: '2', body: 'La suite', do: 'save' }).expect(303);
    await save('/write', { turn: '1', body: 'Le début', do: 'keep' }).expect(409, /"isChanged":true/);
    const draft = (await pathOf('teacher', 'Lent', '/boxes/drafts')).replace(/^.*\/messaging/, '');
    await save(draft, { turn: '3', version: '1', body: 'La suite et la fin', do: 'save' }).expect(303);
    await save(draft, { turn: '2', version: '1', body: 'La suite', do: 'keep' }).expect(409, /"isChanged":true/);
    await host
      .as('teacher')
      .get(draft)
      .expect(200, /La suite et la fin/);
    // Without the script of the page nothing is numbered: both texts stay.
    await save(draft, { version: '1', body: 'Tapé avant', do: 'save' }).expect(409, /Tapé avant[^]*La suite et la fin/);
    expect(await count('Lent')).toBe(2);
  });

  testOnce('a form that comes again with another text loses nothing: it becomes a draft of its own', async () => {
    const to = await host.ids.person('head');
    const form = { form: randomUUID(), toPerson: to, subject: 'Clé', body: 'Premier texte' };
    await post('teacher', '/write', form);
    for (const [body, act] of [
      ['Deuxième texte', 'send'],
      ['Troisième texte', 'save'],
    ] as const) {
      await host
        .as('teacher')
        .post('/write')
        .form({ ...form, body, do: act })
        .expect(409, new RegExp(body));
    }
    await host
      .as('teacher')
      .post('/write')
      .form({ ...form, do: 'keep' })
      .expect(409, /"isChanged":true/);
    await host
      .as('teacher')
      .get('/boxes/drafts')
      .expect(200, /Troisième texte[^]*Deuxième texte|Deuxième texte[^]*Troisième texte/);
    expect(await count('Clé')).toBe(3);
  });

  testOnce('a draft that another window has thrown away keeps the text of this one', async () => {
    const form = randomUUID();
    const to = await host.ids.person('head');
    const draft = await post('teacher', '/write', { form, subject: 'Jeté', body: 'Début', do: 'save' });
    await post('teacher', draft, { subject: 'Jeté', body: 'Début, et la suite', do: 'discard' });
    // « Annuler » brings back what was written last.
    await host
      .as('teacher')
      .get('/boxes/trash')
      .expect(200, /Début, et la suite/);
    const typed = { form, version: '1', toPerson: to, subject: 'Jeté', body: 'Tapé ici' };
    for (const path of [draft, '/write']) {
      await host
        .as('teacher')
        .post(path)
        .form({ ...typed, do: 'keep' })
        .expect(409, /"isChanged":true/);
      for (const act of ['save', 'send']) {
        await host
          .as('teacher')
          .post(path)
          .form({ ...typed, do: act })
          .expect(409, /Tapé ici[^]*mis à la corbeille/);
      }
    }
    await host.runJobs();
    expect(await has('head', 'Jeté')).toBe(false);
    await host
      .as('teacher')
      .get('/boxes/drafts')
      .expect(200, /Tapé ici/);
  });

  testOnce(
    'X2: a draft names nobody that its author may not write to, and is judged again when it is sent',
    async () => {
      const [allowed, other] = [await host.ids.person('teacher'), await host.ids.person('guardianOfClassmate')];
      const fields = { form: randomUUID(), subject: 'Goûter', body: 'Des crêpes' };
      const both = [...Object.entries(fields), ['toPerson', allowed], ['toPerson', other]];
      await host
        .as('guardian')
        .post('/write')
        .form(new URLSearchParams([...both, ['do', 'send']]))
        .expect(400, /n’est pas parti[^]*Une chose l’arrête[^]*Envoyer à Claire Vuillet[^]*Des crêpes/)
        .expectNot(/Élise Girardet/);
      const draft = /href="[^"]*\/messaging(\/drafts\/[^"]+)"[^]*?Goûter/.exec(
        (await host.as('guardian').get('/boxes/drafts').expect(200)).text,
      )?.[1];
      await host
        .as('guardian')
        .get(draft ?? '/none')
        .expect(200, /Claire Vuillet/)
        .expectNot(/Élise Girardet|Une des personnes choisies/);
      await host
        .as('guardian')
        .post('/write')
        .form(new URLSearchParams([...both, ['do', 'send-rest']]))
        .expect(303);
      await host.runJobs();
      expect(await has('teacher', 'Goûter')).toBe(true);
      expect(await has('guardianOfClassmate', 'Goûter')).toBe(false);
    },
  );

  testOnce('what is missing or too long is told, and nothing that was typed is lost', async () => {
    await host
      .as('teacher')
      .post('/write')
      .form({ subject: '', body: 'Sans objet' })
      .expect(400, /Choisissez au moins[^]*Sans objet/);
    const long = 'é'.repeat(10_001);
    await host
      .as('teacher')
      .post('/write')
      .form({ form: randomUUID(), subject: 'Long', body: long, do: 'save' })
      .expect(400, new RegExp(`${long}[^]*10001 signes, et 10000 au plus`));
    expect(await count('Long')).toBe(0);
  });

  testOnce('an empty message that is refused leaves no draft, and one with words does', async () => {
    const before = (await host.as('staff').get('/boxes/drafts').expect(200)).text.match(/\/drafts\//g) ?? [];
    const to = await host.ids.person('teacher');
    await host
      .as('staff')
      .post('/write')
      .form({ form: randomUUID(), toPerson: to, subject: '', body: ' ' })
      .expect(400, /n’est pas parti[^]*Écrivez votre message[^]*Claire Vuillet/);
    const after = (await host.as('staff').get('/boxes/drafts').expect(200)).text.match(/\/drafts\//g) ?? [];
    expect(after).toHaveLength(before.length);
    await host
      .as('staff')
      .post('/write')
      .form({ form: randomUUID(), toPerson: to, subject: 'Sans texte', body: '' })
      .expect(400, /Gardé à/);
    expect(await has('staff', 'Sans texte', '/boxes/drafts')).toBe(true);
  });

  testOnce(
    'a message without a subject takes the first words of its text, as a draft and once it is sent',
    async () => {
      const form = randomUUID();
      const body = '**Vendredi** nous partons au musée à 8 h 45, pensez au goûter';
      const draft = await post('teacher', '/write', { form, subject: '', body: 'Vendredi', do: 'save' });
      expect(await has('teacher', 'Vendredi', '/boxes/drafts')).toBe(true);
      const { text } = await host.as('teacher').get(draft).expect(200);
      expect(/name="subject"[^>]*/.exec(text)?.[0]).not.toContain('Vendredi');
      const fields = { form: hidden(text, 'form'), version: hidden(text, 'version'), subject: '', body };
      await post('teacher', draft, { ...fields, toPerson: await host.ids.person('guardian') });
      await host.runJobs();
      expect(await has('guardian', 'Vendredi nous partons au musée à 8 h…')).toBe(true);
    },
  );

  testOnce('a search finds persons and groups by the beginning of words, accents and case aside', async () => {
    await host
      .as('teacher')
      .get('/write?q=FAIV%20ines')
      .expect(200, /<mark>Inès<\/mark> <mark>Faiv<\/mark>re/)
      .expectNot(/<mark>Soph/);
    await host
      .as('teacher')
      .get('/write?q=parents')
      .expect(200, /Parents des CM1/);
    await host
      .as('guardian')
      .get('/write')
      .expect(200, /Claire Vuillet[^]*Les autres parents/)
      .expectNot(/type="search" id="write-to"/);
  });

  testOnce('X2: a forwarded message is a draft of its own, without the persons that the first one named', async () => {
    await send('head', { toPerson: await host.ids.person('teacher') }, 'Consigne');
    await host.runJobs();
    const copy = (await pathOf('teacher', 'Consigne')).replace(/^.*\/messaging/, '');
    await host.as('guardian').post(`${copy}/forward`).form({}).expect(404);
    const draft = await post('teacher', `${copy}/forward`, {});
    await host
      .as('teacher')
      .get(draft)
      .expect(200, /Tr\u00a0: Consigne[^]*Message transféré[^]*Texte de Consigne/)
      .expectNot(/v-chip|name="to\w+"[^>]* checked/);
  });

  // The clock is at night afterwards.
  testOnce('urgent passes quiet hours, of a head alone, with a reason in the journal', async () => {
    await waitUntilHour(20);
    const fields = { toPerson: await host.ids.person('guardian'), subject: 'Car en retard', body: 'x', urgent: 'true' };
    await host.as('teacher').post('/write').form(fields).expect(403);
    await host
      .as('head')
      .post('/write')
      .form(fields)
      .expect(400, /Dites pourquoi ce message est urgent/);
    await post('head', '/write', { ...fields, reason: 'Le car est en panne' });
    await host.runJobs();
    expect(await has('guardian', 'Car en retard')).toBe(true);
    const lines = await host.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM core_audit WHERE action = 'messaging.urgent'`,
    );
    expect(lines.map(({ subject }) => subject).join()).toContain('Le car est en panne');
  });

  test('P16: a reply that a pause stops is a draft with its recipient, once for each form', async () => {
    await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Sortie');
    await waitUntilHour(9);
    const path = (await pathOf('pupil', 'Sortie')).replace(/^.*\/messaging/, '');
    await post('head', '/rules/pause', { profile: 'pupil', reason: 'On en parle en classe.' });
    const reply = { form: randomUUID(), body: 'Ma longue réponse' };
    const pupil = host.as('pupil');
    const kept = await pupil.post(`${path}/reply`).form(reply).expect(303);
    const draft = (kept.headers.get('location') ?? '').replace(/^.*\/messaging/, '');
    expect(draft).toMatch(/^\/drafts\//);
    // The draft leads to the conversation, which has the text in its field and says why.
    const inThread = await pupil.get(draft).expect(303);
    expect(inThread.headers.get('location')).toContain(`${path}#`);
    await pupil
      .get(path)
      .expect(200, /Ta réponse n’est pas partie[^]*On en parle en classe[^]*Ta réponse à Claire[^]*Ma longue réponse/);
    expect(await post('pupil', `${path}/reply`, reply)).toBe(draft);
    expect(await has('pupil', 'Ma longue réponse', '/boxes/drafts')).toBe(true);
    // A program keeps its text itself: the page says that nothing is kept.
    await pupil
      .post(`${path}/reply`)
      .form({ body: 'Sans formulaire' })
      .expect(400, /pas gardé[^]*Sans formulaire<\/textarea>/);
  });

  test('P16: of a double tap on a reply that becomes a draft, both lead to the one draft', async () => {
    await send('teacher', { toPerson: await host.ids.person('classmate') }, 'Goûter');
    await host.runJobs();
    const path = (await pathOf('classmate', 'Goûter')).replace(/^.*\/messaging/, '');
    await post('classmate', `${path}/report`, { reason: 'x' });
    for (const body of ['Réponse un', 'Réponse deux', 'Réponse trois']) {
      const reply = { form: randomUUID(), body };
      const [one, other] = await Promise.all([1, 2].map(() => post('classmate', `${path}/reply`, reply)));
      expect(one).toMatch(/^\/drafts\//);
      expect(other).toBe(one);
    }
  });
});
