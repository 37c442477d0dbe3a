// SPDX-License-Identifier: EUPL-1.2
import { member, OTHER_SCHOOL, person, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import { defaultDecisions, type KeptFor } from '../policy/decisions.js';
import { storedDecisions } from '../policy/stored-decisions.js';
import { PolicyRow } from '../../store/policy.entity.js';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
const host = await startTestHost({
  bricks: [messaging],
  records: [
    person('zoe.two', 'pupil', SCHOOL, 'Zoé', 'Perrin'),
    member(SCHOOL, 'cm1', 'zoe.two'),
    ...['Hugo', 'Jade', 'Sarah', 'Adam', 'Eva'].flatMap((givenName) => [
      person(givenName.toLowerCase(), 'pupil', SCHOOL, givenName, 'Martin'),
      member(SCHOOL, 'cm1', givenName.toLowerCase()),
    ]),
  ],
});
const { send, open } = messageSteps(() => host);
const pupil = host.as('pupil');
const classmate = await host.ids.person('classmate');
const teacher = await host.ids.person('teacher');

/** Decides about the held message with this text. */
async function decide(text: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const page = await host.as('teacher').get('/reviews').expect(200);
  const item = page.text.split('<li class="v-review">').find((part) => part.includes(text)) ?? '';
  const action = /action="([^"]+)"/.exec(item)?.[1] ?? '';
  const version = /name="version" value="(\d+)"/.exec(item)?.[1] ?? '';
  await host
    .as('teacher')
    .post(action)
    .form({ version, ...fields })
    .expect(303);
  await host.runJobs();
}

test('a pupil writes without a subject, reads that it waits, changes it, and writes differently what came back', async () => {
  const chosen = await pupil.get(`/write?toPerson=${classmate}`).expect(200, /Ton message à Zoé Girardet/);
  expect(chosen.text).toMatch(/Paul Droz ou Claire Vuillet le lit d’abord. Si c’est oui, Zoé Girardet le reçoit./);
  expect(chosen.text).not.toContain('name="subject"');

  const sent = await pupil.post('/write').form({ toPerson: classmate, body: 'Ton dessin est moche' }).expect(303);
  const page = sent.headers.get('location') ?? '';
  await pupil
    .get(page)
    .expect(200, /Ton message attend[^]*le lit d’abord[^]*Ton dessin est moche[^]*Le changer[^]*Annuler l’envoi/);
  await pupil.get('/').expect(200, /Un message de toi attend[^]*Ton message à Zoé Girardet attend/);

  await decide('Ton dessin est moche', { do: 'refuse', reason: 'own-words', word: 'Trouve une chose que tu aimes' });
  const { text } = await pupil
    .get('/')
    .expect(
      200,
      /Ton message à Zoé Girardet n’est pas parti[^]*Claire Vuillet te dit[^]*Trouve une chose que tu aimes/,
    );
  const recall = /action="([^"]+\/recall)"[^]*?L’écrire autrement/.exec(text)?.[1] ?? '';
  const draft = (await pupil.post(recall).form({}).expect(303)).headers.get('location') ?? '';
  const form = (await pupil.get(draft).expect(200, /Ton dessin est moche/)).text;
  expect(form).toMatch(new RegExp(`value="${classmate}" checked|checked[^>]*value="${classmate}"`));
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  await pupil.post(draft).form({ toPerson: classmate, body: 'J’aime ton arbre', version }).expect(303);
  await decide('J’aime ton arbre', { do: 'accept' });
  await pupil.get('/').expect(200, /Zoé Girardet a reçu ton message/);
  // The subject is the beginning of the text.
  expect((await open('classmate', 'J’aime ton arbre')).text).toMatch(/Inès t’a écrit[^]*J’aime ton arbre/);
});

