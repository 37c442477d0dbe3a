// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Profile } from '@volee/core-adapter';
import { bothDatabases, onceInQuickRun, type Role, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import { watchedBrick } from '../../testing/start/watched-brick-for-tests.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { defaultDecisions } from '../../domain/policy/decisions.js';
import { storedDecisions } from '../../domain/policy/stored-decisions.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { moveThread } from '../../domain/box/move-thread.js';

const DAY = 86_400_000;
const [ARCHIVE, TRASH, SENT] = ['/boxes/archive', '/boxes/trash', '/boxes/sent'];

describe.each(bothDatabases())('boxes on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  const watched = watchedBrick();
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [watched.brick], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, reply, has, pathOf } = messageSteps(() => host);

  async function move(reader: Role, subject: string, to: string, from = '/'): Promise<void> {
    const path = await pathOf(reader, subject, from);
    await host.as(reader).post(`${path}/move`).form({ to }).expect(303);
  }

  testOnce('a thread goes to the archive and the trash and back, and nothing of another person changes', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Rangement');
    await host.runJobs();
    await reply('guardian', 'Rangement', 'Bien reçu');
    await host.runJobs();
    const path = await pathOf('guardian', 'Rangement');
    // Only the message that the guardian received can be read out.
    const { text: thread } = await host
      .as('guardian')
      .get(path)
      .expect(200, /core\/listen\.js/);
    expect(thread.match(/data-listen=/g)).toHaveLength(1);
    for (const role of ['teacher', 'head', 'guardianOfClassmate'] as const)
      await host.as(role).post(`${path}/move`).form({ to: 'trash' }).expect(404);

    await move('guardian', 'Rangement', 'archive');
    expect([await has('guardian', 'Rangement'), await has('guardian', 'Rangement', ARCHIVE)]).toEqual([false, true]);
    // A second tap.
    const guardian = host.as('guardian');
    await guardian.post(`${path}/move`).form({ to: 'archive' }).expect(303);
    await guardian.get(ARCHIVE).expect(200, /a déjà changé de place/);
    expect((await open('guardian', 'Rangement', ARCHIVE)).text).toMatch(/Texte de Rangement[^]*Bien reçu/);

    await move('guardian', 'Rangement', 'trash', ARCHIVE);
    await host
      .as('guardian')
      .get(TRASH)
      .expect(200, /Rangement[^]*Disparaît le/);
    // A sent message stays in its box.
    expect(await has('guardian', 'Rangement', SENT)).toBe(true);
    expect((await open('guardian', 'Rangement', TRASH)).text).not.toMatch(/Bien reçu[^]*<form[^>]*reply/);

    await move('guardian', 'Rangement', 'restore', TRASH);
    expect([await has('guardian', 'Rangement'), await has('guardian', 'Rangement', TRASH)]).toEqual([true, false]);
    await move('guardian', 'Rangement', 'trash', SENT);
    expect([await has('guardian', 'Rangement'), await has('guardian', 'Rangement', SENT)]).toEqual([true, false]);
    await move('guardian', 'Rangement', 'restore', TRASH);
    expect(await has('guardian', 'Rangement', SENT)).toBe(true);
    expect([await has('teacher', 'Rangement'), await has('teacher', 'Rangement', SENT)]).toEqual([true, true]);
  });

  testOnce(
    'of a thread in the trash, a new message is a thread by itself, and joins it again when it is restored',
    async () => {
      await send('head', { toPerson: await host.ids.person('staff') }, 'Clés');
      await host.runJobs();
      await reply('staff', 'Clés', 'Lesquelles ?');
      await move('staff', 'Clés', 'trash');
      await host.runJobs();
      await reply('head', 'Clés', 'Celles du gymnase');
      await host.runJobs();
      expect((await open('staff', 'Clés')).text).not.toContain('Texte de Clés');
      await move('staff', 'Clés', 'restore', TRASH);
      const { text } = await host.as('staff').get('/').expect(200);
      expect(text.split('>Clés<')).toHaveLength(2);
      expect((await open('staff', 'Clés')).text).toMatch(/Texte de Clés[^]*Celles du gymnase/);
    },
  );

  testOnce('a thread that was marked as unread is new again, and the tab counts it', async () => {
    await send('teacher', { toPerson: await host.ids.person('staff') }, 'Piscine');
    await host.runJobs();
    await host
      .as('staff')
      .get('/')
      .expect(200, /Reçus<span class="v-tag">1</);
    await open('staff', 'Piscine');
    await host
      .as('staff')
      .get('/')
      .expect(200)
      .expectNot(/non lu/);
    await move('staff', 'Piscine', 'unread');
    await host
      .as('staff')
      .get('/')
      .expect(200, /Piscine<span[^>]*> \(non lu\)/);
  });

  test('X3: families are counted as readers, with their names for the author alone; colleagues are not', async () => {
    await send('teacher', { toGuardiansOf: host.ids.cm1, toPupilsOf: host.ids.cm1 }, 'Kermesse');
    await send('teacher', { toPerson: await host.ids.person('staff') }, 'Photocopies');
    await host.runJobs();
    await open('guardian', 'Kermesse');
    await open('staff', 'Photocopies');
    const { text } = await host
      .as('teacher')
      .get(SENT)
      .expect(200, /Kermesse[^]*Lu par 1 personne sur 5/);
    expect(text.match(/Lu par/g)).toHaveLength(1);
    const thread = await open('teacher', 'Kermesse', SENT);
    const [, names = ''] = /href="([^"]+\/readers)"/.exec(thread.text) ?? [];
    await host
      .as('teacher')
      .get(names)
      .expect(
        200,
        /Lu par 1 personne sur 5[^]*Pas encore lu par 4 personnes[^]*Élise Girardet, parent de Zoé[^]*Lu par 1 personne[^]*Sophie Faivre, parent/,
      );
    for (const role of ['guardian', 'staff', 'teacherInBothSchools'] as const)
      await host.as(role).get(names).expect(404);
    const own = await pathOf('guardianOfClassmate', 'Kermesse');
    await host.as('guardianOfClassmate').get(`${own}/readers`).expect(404);
    expect(thread.text).toMatch(/aux parents des CM1 et aux élèves des CM1|aux élèves des CM1 et aux parents des CM1/);
    expect((await open('guardianOfClassmate', 'Kermesse')).text).not.toMatch(/Lu par|Sophie Faivre/);
    expect((await open('teacher', 'Photocopies', SENT)).text).not.toContain('v-readers');
  });

  testOnce('pages of a box follow one another, and a thread of an older page stands beside it', async () => {
    const toPerson = await host.ids.person('head');
    for (let count = 10; count < 45; count += 1) await send('teacherOfOtherClass', { toPerson }, `Note ${count}`);
    await host.runJobs();
    const seen: string[] = [];
    let path: string | undefined = '/';
    while (path !== undefined) {
      const { text } = await host.as('head').get(path).expect(200);
      seen.push(...[...text.matchAll(/>(Note \d\d)</g)].map(([, subject = '']) => subject));
      path = /href="([^"]*)"[^>]*>(?:(?!<\/a>)[^])*Messages plus anciens/.exec(text)?.[1];
      if (path === undefined) break;
      const last = [...text.matchAll(/href="([^"]*copies[^"]*)"/g)].at(-1)?.[1] ?? '';
      await host
        .as('head')
        .get(last)
        .expect(200, /aria-current="true"/);
    }
    expect(new Set(seen).size).toBe(35);
    expect(seen).toHaveLength(35);
    await host.as('head').get('/boxes/secret').expect(404);
  });

  testOnce('a message to oneself is received, read and restored like any other', async () => {
    await send('teacher', { toPerson: await host.ids.person('teacher') }, 'Pense-bête');
    await host.runJobs();
    expect((await open('teacher', 'Pense-bête')).text).not.toContain('Pas envoyé');
    await move('teacher', 'Pense-bête', 'trash');
    await move('teacher', 'Pense-bête', 'restore', TRASH);
    expect([await has('teacher', 'Pense-bête'), await has('teacher', 'Pense-bête', SENT)]).toEqual([true, false]);
  });

  test('a draft that the night has deleted from the trash is not said to be back', async () => {
    await send('teacher', { toPerson: await host.ids.person('staff') }, 'Avant');
    await host.runJobs();
    const teacher = host.as('teacher');
    await teacher.post('/write').form({ subject: 'Oublié', body: 'x', do: 'save' }).expect(303);
    const [, id = ''] = /drafts\/([\w-]+)/.exec(await pathOf('teacher', 'Oublié', '/boxes/drafts')) ?? [];
    await teacher.post(`/copies/${id}/move`).form({ to: 'trash' }).expect(303);
    const work = watched.work(SCHOOL);
    const copies = work.db.repository(CopyRow);
    const thrown = await copies.findOne({ where: { id } });
    if (!thrown) throw new Error('The draft is in the trash.');
    // The night comes after the request has read the copy.
    await copies.delete({ id });
    for (const [move, box] of [
      ['restore', 'trash'],
      ['trash', 'inbox'],
      ['archive', 'inbox'],
      ['unread', 'inbox'],
    ] as const)
      await expect(moveThread({ ...thrown, box }, move, work)).rejects.toThrow(ConflictError);
  });

  testOnce('X8: the trash names the day on which the age of a message ends, where that is sooner', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Photo');
    await host.runJobs();
    await move('guardian', 'Photo', 'trash');
    const { db } = watched.work(SCHOOL);
    const [sent] = await db.repository(MessageRow).find({ where: { subject: 'Photo' } });
    const messageId = sent?.id ?? '';
    const read = async (): Promise<string | undefined> =>
      /Photo[^]*?Disparaît le ([^<]*)</.exec((await host.as('guardian').get(TRASH)).text)?.[1];
    const late = await read();
    const policies = db.repository(PolicyRow);
    const decisions = { ...defaultDecisions({ timeZone: 'Europe/Paris' }), keptFor: 'three-months' as const };
    const policy = { ...storedDecisions(decisions), number: 1, decidedBy: null, decidedAt: host.clock.now() };
    await policies.insert([policy]);
    await db.repository(CopyRow).update({ messageId }, { at: new Date('2026-09-01T08:00:00Z') });
    expect(await read()).toBe('30 novembre');
    await db.repository(CopyRow).update({ messageId }, { at: host.clock.now() });
    expect(await read()).toBe(late);
    await policies.delete({ number: 1 });
  });

  // Last: it is two months later afterwards.
  test('X8: the thirty days of a thread in the trash begin anew once messages are on again, also on its page', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Sortie');
    await host.runJobs();
    await move('guardian', 'Sortie', 'trash');
    const after = async (days: number): Promise<string | undefined> => {
      host.clock.advance(days * DAY);
      await host.runJobs();
      const { text } = await host.as('guardian').get(TRASH);
      return /Sortie[^]*?Disparaît le ([^<]*)</.exec(text)?.[1];
    };
    const { activations } = host.host;
    const first = await after(6);
    await activations.disable(SCHOOL, 'messaging', 'cli');
    await after(20);
    await after(20);
    await activations.enable(SCHOOL, 'messaging', 'cli');
    const second = await after(0);
    expect([first, second]).toEqual(['24 décembre', '8 février']);
    expect(await after(29)).toBe(second);
    expect(await after(2)).toBeUndefined();
  });

  test('X8: they begin anew for guardians alone when guardians alone had no messages, and go on for a teacher', async () => {
    const { activations } = host.host;
    const changeTo = async (profiles: readonly Profile[]): Promise<void> => {
      const [rule] = await activations.rules(SCHOOL, 'messaging');
      const choice = { profiles, groupIds: [], from: null, until: null };
      await activations.change(SCHOOL, 'messaging', rule?.id ?? '', 'cli', choice);
    };
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Piscine');
    await host.runJobs();
    await move('guardian', 'Piscine', 'trash');
    await move('teacher', 'Piscine', 'trash', SENT);
    const later = async (days: number): Promise<void> => {
      host.clock.advance(days * DAY);
      await host.runJobs();
    };
    await later(1);
    await changeTo(['teacher', 'head', 'pupil']);
    await later(20);
    await later(20);
    await host
      .as('teacher')
      .get(TRASH)
      .expect(200)
      .expectNot(/Piscine/);
    await changeTo([]);
    const pageOf = async (): Promise<string> => (await host.as('guardian').get(TRASH).expect(200)).text;
    expect(/Piscine[^]*?Disparaît le ([^<]*)</.exec(await pageOf())?.[1]).toBe('21 avril');
    await later(29);
    expect(await pageOf()).toContain('Piscine');
    await later(2);
    expect(await pageOf()).not.toContain('Piscine');
  });
});
