// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

describe.each(testDatabases())('second presses of replies with files on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, pathOf } = messageSteps(() => host);

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

  test('a second press of « Joindre » with another file adds that file, and the first one once', async () => {
    const path = await receive('Deux appuis');
    const parent = host.as('guardian');
    const form = { ...(await formOf(path)), body: 'Voici les deux', do: 'attach' };
    await Promise.all([
      parent.post(`${path}/reply`).form(form).files({ 'Appui 1.pdf': 'a' }).expect(303),
      parent.post(`${path}/reply`).form(form).files({ 'Appui 1.pdf': 'a', 'Appui 2.pdf': 'bb' }).expect(303),
    ]);
    for (const name of ['Appui 1.pdf', 'Appui 2.pdf']) expect(await filesNamed(name)).toHaveLength(1);
    // The page of the draft, too.
    const second = { ...(await formOf(path)), body: 'Voici les trois', do: 'attach' };
    for (const name of ['Appui 3.pdf', 'Appui 4.pdf'])
      await parent
        .post(`${path}/reply`)
        .form(second)
        .files({ [name]: 'c' })
        .expect(303);
    await parent.get(path).expect(200, /Voici les trois<\/textarea>[^]*Appui 1[^]*Appui 2[^]*Appui 3[^]*Appui 4/);
  });

  test('a second press that comes after the reply was sent says that its other file was not sent', async () => {
    const path = await receive('Déjà parti');
    const parent = host.as('guardian');
    const form = { ...(await formOf(path)), body: 'Voici' };
    await parent.post(`${path}/reply`).form(form).files({ 'Parti.pdf': 'a' }).expect(303);
    const files = { 'Parti.pdf': 'a', 'Oublié.pdf': 'bb' };
    await parent.post(`${path}/reply`).form(form).files(files).expect(303);
    const { text } = await parent.get(path).expect(200, /«.Oublié\.pdf.» n’est pas parti.: votre réponse était déjà/);
    expect(text).not.toMatch(/«.Parti\.pdf.» n’est pas parti/);
    expect(await filesNamed('Parti.pdf')).toHaveLength(1);
    expect(await filesNamed('Oublié.pdf')).toHaveLength(0);
  });

  test('a text that was thrown away and is pressed again with a file becomes a new draft', async () => {
    const path = await receive('Jeté puis repris');
    const parent = host.as('guardian');
    const form = { ...(await formOf(path)), body: 'Encore', do: 'attach' };
    await parent.post(`${path}/reply`).form(form).files({ 'Reprise.pdf': 'a' }).expect(303);
    const { draft = '' } = await formOf(path);
    await parent.post(`/copies/${draft}/move`).form({ to: 'trash' }).expect(303);
    await parent.post(`${path}/reply`).form(form).files({ 'Reprise.pdf': 'a' }).expect(303);
    await parent.get(path).expect(200, /Encore<\/textarea>[^]*Reprise\.pdf/);
    expect((await formOf(path))['draft']).not.toBe(draft);
  });

  test.each(['discard', 'drop'] as const)(
    'the button « %s » of a draft that another tab has begun sends nothing of this one',
    async (button) => {
      const path = await receive(`Deux onglets ${button}`);
      const parent = host.as('guardian');
      const [here, there] = [await formOf(path), await formOf(path)];
      await parent
        .post(`${path}/reply`)
        .form({ ...there, body: 'Voici', do: 'attach' })
        .files({ 'A.pdf': 'a' })
        .expect(303);
      const pressed = button === 'discard' ? { do: 'discard' } : { drop: '01a23644-903c-7304-ae1d-c4dcf42131f4' };
      const body = `Je jette ce texte (${button})`;
      const sent = (): Promise<unknown[]> => rows("SELECT id FROM messaging_message WHERE state <> 'draft'");
      const before = await sent();
      await parent
        .post(`${path}/reply`)
        .form({ ...here, body, ...pressed })
        .expect(409, new RegExp(`Je jette ce texte .${button}`));
      expect(await sent()).toEqual(before);
    },
  );

  test('a reply that two tabs send within minutes goes once, and one that says more or is later goes, too', async () => {
    const path = await receive('Deux onglets ouverts');
    const parent = host.as('guardian');
    const press = async (body: string): Promise<unknown> =>
      parent
        .post(`${path}/reply`)
        .form({ ...(await formOf(path)), body })
        .expect(303);
    const sent = (body: string): Promise<Record<string, string>[]> =>
      rows(
        'SELECT m.school AS school FROM messaging_text t JOIN messaging_message m ON m.id = t.messageId WHERE t.body = ?',
        body,
      );
    const [here, there] = [await formOf(path), await formOf(path)];
    expect(here['form']).not.toBe(there['form']);
    await Promise.all(
      [here, there].map((form) =>
        parent
          .post(`${path}/reply`)
          .form({ ...form, body: 'Nous venons' })
          .expect(303),
      ),
    );
    expect(await sent('Nous venons')).toHaveLength(1);
    await press('Nous venons');
    await host.runJobs();
    expect(await sent('Nous venons')).toHaveLength(1);
    await press('Nous venons à deux');
    expect(await sent('Nous venons à deux')).toHaveLength(1);
    host.clock.advance(11 * 60_000);
    await press('Nous venons à deux');
    expect(await sent('Nous venons à deux')).toHaveLength(2);
  });

  test('the same reply to messages of two schools goes to both', async () => {
    const role = 'guardianInBothSchools';
    const to = { toPerson: await host.ids.person(role) };
    for (const author of ['head', 'headOfOtherSchool'] as const) await send(author, to, 'Portes ouvertes');
    await host.runJobs();
    const copies = await rows("SELECT id, school FROM messaging_copy WHERE ownerId = ? AND box = 'inbox'", to.toPerson);
    expect(new Set(copies.map(({ school }) => school)).size).toBe(2);
    for (const { id = '', school = '' } of copies) {
      const path = `/s/${school}/messaging/copies/${id}`;
      for (let tab = 0; tab < 2; tab += 1)
        await host
          .as(role)
          .post(`${path}/reply`)
          .form({ ...(await formOf(path, role)), body: 'Merci à vous' })
          .expect(303);
    }
    const replies = await rows(
      'SELECT m.school AS school FROM messaging_text t JOIN messaging_message m ON m.id = t.messageId WHERE t.body = ?',
      'Merci à vous',
    );
    expect(replies.map(({ school }) => school).sort()).toEqual(copies.map(({ school }) => school).sort());
  });

  test('a file for a reply to a message that was reported meanwhile stays with its text, as a draft', async () => {
    const path = await receive('Signalé entre-temps');
    const parent = host.as('guardian');
    const form = { ...(await formOf(path)), do: 'attach' };
    await parent
      .post(`${path}/reply`)
      .form({ ...form, body: 'Avant' })
      .files({ 'Avant.pdf': 'a' })
      .expect(303);
    await parent.post(`${path}/report`).form({ reason: 'Pas pour moi' }).expect(303);
    const { headers } = await parent
      .post(`${path}/reply`)
      .form({ ...form, body: 'Après' })
      .files({ 'Après.pdf': 'bb' })
      .expect(303);
    await parent.get(below(headers.get('location') ?? '')).expect(200, /Après<\/textarea>[^]*Après\.pdf/);
  });
});

/** A path below that of the brick. */
function below(address: string): string {
  return address.replace(/^.*\/messaging/, '');
}
