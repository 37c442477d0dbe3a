// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const host = await startTestHost({ bricks: [messaging] });
const { send, open, reply, has, pathOf } = messageSteps(() => host);

test('a reply to all goes to those that were named and that the author may write to', async () => {
  const names = ['head', 'staff', 'guardian'] as const;
  const fields = await Promise.all(names.map(async (name) => ['toPerson', await host.ids.person(name)]));
  await host
    .as('teacher')
    .post('/write')
    .form(new URLSearchParams([...fields, ['subject', 'Réunion'], ['body', 'Mardi ?']] as [string, string][]))
    .expect(303);
  await host.runJobs();
  expect((await open('head', 'Réunion')).text).toMatch(/Répondre aux 3 personnes/);
  // A guardian may not write to another one, but to the adults of the school.
  expect((await open('guardian', 'Réunion')).text).toMatch(/Répondre aux 3 personnes/);
  const path = await pathOf('staff', 'Réunion');
  await host.as('staff').post(`${path}/reply`).form({ body: 'Jeudi plutôt', all: '1' }).expect(303);
  await host.runJobs();
  for (const role of ['teacher', 'head', 'guardian'] as const)
    expect((await open(role, 'Réunion')).text).toContain('Jeudi plutôt');
});

test('T8 where the author wrote to each separately, nobody is told of the others, and a reply to all goes to the author alone', async () => {
  const named = [await host.ids.person('guardian'), await host.ids.person('guardianOfClassmate')];
  const fields: [string, string][] = [
    ...named.map((id): [string, string] => ['toPerson', id]),
    ['subject', 'Dictée'],
    ['body', 'Bravo'],
    ['apart', 'true'],
  ];
  const saved = await host
    .as('teacher')
    .post('/write')
    .form(new URLSearchParams([...fields, ['do', 'save']]))
    .expect(303);
  const draft = /\/drafts\/.*/.exec(saved.headers.get('location') ?? '')?.[0] ?? '';
  await host
    .as('teacher')
    .get(draft)
    .expect(200, /name="apart"[^>]*checked/);
  await host
    .as('teacher')
    .post(draft)
    .form(new URLSearchParams([...fields, ['do', 'send']]))
    .expect(303);
  await host.runJobs();
  const { text } = await open('guardian', 'Dictée');
  expect(text).not.toMatch(/Élise Girardet|et d’autres|Répondre aux/);
  const path = await pathOf('guardian', 'Dictée');
  await host.as('guardian').post(`${path}/reply`).form({ body: 'Merci maîtresse', all: '1' }).expect(303);
  await host.runJobs();
  expect((await open('teacher', 'Dictée')).text).toContain('Merci maîtresse');
  expect((await open('guardianOfClassmate', 'Dictée')).text).not.toContain('Merci maîtresse');
});

test('persons of a group are not told of one another, and there is no reply to all of them', async () => {
  await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Circulaire');
  await host.runJobs();
  const { text } = await open('guardian', 'Circulaire');
  expect(text).toContain('aux parents des CM1');
  expect(text).not.toMatch(/Répondre aux|Élise Girardet|Luc Faivre/);
  const path = await pathOf('guardian', 'Circulaire');
  await host.as('guardian').post(`${path}/reply`).form({ body: 'À tous ?', all: '1' }).expect(303);
  await host.runJobs();
  expect((await open('teacher', 'Circulaire')).text).toContain('À tous ?');
  expect((await open('guardianOfClassmate', 'Circulaire')).text).not.toContain('À tous ?');
});

test('of several replies to a circular, the author answers each one by itself', async () => {
  await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Goûter');
  await host.runJobs();
  await reply('guardian', 'Goûter', 'Un gâteau');
  await reply('guardianOfClassmate', 'Goûter', 'Des fruits');
  await host.runJobs();
  const { text } = await open('teacher', 'Goûter');
  expect(text).toMatch(/Répondre à Élise Girardet/);
  const [, other = ''] = /Un gâteau[^]*?href="([^"#]*)#messaging-reply"/.exec(text) ?? [];
  await host
    .as('teacher')
    .get(other)
    .expect(200, /Répondre à Sophie Faivre/);
  await host.as('teacher').post(`${other}/reply`).form({ body: 'Merci Sophie' }).expect(303);
  await host.runJobs();
  expect((await open('guardian', 'Goûter')).text).toContain('Merci Sophie');
  expect((await open('guardianOfClassmate', 'Goûter')).text).not.toContain('Merci Sophie');
});