test('faces are those that may be written to: pupils by first name, adults by what they are', async () => {
  const { text } = await pupil.get('/write').expect(200, /À qui écris-tu/);
  for (const name of ['Zoé Girardet', 'Zoé Perrin', 'Hugo', 'Claire Vuillet', 'direction', 'ta famille'])
    expect(text).toContain(name);
  for (const name of ['Hugo Martin', 'Tom', 'Odile Perret', 'Élise Girardet']) expect(text).not.toContain(name);
  const adults = await pupil.get('/write?to=adults').expect(200, /À quel adulte veux-tu le dire/);
  expect(adults.text).toContain('Mathieu Grosjean');
  expect(adults.text).not.toContain('Hugo');
});

test('a message that is not sent keeps its text and its faces, and says why', async () => {
  await pupil
    .post('/write')
    .form({ body: 'À personne' })
    .expect(400, /<title>Erreur[^]*Ton message n’est pas parti[^]*"#write-to">Choisis à qui tu écris[^]*À personne/);
  await pupil
    .post('/write')
    .form({ toPerson: await host.ids.person('classmate'), body: '' })
    .expect(400, /Ton message n’est pas parti[^]*"#write-body">Écris ton message/);
  const six = await Promise.all(
    ['hugo', 'jade', 'sarah', 'adam', 'eva', 'zoe.two'].map((login) => host.ids.login(login)),
  );
  const tooMany = new URLSearchParams([...six.map((id) => ['toPerson', id]), ['body', 'À tous']]);
  const answer = await pupil
    .post('/write')
    .form(tooMany)
    .expect(400, /<title>Erreur[^]*pas parti[^]*"#write-to">Tu peux écrire à 5 personnes à la fois/);
  expect(answer.text).toContain('À tous');
  expect(answer.text.match(/checked/g)).toHaveLength(6);
});

test('X2: a person that a pupil may not write to stays unnamed, and the reason is told to a child', async () => {
  const stranger = await host.ids.person('pupilOfOtherClass');
  await pupil
    .post('/write')
    .form({ toPerson: stranger, body: 'Bonjour' })
    .expect(400, /tu peux écrire aux élèves de ta classe/)
    .expectNot(/Tom/);
});

test('the doors lead to what is new and to what waits for an answer, and a circular waits for none', async () => {
  await send('teacher', { toPupilsOf: host.ids.cm1 }, 'Pour tous');
  await host.runJobs();
  await pupil.get('/').expect(200, /Claire Vuillet t’a écrit[^]*1 nouveau message[^]*personne n’attend de réponse/);
  await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Pour Inès');
  await host.runJobs();
  await pupil.get('/').expect(200, /2 nouveaux messages[^]*1 personne attend/);
  await pupil
    .get('/?door=reply')
    .expect(200, /Texte de Pour Inès/)
    .expectNot(/Pour tous/);
  const read = await open('pupil', 'Pour Inès');
  expect(read.text).toMatch(/Claire Vuillet t’a écrit[^]*Écouter[^]*Ce message te gêne[^]*Ta réponse/);
  const reply = /action="([^"]+\/reply)[?"]/.exec(read.text)?.[1] ?? '';
  await pupil
    .post(reply)
    .form({ body: '' })
    .expect(400, /Ta réponse/);
  await pupil.post(reply).form({ body: 'Merci' }).expect(303);
  await host.runJobs();
  await pupil.get('/?door=reply').expect(200, /Tu as répondu à tout le monde/);
});

test('thirty circulars hide neither what waits for an answer nor how much is new', async () => {
  await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Réponds-moi');
  await host.runJobs();
  host.clock.advance(3_700_000);
  for (let n = 0; n < 31; n += 1) await send('head', { toPupilsOf: host.ids.cm1 }, `Circulaire ${n}`);
  await host.runJobs();
  const reader = host.as('pupil');
  await reader.get('/').expect(200, /3[2-9] nouveaux messages[^]*1 personne attend/);
  await reader.get('/?door=reply').expect(200, /Texte de Réponds-moi/);
});

