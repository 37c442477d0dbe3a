// SPDX-License-Identifier: EUPL-1.2
import { kin, person, SCHOOL, startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { OF_RECEIVER, ReportRow } from '../../store/report.entity.js';
import { exampleCopy } from '../../testing/examples/example-rows-for-tests.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

/** A teacher with one child in the school: Inès, of CM1. */
const records = [person('parent-teacher', 'teacher', SCHOOL, 'Jeanne', 'Roy'), kin('parent-teacher', 'pupil')];

function textOf(page: string): string {
  return page
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe.each(testDatabases())('messages on the portal on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database, records });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, reply } = messageSteps(() => host);

  /** The portal as text, without markup. */
  async function portalOf(role: Role): Promise<string> {
    const { text } = await host.as(role).get('/../', { school: SCHOOL }).expect(200);
    return textOf(text);
  }

  test('tell each person what waits for them', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Exposé');
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Rendez-vous');
    await host.runJobs();
    expect(await portalOf('teacher')).toMatch(/Inès veut écrire à Zoé.*est à accepter/);
    for (const role of ['teacherOfOtherClass', 'head', 'pupil', 'classmate', 'guardian', 'staff'] as const) {
      expect(await portalOf(role)).not.toContain('veut écrire');
    }
    expect(await portalOf('guardian')).toMatch(/1 nouveauté Messages/);

    const { text } = await host.as('teacher').get('/reviews').expect(200);
    const review = /action="([^"]*\/reviews\/[\da-f-]{36})[?"]/.exec(text)?.[1] ?? '';
    await host.as('teacher').post(review).form({ do: 'refuse', version: '1', reason: 'talk-first' }).expect(303);
    await host.runJobs();
    expect(await portalOf('teacher')).not.toContain('veut écrire');
    expect(await portalOf('pupil')).toMatch(/Ton message « Exposé » n’est pas parti Viens m’en parler/);

    await reply('guardian', 'Rendez-vous', 'Je viendrai');
    await host.runJobs();
    const thread = await open('guardian', 'Rendez-vous');
    const reporting = /action="([^"]+\/report)[?"]/.exec(thread.text)?.[1] ?? '';
    await host.as('guardian').post(reporting).form({ reason: '' }).expect(303);
    expect(await portalOf('head')).toContain('Sophie Faivre signale un message');
    expect(await portalOf('teacher')).not.toContain('signale un message');

    const list = await host.as('head').get('/reports').expect(200);
    const report = /href="([^"]+\/reports\/[\da-f-]{36})"/.exec(list.text)?.[1] ?? '';
    const opening = { do: 'open-thread', reason: 'Comprendre la suite' };
    await host.as('head').post(report).form(opening).expect(303);
    const told = /Mathieu Grosjean, de la direction, a ouvert un de vos échanges.*Comprendre la suite/;
    expect(await portalOf('guardian')).toMatch(told);
    expect(await portalOf('teacher')).toMatch(told);
    expect(await portalOf('classmate')).not.toMatch(/a ouvert/);
    await host.as('head').post(report).form({ do: 'close' }).expect(303);
    expect(await portalOf('head')).not.toContain('signale un message');
  });

  test('a message is told by its sender alone until its words were shown, so it can still be taken back', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardianInBothSchools') }, 'Le carnet');
    await host.runJobs();
    expect(await portalOf('guardianInBothSchools')).toMatch(/Messages, nouveau 1 message non lu Claire Vuillet, /);
    for (const role of ['guardianInBothSchools', 'guardian', 'classmate'] as const) {
      expect(await portalOf(role)).not.toContain('Le carnet');
    }
    const thread = await open('guardianInBothSchools', 'Le carnet');
    expect(thread.text).toContain('Le carnet');
    expect(await portalOf('guardianInBothSchools')).toMatch(/Messages Le carnet Claire Vuillet, /);
    expect(await portalOf('guardianOfOtherClass')).not.toMatch(/Le carnet|vous écrit/);
  });

  test('a message to a class is told on the card and in the list of its child, behind any number of messages to many groups', async () => {
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Sortie');
    await host.runJobs();
    const rows = host.host.database.dataSource.manager;
    const model = await rows.findOneByOrFail(RecipientRow, { toGroup: host.ids.cm1, part: 'guardian' });
    await send('head', { toPerson: await host.ids.person('guardianInBothSchools') }, 'À tous');
    await host.runJobs();
    const wide = await rows.findOneByOrFail(MessageRow, { subject: 'À tous' });
    const groups = Array.from({ length: 60 }, (_, place) => `group-${place}`);
    for (const toGroup of groups)
      await rows.insert(RecipientRow, { ...model, id: toGroup, messageId: wide.id, toGroup });

    const list = await host
      .as('guardianInBothSchools')
      .get('/../../../enfants/messaging', { school: SCHOOL })
      .expect(200);
    expect(textOf(list.text)).toMatch(/Non lu Mathieu Grosjean vous écrit .*Non lu Claire Vuillet vous écrit Inès/);
    // The number is the same on the card of the child and in the list of the child.
    const [, onCard] = /Inès .*?(\d+) messages? non lus? Mathieu/.exec(await portalOf('guardianInBothSchools')) ?? [];
    const ofInes = await host
      .as('guardianInBothSchools')
      .get(`/../../../enfants/messaging?child=${await host.ids.person('pupil')}`, { school: SCHOOL })
      .expect(200);
    expect(textOf(ofInes.text)).toMatch(new RegExp(`pour Inès ${onCard} messages? (n’est|ne sont) pas lus?\\. `));
    expect(textOf(ofInes.text).match(/Non lu/g)).toHaveLength(Number(onCard));
    for (const role of ['teacher', 'pupil'] as const) {
      await host.as(role).get('/../../../enfants/messaging', { school: SCHOOL }).expect(404);
    }
  });

  test('all unread messages are one task of an adult of the school, and a pupil reads who wrote', async () => {
    await send('head', { toPerson: await host.ids.person('teacher') }, 'Conseil');
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'La cantine');
    await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Ton exposé');
    await host.runJobs();
    const teacher = await portalOf('teacher');
    expect(teacher).toMatch(/\d messages non lus Le dernier : Sophie Faivre, parent d’Inès \(/);
    expect(teacher).not.toMatch(/La cantine|Conseil/);
    const pupil = await portalOf('pupil');
    expect(pupil).toMatch(/nouveau : Claire Vuillet/);
    expect(pupil).not.toContain('Ton exposé');
  });

  test('a teacher with a child in the school reads what is to its class on the card of the child, and all else as a teacher', async () => {
    const toPerson = await host.ids.login('parent-teacher');
    const pagesOf = async (): Promise<{ card: string; own: string; list: string }> => {
      const parent = host.asLogin('parent-teacher');
      const { text } = await parent.get('/../').expect(200);
      const [own = '', card = ''] = text.split('<section class="v-kidcard"');
      const list = await parent.get('/../../../enfants/messaging').expect(200);
      return { own: textOf(own), card: textOf(card), list: textOf(list.text) };
    };
    await send('head', { toPerson }, 'Conseil');
    await send('staff', { toPerson }, 'Photocopies');
    await host.runJobs();
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Musée');
    await host.runJobs();
    const { card, own, list } = await pagesOf();
    expect(card).toMatch(/messages? non lus? Claire Vuillet/);
    expect(card).not.toMatch(/Mathieu|Odile|nouveautés? Vos outils/);
    expect(own).toMatch(/2 messages non lus Le dernier : Odile Perret/);
    expect(list).toMatch(/Non lu Claire Vuillet vous écrit Inès/);
    expect(list).not.toMatch(/Mathieu|Odile/);
  });

  test('a head with five reports and bursts still reads of unread messages', async () => {
    await send('teacher', { toPerson: await host.ids.person('head') }, 'Bonjour');
    await host.runJobs();
    const [db, personId] = [host.tables(SCHOOL), await host.ids.person('staff')];
    const about = { school: SCHOOL, groupId: host.ids.cm1, personId, pupilId: personId, db, marker: 'Signalé' };
    const [recalledAt, reportedAt] = [host.clock.now(), host.clock.now()];
    for (let place = 0; place < 6; place += 1) {
      const id = await exampleCopy(about as Parameters<typeof exampleCopy>[0], 'inbox', {
        authorId: null,
        at: reportedAt,
      });
      await db.repository(CopyRow).update({ id }, { recalledAt });
      const { messageId = '' } = (await db.repository(CopyRow).findOne({ where: { id } })) ?? {};
      await db.repository(ReportRow).insert([
        {
          ...{ messageId, state: 'open', reportedBy: personId, reportedAt, reason: '', added: null },
          ...{ ...OF_RECEIVER, word: null, wordBy: null, wordAt: null },
          ...{ textUntil: null, shown: null, closedBy: null, closedAt: null },
        },
      ]);
    }
    const head = await portalOf('head');
    expect(head.match(/signale un message/g)).not.toBeNull();
    expect(head).toMatch(/message.{0,3} non lu/);
  });
});