test('the form that a newer reply does not replace keeps what was read about its own recipient', async () => {
  const planId = async (to: RegExp): Promise<string | undefined> => {
    const { text } = await open('teacher', 'Piscine', '/boxes/sent');
    expect(text).toMatch(to);
    return /data-live="messages" id="(messaging-reply-plan[^"]*)"/.exec(text)?.[1];
  };
  await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Piscine');
  await host.runJobs();
  await reply('guardian', 'Piscine', 'D’accord');
  await host.runJobs();
  const first = await planId(/<label for="messaging-reply-body">Répondre à Sophie Faivre/);
  await reply('guardianOfClassmate', 'Piscine', 'Pas lui');
  await host.runJobs();
  const second = await planId(/<label for="messaging-reply-body">Répondre à Élise Girardet/);
  expect(first).toBeDefined();
  expect(second).toBeDefined();
  expect(second).not.toBe(first);
});

test('a reply that is empty or too long is shown again with what was typed', async () => {
  await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Question');
  await host.runJobs();
  const path = await pathOf('guardian', 'Question');
  await host
    .as('guardian')
    .post(`${path}/reply`)
    .form({ body: '  ' })
    .expect(400, /La réponse est vide/);
  await host
    .as('guardian')
    .post(`${path}/reply`)
    .form({ body: `Début ${'a'.repeat(10_000)}` })
    .expect(400, /trop longue[^]*Début aaa/);
  expect(await has('guardian', 'Question', '/boxes/sent')).toBe(false);
});

test('a reply that comes again with another text is shown again, and not told to be sent', async () => {
  await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Deux réponses');
  await host.runJobs();
  const path = await pathOf('guardian', 'Deux réponses');
  const form = randomUUID();
  const first = { form, body: 'Réponse du matin' };
  await host.as('guardian').post(`${path}/reply`).form(first).expect(303);
  await host.as('guardian').post(`${path}/reply`).form(first).expect(303);
  await host
    .as('guardian')
    .post(`${path}/reply`)
    .form({ form, body: 'Réponse du soir' })
    .expect(409, /Réponse du soir<\/textarea>/);
  await host.runJobs();
  const { text } = await open('teacher', 'Deux réponses');
  expect(text).toContain('Réponse du matin');
  expect(text).not.toContain('Réponse du soir');
});

test('P16: a reply whose message was thrown away or reported meanwhile becomes a draft, once', async () => {
  await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Exposé');
  await host.runJobs();
  const path = (await pathOf('pupil', 'Exposé')).replace(/^.*\/messaging/, '');
  const form = randomUUID();
  const keep = async (body: string): Promise<string> => {
    const kept = await host.as('pupil').post(`${path}/reply`).form({ form, body }).expect(303);
    return (kept.headers.get('location') ?? '').replace(/^.*\/messaging/, '');
  };
  await host.as('pupil').post(`${path}/move`).form({ to: 'trash' }).expect(303);
  const draft = await keep('Mon texte sur les volcans');
  expect(await keep('Mon texte sur les volcans')).toBe(draft);
  const { text } = await host
    .as('pupil')
    .get(draft)
    .expect(200, /Ton message à Claire[^]*volcans<\/textarea>/);
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const toPerson = await host.ids.person('teacher');
  const sent = { form: hidden('form'), version: hidden('version'), toPerson, body: 'Mon texte sur les volcans' };
  await host.as('pupil').post(draft).form(sent).expect(303);
  await host.runJobs();
  expect((await open('teacher', 'Exposé')).text).toContain('volcans');

  await host.as('pupil').post(`${path}/move`).form({ to: 'restore' }).expect(303);
  await host.as('pupil').post(`${path}/report`).form({ reason: 'x' }).expect(303);
  await host
    .as('pupil')
    .get(await keep('Et sur les geysers'))
    .expect(200, /geysers<\/textarea>/)
    .expectNot(/Texte de Exposé/);
  await host.as('classmate').post(`${path}/reply`).form({ body: 'x' }).expect(404);
});