test('what a pupil has answered costs the home no further query, and hides nothing that waits', async () => {
  const { logger } = host.host.database.dataSource;
  const { logQuery } = logger;
  const queriesOfHome = async (): Promise<number> => {
    let count = 0;
    logger.logQuery = () => void (count += 1);
    await host
      .as('pupil')
      .get('/')
      .expect(200, /1 personne attend/);
    logger.logQuery = logQuery;
    return count;
  };
  await queriesOfHome();
  const before = await queriesOfHome();

  const db = host.tables(SCHOOL);
  const ownerId = await host.ids.person('pupil');
  const message = await db.repository(MessageRow).findOne({ where: { subject: 'Réponds-moi' } });
  const copy = message && (await db.repository(CopyRow).findOne({ where: { ownerId, messageId: message.id } }));
  if (!copy) throw new Error('There is no message that waits.');
  const later = (seconds: number): Date => new Date(copy.at.getTime() + seconds * 1_000);
  const named = Array.from({ length: 70 }, (_, index) => ({ ...message, sentAt: later(index), formKey: null }));
  for (const { id: messageId, sentAt: at } of await db.repository(MessageRow).insert(named)) {
    const [answer, recipients] = [{ ...message, threadId: messageId, authorId: ownerId }, db.repository(RecipientRow)];
    const [recipient] = await recipients.find({ where: { messageId: message.id } });
    if (recipient) await recipients.insert([{ ...recipient, messageId }]);
    await db.repository(CopyRow).insert([{ ...copy, messageId, threadId: messageId, at, readAt: at }]);
    await db.repository(MessageRow).insert([{ ...answer, sentAt: later(100), formKey: null }]);
  }
  expect(await queriesOfHome()).toBe(before);
});

test('what nobody may answer any more hides nothing that waits, at home neither', async () => {
  const db = host.tables(SCHOOL);
  const ownerId = await host.ids.person('pupil');
  const waits = /1 personne attend/;
  await pupil.get('/').expect(200, waits);
  const found = await db.repository(MessageRow).findOne({ where: { subject: 'Réponds-moi' } });
  const copy = found && (await db.repository(CopyRow).findOne({ where: { ownerId, messageId: found.id } }));
  if (!copy) throw new Error('There is no message that waits.');
  const [recipient] = await db.repository(RecipientRow).find({ where: { messageId: found.id } });
  // Their author has no tie to the pupil, and wrote later than the teacher who waits.
  const authorId = await host.ids.person('pupilOfOtherSchool');
  const at = new Date(copy.at.getTime() + 3_600_000);
  const others = Array.from({ length: 65 }, () => ({
    ...found,
    authorId,
    subject: 'Refusé',
    sentAt: at,
    formKey: null,
  }));
  for (const { id: messageId } of await db.repository(MessageRow).insert(others)) {
    if (recipient) await db.repository(RecipientRow).insert([{ ...recipient, messageId }]);
    await db.repository(CopyRow).insert([{ ...copy, messageId, threadId: messageId, at, readAt: at }]);
    await db.repository(MessageRow).update({ id: messageId }, { threadId: messageId });
  }
  await pupil.get('/').expect(200, waits);
  await pupil.get('/?door=reply').expect(200, /Texte de Réponds-moi/);
});

test('what a pupil keeps for later is found again', async () => {
  await pupil.post('/write').form({ toPerson: teacher, body: 'Mon exposé', do: 'save' }).expect(303);
  await pupil.get('/').expect(200, /Ce que tu as commencé/);
  await pupil.get('/boxes/drafts').expect(200, /À Claire Vuillet[^]*Mon exposé/);
  await pupil.post('/write').form({ body: 'Sans personne', do: 'save' }).expect(303);
  await pupil.get('/boxes/drafts').expect(200, /À qui\u00a0\? Pas encore choisi[^]*Sans personne/);
});

test('an empty message that is not sent begins nothing, and a draft of files alone has its day and no comma', async () => {
  const form = { toPerson: teacher, body: '' };
  const reader = host.as('classmate');
  await reader
    .post('/write')
    .form({ ...form, form: '0b1e7c1e-6f2b-4d53-9a35-8d2a54f7f0aa' })
    .expect(400, /Écris ton message/)
    .expectNot(/Gardé/);
  await reader.get('/boxes/drafts').expect(200, /Il n’y a rien ici/);
  const attach = await reader
    .post('/write')
    .form({ ...form, do: 'attach' })
    .expect(303);
  await reader.get((attach.headers.get('location') ?? '').replace(/\?.*$/, '')).expect(200, /Gardé à/);
  await reader.get('/boxes/drafts').expect(200, /À Claire Vuillet<[^]*>aujourd’hui[^<,]*</);
});

