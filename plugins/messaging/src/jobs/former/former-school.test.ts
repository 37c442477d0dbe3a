// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from '@volee/core-adapter';
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import {
  changeSchool,
  OTHER_SCHOOL,
  SCHOOL,
  startTestHost,
  testDatabases,
  testHostSource,
  type TestHost,
} from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { boxPath } from '../../paths.js';
import { defaultDecisions, type KeptFor } from '../../domain/policy/decisions.js';
import { storedDecisions } from '../../domain/policy/stored-decisions.js';
import { keptUntil } from '../../domain/retention/kept-since.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow, type MessageState } from '../../store/message.entity.js';
import { NEW_REPORT } from '../../domain/reports/report-word.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';

const PAGE = '/../../../ancienne-ecole';
const NO_WORD = { refusalId: '', word: null, wordBy: null, wordAt: null, reason: 'Il me fait peur' } as const;

test.each([
  ['next-year', '2026-11-24', '2028-10-14'],
  ['next-year', '2026-07-31', '2027-10-14'],
  ['school-year', '2026-11-24', '2027-10-14'],
  ['six-months', '2026-08-31', '2027-02-27'],
  ['three-months', '2026-11-24', '2027-02-23'],
  ['three-months', '2027-03-14', '2027-06-13'],
  ['three-months', '2027-03-15', '2027-10-14'],
  ['three-months', '2027-07-15', '2027-10-14'],
] as const)('%s: what arrives on %s is kept until %s', (keptFor, arrived, last) => {
  const at = new Date(`${arrived}T12:00:00Z`);
  const until = keptUntil(keptFor, at, { now: at, zone: 'Europe/Paris' });
  expect(dayOf(until, 'Europe/Paris')).toBe(last);
});

test.each([
  ['2027-06-14', '2027-02-23'],
  ['2027-06-15', '2027-10-14'],
  ['2027-10-14', '2027-10-14'],
  ['2027-10-15', '2027-02-23'],
])('on %s, what is past its term is kept until %s', (today, last) => {
  const now = new Date(`${today}T12:00:00Z`);
  const until = keptUntil('three-months', new Date('2026-11-24T12:00:00Z'), { now, zone: 'Europe/Paris' });
  expect(dayOf(until, 'Europe/Paris')).toBe(last);
});