test('P16: a reply that was typed when a letter of its page is reported, or a message taken back, is kept', async () => {
  await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Cascade');
  await host.runJobs();
  const pupil = host.as('pupil');
  const fieldsOf = (text: string, action: string): Record<string, string> => {
    expect(text).toMatch(
      new RegExp(`form="messaging-reply-form" formaction="[^"]*/${action}\\?typedIn=body[^"]*" formnovalidate`),
    );
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    return { form: hidden('form'), answers: hidden('answers') };
  };
  const path = (await pathOf('pupil', 'Cascade')).replace(/^.*\/messaging/, '');
  await pupil.post(`${path}/reply`).form({ body: 'Une première réponse' }).expect(303);
  const own = (await pathOf('pupil', 'première', '/boxes/sent')).replace(/^.*\/messaging/, '');
  const again = fieldsOf((await pupil.get(own).expect(200)).text, 'recall');
  await pupil
    .post(`${own}/recall`)
    .form({ ...again, body: 'Autre texte tapé' })
    .expect(303);
  await pupil.get('/boxes/drafts').expect(200, /Autre texte tapé/);

  const { text } = await pupil.get(path).expect(200);
  const id = /copies\/([-\da-f]+)/.exec(path)?.[1] ?? '';
  const fields = { ...fieldsOf(text, 'report'), [`reason-${id}`]: 'Il me fait peur', body: 'Ma longue réponse' };
  await pupil.post(`${path}/report`).form(fields).expect(303);
  await pupil.get('/').expect(200, /C’est dit à la direction[^]*Ta réponse est gardée/);
  await pupil.get('/boxes/drafts').expect(200, /Ma longue réponse/);
  const [report] = await host.host.database.dataSource.query<{ reason: string }[]>(
    `SELECT reason FROM messaging_report WHERE reason = 'Il me fait peur'`,
  );
  expect(report).toBeDefined();
});

test('of an erased author the message stays, without a name and without a reply', async () => {
  await send('teacherOfOtherClass', { toPerson: await host.ids.person('guardianOfOtherClass') }, 'Adieu');
  await host.runJobs();
  await host.host.database.dataSource.query(`UPDATE messaging_message SET authorId = NULL WHERE subject = 'Adieu'`);
  const { text } = await open('guardianOfOtherClass', 'Adieu');
  expect(text).toMatch(/Une personne qui n’est plus là[^]*Texte de Adieu/);
  expect(text).not.toContain('name="body"');
  const path = await pathOf('guardianOfOtherClass', 'Adieu');
  const kept = await host.as('guardianOfOtherClass').post(`${path}/reply`).form({ body: 'Trop tard' }).expect(303);
  await host
    .as('guardianOfOtherClass')
    .get(kept.headers.get('location') ?? '')
    .expect(200, /Trop tard<\/textarea>/);
});

test('a reply that is typed and not sent keeps its place when its recipient writes again', async () => {
  await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Sortie');
  await host.runJobs();
  const formOf = async (): Promise<string[]> => {
    const [tag = ''] = /<form [^>]*id="messaging-reply-form"[^>]*>/.exec((await open('guardian', 'Sortie')).text) ?? [];
    return [/action="([^"?]*)/.exec(tag)?.[1] ?? '', /data-kept="([^"]*)"/.exec(tag)?.[1] ?? ''];
  };
  const [address, key] = await formOf();
  expect(key).toMatch(/^\w{16}$/);
  await reply('guardian', 'Sortie', 'À quelle heure ?');
  await host.runJobs();
  await reply('teacher', 'Sortie', 'À 8 h 30.');
  await host.runJobs();
  const [newer, same] = await formOf();
  expect(newer).not.toBe(address);
  expect(same).toBe(key);
});