test('a message taken back to be changed is told at home and on the portal until it is sent, thrown away or old', async () => {
  const reader = host.as('classmate');
  const to = await host.ids.person('pupil');
  const home = /Il te reste un message à finir[^]*Ton message à Inès[^<]*n’est pas parti[^]*Il attend que tu l’envoies/;
  const task = /Ton message «.Viens jouer.» n’est pas envoyé/;
  const expectTold = async (isTold: boolean): Promise<void> => {
    const pages = [reader.get('/'), reader.get('/../', { school: SCHOOL })] as const;
    await (isTold ? pages[0].expect(200, home) : pages[0].expect(200).expectNot(/message à finir|Le finir/));
    await (isTold ? pages[1].expect(200, task) : pages[1].expect(200).expectNot(task));
  };
  await reader.post('/write').form({ toPerson: to, body: 'Viens jouer' }).expect(303);
  await expectTold(false);
  const { text } = await reader.get('/').expect(200);
  const recall = /action="([^"]+\/recall)"[^]*?Le changer/.exec(text)?.[1] ?? '';
  const draft = (await reader.post(recall).form({}).expect(303)).headers.get('location') ?? '';
  await reader.get(draft).expect(200, /Tu peux le changer\. N’oublie pas de l’envoyer\.[^]*Viens jouer/);
  await expectTold(true);
  await reader.get('/').expect(200, new RegExp(`href="${draft}"[^]*Le finir`));

  const now = host.clock.now();
  host.clock.advance(15 * 86_400_000);
  await host
    .as('classmate')
    .get('/')
    .expect(200)
    .expectNot(/message à finir|Le finir/);
  host.clock.set(now);

  const thrown = draft.replace('/drafts/', '/copies/');
  await reader.post(`${thrown}/move`).form({ to: 'trash' }).expect(303);
  await expectTold(false);
  await reader.post(`${thrown}/move`).form({ to: 'restore' }).expect(303);
  await expectTold(true);
  const { text: form } = await reader.get(draft).expect(200);
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  await reader.post(draft).form({ toPerson: to, body: 'Viens jouer, s’il te plaît', version }).expect(303);
  await expectTold(false);
});

test('a pupil throws away what they took back, on the page where it stands, and « Annuler » brings it back', async () => {
  const reader = host.as('classmate');
  const fields = { toPerson: await host.ids.person('pupil'), body: 'Rends-moi ma gomme' };
  await reader
    .get('/write')
    .expect(200)
    .expectNot(/Jeter le brouillon/);
  const sent = await reader.post('/write').form(fields).expect(303);
  const { text } = await reader.get(sent.headers.get('location') ?? '').expect(200);
  const recall = /action="([^"]+\/recall)"/.exec(text)?.[1] ?? '';
  const draft = (await reader.post(recall).form({}).expect(303)).headers.get('location') ?? '';
  const page = await reader.get(draft).expect(200, /value="discard"[^]*Jeter le brouillon/);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  const typed = { ...fields, body: 'Rends-moi ma gomme bleue', version, do: 'discard' };
  await host.as('pupilOfOtherSchool').post(draft).form(typed).expect(404);
  const thrown = await reader.post(draft).form(typed).expect(303);
  await reader
    .get(thrown.headers.get('location') ?? '')
    .expect(200, /Le brouillon est dans la corbeille[^]*name="to" value="restore"[^]*Annuler/)
    .expectNot(/message à finir/);
  const [, copy = ''] = /\/drafts\/([-\da-f]+)/.exec(draft) ?? [];
  await reader.post(`/copies/${copy}/move`).form({ to: 'restore', copies: copy }).expect(303);
  await reader.get(draft).expect(200, /Rends-moi ma gomme bleue/);
});