describe.each(testDatabases())('messages of a pupil that changes schools, on $name', (database) => {
  let host: TestHost;
  const started = startTestHost({ bricks: [messaging], database, now: new Date('2026-11-24T10:00:00Z') });
  const { send, open, reply, pathOf } = messageSteps(() => host);
  let of = '';

  beforeAll(async () => {
    host = await started;
    const [pupil, classmate] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    of = `${PAGE}/${SCHOOL}/${pupil}/messaging`;
    await send('teacher', { toPerson: pupil }, 'Ton exposé');
    await send('teacher', { toPerson: classmate }, 'Pour Zoé');
    await host.runJobs();
    await open('pupil', 'Ton exposé');
    await reply('pupil', 'Ton exposé', 'Merci maîtresse, **5*2** font 10');
    await host.runJobs();
    await send('teacher', { toPerson: pupil }, 'À reprendre');
    await host.runJobs();
    const letter = { toPerson: await host.ids.person('teacher'), body: 'Ma lettre commencée', do: 'save' };
    await host.as('pupil').post('/write').form(letter).expect(303);
    await changeSchool(host, 'pupil');
  });

  test('T12: the pupil reads again what they received and sent, with the names, and nobody else does', async () => {
    const portal = await host
      .as('pupil')
      .get('/../', { school: OTHER_SCHOOL })
      .expect(200, /Tu as changé d’école/);
    // Further ahead than a year, the day is on the page alone.
    expect(portal.text).not.toMatch(/2028/);
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /3 messages \(l’école peut raccourcir ce temps\)[^]*14 octobre 2028[^]*Tes messages d’avant/)
      .expectNot(/Ton exposé/);
    // The list shows no words, so that an author can still take back what was not read (ADR 55).
    await host
      .as('teacher')
      .post(`${await pathOf('teacher', 'À reprendre', boxPath('sent'))}/recall`)
      .expect(303);
    const page = await host
      .as('pupil')
      .get(`${of}/lire/messages`)
      .expect(200, /a annulé l’envoi/);
    expect(page.text).not.toMatch(/Pour Zoé|À reprendre|<form[^>]*reply/);
    // Pupils are offered no formatting: their own text is shown as they typed it.
    expect(page.text).toMatch(/Toi, à Claire Vuillet[^]*Merci maîtresse, \*\*5\*2\*\* font 10/);
    expect(page.text).toMatch(/Claire Vuillet[^]*Ton exposé[^]*Texte de Ton exposé/);
    const { text } = await host.as('pupil').post(`${of}/emporter`).expect(200);
    expect(text).toMatch(/^PK[^]*data\.json/);
    expect(text).toMatch(/lire\/1-Tes messages/);
    for (const role of ['guardian', 'classmate', 'teacher', 'head', 'headOfOtherSchool'] as const) {
      await host
        .as(role)
        .get(PAGE)
        .expect(200)
        .expectNot(/messages d’avant/);
      await host.as(role).get(`${of}/lire/messages`).expect(404);
      await host.as(role).post(`${of}/emporter`).expect(404);
    }
    await host
      .as('pupil')
      .get(await pathOf('teacher', 'Merci maîtresse'))
      .expect(404);
  });

  test('T12: a letter that was begun, and what lies in the trash, is on the page with its day, and is read there', async () => {
    const copies = host.tables(SCHOOL).repository(CopyRow);
    const ownerId = await host.ids.person('pupil');
    const [kept] = await copies.find({ where: { ownerId, box: 'inbox' }, order: { at: 'ASC' } });
    const away = { box: 'trash' as const, purgeAt: new Date('2026-12-20T10:00:00Z') };
    await copies.update({ id: kept?.id ?? '' }, away);
    const page = () => host.as('pupil').get(PAGE);
    await page().expect(
      200,
      /2 messages[^]*1 lettre commencée[^]*14 octobre 2028[^]*1 message dans la corbeille[^]*Gardé jusqu’au 19 décembre/,
    );
    await host
      .as('pupil')
      .get(`${of}/lire/drafts`)
      .expect(200, /Ce que tu avais commencé[^]*Toi, à Claire Vuillet[^]*Pas envoyé[^]*Ma lettre commencée/);
    await host
      .as('pupil')
      .get(`${of}/lire/trash`)
      .expect(200, /Texte de Ton exposé/);
    await host.as('classmate').get(`${of}/lire/drafts`).expect(404);
    const left = await copies.find({ where: { ownerId } });
    await copies.update({ ownerId }, { hiddenAt: new Date() });
    for (const { id, box } of left) if (box === 'drafts') await copies.update({ id }, { hiddenAt: null });
    await page()
      .expect(200, /1 lettre commencée/)
      .expectNot(/Il ne reste rien/);
    await copies.update({ ownerId }, { hiddenAt: null });
    await copies.update({ id: kept?.id ?? '' }, { box: 'inbox', purgeAt: null });
  });

  test('T12: what the pupil reported is listed with their own words alone', async () => {
    const db = host.tables(SCHOOL);
    const ownerId = await host.ids.person('pupil');
    const [copy] = await db.repository(CopyRow).find({ where: { ownerId, box: 'inbox' }, order: { at: 'ASC' } });
    if (!copy) throw new Error('There is no message.');
    const [report] = await db
      .repository(ReportRow)
      .insert([{ ...NEW_REPORT, ...NO_WORD, messageId: copy.messageId, reportedBy: ownerId, reportedAt: copy.at }]);
    await db.repository(CopyRow).update({ id: copy.id }, { hiddenAt: copy.at });
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /1 message que tu as signalé[^]*14 octobre 2028/);
    await host
      .as('pupil')
      .get(`${of}/lire/reported`)
      .expect(200, /Claire Vuillet[^]*Tu l’as dit à la direction[^]*Il me fait peur/)
      .expectNot(/Texte de Ton exposé/);
    await host.as('classmate').get(`${of}/lire/reported`).expect(404);
    await db.repository(CopyRow).update({ id: copy.id }, { hiddenAt: null });
    await db.repository(ReportRow).delete({ id: report?.id ?? '' });
  });

  test('T12: the word of a refusal stands beside its message, as soon as its author may know of it', async () => {
    const db = host.tables(SCHOOL);
    const [own] = await db
      .repository(MessageRow)
      .find({ where: { authorId: await host.ids.person('pupil'), state: 'sent' } });
    const messageId = own?.id ?? '';
    const decidedBy = await host.ids.person('teacher');
    const by = { messageId, reviewId: messageId, decidedBy, decidedAt: new Date('2026-11-24T09:00:00Z') };
    const [refusal] = await db.repository(RefusalRow).insert([{ ...by, word: 'Parle-lui d’abord', toldAt: null }]);
    const page = () => host.as('pupil').get(`${of}/lire/messages`);
    await page().expect(200, /Merci maîtresse[^]*Claire Vuillet t’a dit[^]*Parle-lui d’abord/);
    const tonight = { decidedAt: new Date('2026-11-24T21:00:00Z'), toldAt: null };
    await db.repository(RefusalRow).update({ id: refusal?.id ?? '' }, tonight);
    await page()
      .expect(200)
      .expectNot(/Parle-lui/);
    await db.repository(RefusalRow).delete({ messageId });
  });

  test.each<[MessageState, RegExp]>([
    ['refused', /N’est pas parti/],
    ['held', /Pas encore arrivé/],
    ['waiting', /Pas encore arrivé/],
  ])('T12: a message of their own that is %s is not told as one that arrived', async (state, words) => {
    const messages = host.tables(SCHOOL).repository(MessageRow);
    const [own] = await messages.find({ where: { authorId: await host.ids.person('pupil') } });
    const id = own?.id ?? '';
    const page = () => host.as('pupil').get(`${of}/lire/messages`);
    await page().expectNot(words);
    await messages.update({ id }, { state });
    await page().expect(200, words);
    await messages.update({ id }, { state: 'sent' });
    const recipients = host.tables(SCHOOL).repository(RecipientRow);
    await recipients.update({ messageId: id }, { missedAt: new Date() });
    await page().expect(200, /N’est pas arrivé à Claire Vuillet/);
    await recipients.update({ messageId: id }, { missedAt: null });
  });

  test('where the head shortens the term in summer, or nights were missed, no message goes before 15 October', async () => {
    const tables = host.tables(SCHOOL);
    const decide = (number: number, keptFor: KeptFor) => {
      const decisions = storedDecisions({ ...defaultDecisions({ timeZone: 'Europe/Paris' }), keptFor });
      const policy = { ...decisions, number, decidedBy: null, decidedAt: host.clock.now() };
      return tables.repository(PolicyRow).insert([policy]);
    };
    const inInbox = () => tables.repository(CopyRow).count({ where: { box: 'inbox' } });
    const there = await inInbox();
    expect(there).toBeGreaterThan(0);
    host.clock.set('2027-07-05T03:00:00Z');
    await decide(1, 'three-months');
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /l’école peut raccourcir ce temps\)[^]*Gardé jusqu’au 14 octobre\./);
    for (const at of ['2027-07-06T03:00:00Z', '2027-10-14T20:00:00Z']) {
      host.clock.set(at);
      await host.runJobs();
      expect(await inInbox()).toBe(there);
    }
    await decide(2, 'next-year');
  });

  test('L17 a message of last year waits for a pupil that was away in summer, and goes after 14 October', async () => {
    const ownerId = await host.ids.person('classmate');
    const copies = () => host.tables(SCHOOL).repository(CopyRow);
    expect(await copies().count({ where: { ownerId } })).toBe(1);
    host.clock.set('2028-06-15T03:00:00Z');
    await host.runJobs();
    const there = await copies().count();
    await syncWith(withOtherKey);
    for (const day of ['2028-08-01', '2028-09-01']) {
      host.clock.set(`${day}T03:00:00Z`);
      await host.runJobs();
    }
    const { homonyms, directory } = host.host;
    const other = (await directory.personByLogin('ldap', 'zoe'))?.id ?? '';
    const question = await homonyms.ask([ownerId, other], { actor: 'cli' });
    await homonyms.decide(question, 'same', { actor: 'cli', reason: 'One child.' });
    host.clock.set('2028-09-07T03:00:00Z');
    await host.runJobs();
    await host
      .asLogin('zoe')
      .get('/?door=read')
      .expect(200, /Après le 14 octobre[^]*Pour Zoé/);
    host.clock.set('2028-10-14T20:00:00Z');
    await host.runJobs();
    // Nobody was erased, and of the copies of others none went either.
    expect(await copies().count()).toBe(there);
    host.clock.set('2028-10-15T03:00:00Z');
    await host.runJobs();
    expect(await copies().count()).toBe(0);
  });

  /** The record of the classmate as it is made anew, with another key and login. */
  function withOtherKey(one: DirectoryRecord): DirectoryRecord {
    if (one.type === 'person' && one.key === 'classmate') return { ...one, key: 'zoe', login: 'zoe' };
    if (one.type === 'membership' && one.person === 'classmate') return { ...one, person: 'zoe' };
    return one.type === 'kinship' && one.child === 'classmate' ? { ...one, child: 'zoe' } : one;
  }

  async function syncWith(change: (one: DirectoryRecord) => DirectoryRecord): Promise<void> {
    const { sync } = host.host;
    const source = {
      ...{ name: 'ldap', guard: { keep: 0, keepInWeek: 0, ignoreUnder: 5 } },
      async *read(signal: AbortSignal) {
        for await (const one of testHostSource.read(signal)) yield change(one);
      },
    };
    const { id } = await sync.plan(source, new AbortController().signal);
    await sync.apply(id, { approve: { by: 'cli', reason: 'The directory changes.' } });
  }
});