test('the day on which a pupil wrote is told in a whole sentence', async () => {
  await pupil.post('/write').form({ toPerson: classmate, body: 'Tu viens samedi\u00a0?' }).expect(303);
  await pupil.get('/').expect(200, /Tu l’as écrit aujourd’hui à/);
  const now = host.clock.now();
  host.clock.advance(2 * 86_400_000);
  await host
    .as('pupil')
    .get('/')
    .expect(200, /Tu l’as écrit \p{L}+ à\u00a0\d/u);
  host.clock.advance(5 * 86_400_000);
  await host
    .as('pupil')
    .get('/')
    .expect(200, /Tu l’as écrit le \d/);
  host.clock.set(now);
});

test('a pause shuts two doors, keeps what waits, and names the adults to go to', async () => {
  await pupil.post('/write').form({ toPerson: classmate, body: 'Avant la pause' }).expect(303);
  await host
    .as('head')
    .post('/rules/pause')
    .form({ profile: 'pupil', reason: 'On en parle tous ensemble en classe.' })
    .expect(303);
  const { text } = await pupil.get('/').expect(200, /Les messages font une pause[^]*On en parle tous ensemble/);
  expect(text.match(/v-tile-shut/g)).toHaveLength(2);
  expect(text).toMatch(/Il n’est pas perdu[^]*Va en parler[^]*Paul Droz, Claire Vuillet et Mathieu Grosjean[^]*3018/);
  expect(text).not.toContain('Le changer');
  await pupil
    .get('/write')
    .expect(200, /Les messages|Tu peux lire/)
    .expectNot(/name="body"/);
  await pupil
    .post('/write')
    .form({ toPerson: teacher, body: 'Pendant la pause' })
    .expect(400, /On en parle tous ensemble[^]*Pendant la pause/);
  const { text: list } = await pupil.get('/?door=read').expect(200);
  const received = /\/copies\/[-0-9a-f]+/.exec(list)?.[0] ?? '';
  await pupil
    .post(`${received}/reply`)
    .form({ body: 'Ma réponse tapée longuement' })
    .expect(400, /Ton texte est encore en dessous[^]*<textarea[^>]*>Ma réponse tapée longuement/);
});

test('a pupil reads when messages and what they have begun go, as the school keeps them: in July, or from June on', async () => {
  const pages = ['/', '/?door=read', '/boxes/drafts', '/boxes/sent'];
  let number = 0;
  const expectLine = async (at: string, keptFor: KeptFor, line: RegExp | undefined): Promise<void> => {
    host.clock.set(at);
    const decisions = storedDecisions({ ...defaultDecisions({ timeZone: 'Europe/Paris' }), keptFor });
    const policy = { ...decisions, number: (number += 1), decidedBy: null, decidedAt: host.clock.now() };
    await host.tables(SCHOOL).repository(PolicyRow).insert([policy]);
    for (const path of pages) {
      const answer = host.as('pupil').get(path);
      await (line ? answer.expect(200, line) : answer.expect(200).expectNot(/s’efface/));
    }
  };
  const all =
    /Après le 14 octobre, tous les messages d’avant le 1er août s’effacent[^<]*commencé aussi[^<]*Mes données/;
  const older =
    /Après le 14 octobre, ce qui date d’avant le 1er août 2026 s’efface[^<]*ce que tu as commencé\. Le reste/;
  await expectLine(
    '2027-02-01T10:00:00Z',
    'six-months',
    /Un message s’efface au bout de 6 mois, mais pas entre le 15 juin et le 14 octobre\. Ce que tu as/,
  );
  await expectLine('2027-05-31T21:00:00Z', 'school-year', undefined);
  await expectLine('2027-05-31T22:00:00Z', 'school-year', all);
  await expectLine('2027-06-30T21:00:00Z', 'next-year', undefined);
  await expectLine('2027-06-30T22:00:00Z', 'next-year', older);
  await expectLine('2027-10-14T21:00:00Z', 'school-year', all);
  await expectLine('2027-10-14T21:00:00Z', 'next-year', older);
  await expectLine('2027-10-14T22:00:00Z', 'school-year', undefined);
  await host
    .as('pupilOfOtherSchool')
    .get('/', { school: OTHER_SCHOOL })
    .expect(200)
    .expectNot(/s’efface/);
});
