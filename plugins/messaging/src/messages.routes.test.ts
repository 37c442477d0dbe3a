// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '@volee/core-adapter/directory';
import { bothDatabases, OTHER_SCHOOL, SCHOOL, startTestHost, testHostSource } from '@volee/core-adapter/testing';
import messaging from './index.js';
import { messageSteps } from './testing/start/messages-for-tests.js';

describe.each(bothDatabases())('messages on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, reply, has, pathOf, waitUntilHour } = messageSteps(() => host);

  /** The address at which the review of a message is decided. */
  async function reviewOf(subject: string): Promise<string> {
    const { text } = await host.as('teacher').get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    return /action="([^"]+)"/.exec(item)?.[1] ?? '';
  }

  describe('between pupils', () => {
    test('a message waits for a teacher of the class, and arrives once it is accepted', async () => {
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Exposé');
      await host.runJobs();
      expect(await has('classmate', 'Exposé')).toBe(false);
      await host
        .as('pupil')
        .get('/boxes/sent')
        .expect(200, /Ton message à Zoé attend/);
      expect(await has('teacherOfOtherClass', 'Exposé', '/reviews')).toBe(false);
      expect(await has('head', 'Exposé', '/reviews')).toBe(false);

      // The inbox shows the oldest one, and says of how many.
      await host
        .as('teacher')
        .get('/')
        .expect(200, /À accepter\s*</)
        .expectNot(/1 sur/);
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Exposé encore');
      await host
        .as('teacher')
        .get('/')
        .expect(200, /À accepter\u00a0: 1 sur 2/);
      await host
        .as('pupil')
        .post(`${await pathOf('pupil', 'Exposé encore', '/boxes/sent')}/recall`)
        .expect(303);

      const review = await reviewOf('Exposé');
      const accept = { do: 'accept', version: '1' };
      await host.as('teacherOfOtherClass').post(review).form(accept).expect(404);
      await host.as('head').post(review).form(accept).expect(404);
      await host.as('pupil').post(review).form(accept).expect(403);
      await host.as('teacher').post(review).form(accept).expect(303);
      await host.runJobs();
      expect((await open('classmate', 'Exposé')).text).toMatch(/Inès Faivre[^]*Texte de Exposé/);
      expect(await has('teacher', 'Exposé', '/reviews')).toBe(false);
      expect(await has('pupilOfOtherClass', 'Exposé')).toBe(false);
    });

    test('a pupil has one face in the bar, in a review, in a list and in the message', async () => {
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Couleur');
      const colourIn = (text: string): string[] => [
        ...new Set([...text.matchAll(/v-avatar (brick-\w+)"[^>]*>IF</g)].map(([, colour = '']) => colour)),
      ];
      const bar = colourIn((await host.as('pupil').get('/../').expect(200)).text);
      expect(bar).toHaveLength(1);
      expect(colourIn((await host.as('teacher').get('/reviews').expect(200)).text)).toEqual(bar);
      await host
        .as('teacher')
        .post(await reviewOf('Couleur'))
        .form({ do: 'accept', version: '1' })
        .expect(303);
      await host.runJobs();
      expect(colourIn((await host.as('classmate').get('/?door=read').expect(200)).text)).toEqual(bar);
      expect(colourIn((await open('classmate', 'Couleur')).text)).toEqual(bar);
    });

    test('of two teachers, the second one reads what the first one decided', async () => {
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Deux fois');
      const review = await reviewOf('Deux fois');
      const second = host.as('teacherInBothSchools');
      await host.as('teacher').post(review).form({ do: 'accept', version: '1' }).expect(303);
      await second.post(review).form({ do: 'refuse', version: '1', reason: 'hurtful' }).expect(303);
      await second.get('/reviews').expect(200, /Claire Vuillet a déjà accepté ce message/);
      await host.runJobs();
      expect(await has('classmate', 'Deux fois')).toBe(true);
    });

    test('a refused message reaches nobody, and its author reads the word', async () => {
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Moquerie');
      const review = await reviewOf('Moquerie');
      const teacher = host.as('teacher');
      const refuse = { do: 'refuse', version: '1', reason: 'own-words' };
      await teacher
        .post(review)
        .form({ do: 'refuse', version: '1' })
        .expect(400, /<title>Erreur[^]*Rien n’est encore décidé[^]*"#reason-[^"]*">Choisissez un mot/)
        .expectNot(/type="radio"[^>]*checked/);
      await teacher.post(review).form(refuse).expect(400);
      await teacher
        .post(review)
        .form({ ...refuse, word: 'Viens me voir' })
        .expect(303);
      await teacher
        .get('/reviews')
        .expect(200, /Le message est refusé\. L’élève lira\u00a0: «\u00a0Viens me voir\u00a0»/);
      await host.runJobs();
      expect(await has('classmate', 'Moquerie')).toBe(false);
      const onPortal = /«.Moquerie.» n’est pas parti/;
      await host.as('pupil').get('/../', { school: SCHOOL }).expect(200, onPortal);
      expect((await open('pupil', 'Moquerie', '/boxes/sent')).text).toMatch(/n’est pas parti[^]*Viens me voir/);
      await host.as('pupil').get('/../', { school: SCHOOL }).expect(200).expectNot(onPortal);
    });

    test('the head sees a message after 3 school days; after 7 it is refused', async () => {
      await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Oublié');
      const day = 86_400_000;
      host.clock.advance(5 * day);
      expect(await has('head', 'Oublié', '/reviews')).toBe(true);
      host.clock.advance(9 * day);
      await host.runJobs();
      expect(await has('classmate', 'Oublié')).toBe(false);
      expect((await open('pupil', 'Oublié', '/boxes/sent')).text).toMatch(/n’est pas parti[^]*Personne n’a pu lire/);
    });
  });

  describe('persons that may not be written to', () => {
    test('X2: are refused by their address as well, in this school and in another', async () => {
      const refused = [
        ['pupil', 'pupilOfOtherClass'],
        ['pupil', 'teacherOfOtherClass'],
        ['pupil', 'guardianOfClassmate'],
        ['pupil', 'staff'],
        ['guardian', 'guardianOfClassmate'],
        ['guardian', 'classmate'],
        ['teacher', 'pupilOfOtherSchool'],
      ] as const;
      for (const [from, to] of refused) {
        await send(from, { toPerson: await host.ids.person(to) }, 'Interdit', 400);
      }
      await send('teacher', { toTeamOf: host.ids.sixthA }, 'Interdit', 400);
      await host.runJobs();
      for (const [from, to] of refused) {
        expect(await has(to, 'Interdit')).toBe(false);
        expect(await has(from, 'Interdit', '/boxes/sent')).toBe(false);
      }
    });

    test('one of them refuses the whole message, so that its author knows', async () => {
      const named = [await host.ids.person('classmate'), await host.ids.person('pupilOfOtherClass')];
      const fields = [...named.map((id) => ['toPerson', id]), ['subject', 'À deux'], ['body', 'x']];
      await host.as('pupil').post('/write').form(new URLSearchParams(fields)).expect(400);
      expect(await has('pupil', 'À deux', '/boxes/sent')).toBe(false);
    });

    test('X2: are not offered, nor named when an address names them', async () => {
      const { text } = await host.as('pupil').get('/write').expect(200, /Zoé/);
      for (const name of ['Tom Brenot', 'Nadia Chevassus', 'Élise Girardet', 'Odile Perret'])
        expect(text).not.toContain(name);
      const id = await host.ids.person('pupilOfOtherClass');
      await host
        .as('pupil')
        .get(`/write?toPerson=${id}`)
        .expect(200, /tu peux écrire aux élèves de ta classe/)
        .expectNot(/Tom Brenot/);
    });

    test('a member of staff is answered by a pupil that may not write to them first', async () => {
      await send('staff', { toPerson: await host.ids.person('pupil') }, 'Cantine');
      await host.runJobs();
      await reply('pupil', 'Cantine', 'Merci bien');
      await host.runJobs();
      expect((await open('staff', 'Cantine')).text).toContain('Merci bien');
    });

    test('a copy leads nobody but its owner to the message', async () => {
      await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Rendez-vous');
      await host.runJobs();
      const { text } = await host.as('guardian').get('/').expect(200);
      const copy = /href="([^"]*)"(?:(?!<\/a>)[^])*Rendez-vous/.exec(text)?.[1] ?? '';
      await host
        .as('guardian')
        .get(copy)
        .expect(200, /Texte de Rendez-vous/);
      for (const role of ['teacher', 'head', 'pupil', 'guardianOfClassmate'] as const) {
        await host.as(role).get(copy).expect(404);
        await host.as(role).post(`${copy}/reply`).form({ body: 'x' }).expect(404);
      }
    });
  });

  test('a circular reaches the guardians of the class, and replies only its author', async () => {
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Sortie');
    await host.runJobs();
    for (const role of ['guardian', 'guardianOfClassmate', 'guardianInBothSchools'] as const) {
      const { text } = await open(role, 'Sortie');
      expect(text).toContain('Texte de Sortie');
      // The page names its reader, and no other guardian.
      const names = new Set(text.match(/Sophie Faivre|Élise Girardet|Luc Faivre-Marguet/g));
      expect(names.size).toBeLessThanOrEqual(1);
    }
    expect(await has('guardianOfOtherClass', 'Sortie')).toBe(false);
    expect(await has('pupil', 'Sortie')).toBe(false);
    await reply('guardian', 'Sortie', 'Noé sera là');
    await reply('guardianOfClassmate', 'Sortie', 'Zoé est allergique');
    await host.runJobs();
    expect((await open('teacher', 'Sortie')).text).toMatch(
      /Lu par 3 parents sur 3[^]*Noé sera là[^]*Zoé est allergique/,
    );
    expect((await open('guardian', 'Sortie')).text).not.toContain('allergique');
    expect((await open('guardianOfClassmate', 'Sortie')).text).not.toContain('Noé sera là');
  });

  test('of a thread the inbox shows one line, which moves up with each message', async () => {
    await send('teacher', { toPerson: await host.ids.person('head') }, 'Conseil');
    await host.runJobs();
    await reply('head', 'Conseil', 'Mardi ?');
    await host.runJobs();
    await reply('teacher', 'Conseil', 'Oui');
    await host.runJobs();
    const { text } = await host.as('head').get('/').expect(200);
    expect(text.split('Conseil')).toHaveLength(2);
    expect(text).toMatch(/non lu[^]*Oui/);
  });

  test('more messages in an hour than anybody writes are refused until one is an hour old', async () => {
    const toPerson = await host.ids.person('pupilOfOtherClass');
    for (let count = 0; count < 20; count += 1) await send('pupilOfOtherClass', { toPerson }, 'À moi');
    await send('pupilOfOtherClass', { toPerson }, 'Un de trop', 503);
    // A message that was taken back still counts.
    await host.host.database.dataSource.query(`UPDATE messaging_message SET state = 'draft' WHERE subject = 'À moi'`);
    await send('pupilOfOtherClass', { toPerson }, 'Un de trop', 503);
    await host
      .as('pupilOfOtherClass')
      .get(`/write?toPerson=${toPerson}`)
      .expect(200, /Tu as envoyé beaucoup de messages/);
    host.clock.advance(3_600_000);
    const write = async (): Promise<unknown> =>
      await host.as('pupilOfOtherClass').post('/write').form({ toPerson, subject: 'Ensemble', body: 'x' });
    await Promise.all(Array.from({ length: 25 }, write));
    const rows = await host.host.database.dataSource.query<unknown[]>(
      `SELECT id FROM messaging_message WHERE subject = 'Ensemble' AND state <> 'draft'`,
    );
    expect(rows).toHaveLength(20);
  });

  test('nobody writes across schools, not even a person of both', async () => {
    await host
      .as('teacherInBothSchools')
      .post('/write', { school: OTHER_SCHOOL })
      .form({ toPerson: await host.ids.person('pupil'), subject: 'x', body: 'x' })
      .expect(400);
  });

  // Last: the directory and the day are others afterwards.
  test('a message of 20:00 arrives at 7:00, and not to a person that left in between', async () => {
    await waitUntilHour(19);
    const [stays, leaves] = [await host.ids.person('guardian'), await host.ids.person('guardianOfClassmate')];
    const { text } = await host.as('teacher').get(`/write?toPerson=${stays}`).expect(200);
    expect(text).toMatch(/jusqu’à demain à 7\u00a0h[^]*Envoyer demain à 7\u00a0h/);
    // Before anybody is chosen, no time is the right one.
    await host
      .as('guardian')
      .get('/write')
      .expect(200, /Choisissez d’abord à qui vous écrivez/)
      .expectNot(/au calme|Envoyer demain/);
    await host
      .as('teacher')
      .post('/write')
      .form(new URLSearchParams([...[stays, leaves].map((id) => ['toPerson', id]), ['subject', 'Soir'], ['body', 'x']]))
      .expect(303);
    await host.runJobs();
    expect(await has('guardian', 'Soir')).toBe(false);
    await host
      .as('teacher')
      .get('/boxes/sent')
      .expect(200, /Partira plus tard/);

    await waitUntilHour(5);
    await host
      .as('teacher')
      .get(`/write?toPerson=${stays}`)
      .expect(200, /au calme jusqu’à 7\u00a0h\.[^]*Envoyer aujourd’hui à 7\u00a0h/);

    await host.host.sync.run(without('guardianofclassmate'), new AbortController().signal);
    await waitUntilHour(6);
    expect(await has('guardian', 'Soir')).toBe(true);
    await host
      .as('teacher')
      .get('/boxes/sent')
      .expect(200)
      .expectNot(/Partira plus tard/);
    const copies = await copiesOf(leaves);
    expect(copies).not.toContain('Soir');
  });

  /** The subjects of the messages of which a person has a copy, whatever their access. */
  async function copiesOf(personId: string): Promise<string[]> {
    const rows = await host.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT m.subject AS subject FROM messaging_copy c JOIN messaging_message m ON m.id = c.messageId WHERE c.ownerId = '${personId}'`,
    );
    return rows.map(({ subject }) => subject);
  }
});

/** The directory of the tests without one person. */
function without(key: string): DirectorySource {
  return {
    name: 'ldap',
    async *read(signal) {
      for await (const record of testHostSource.read(signal)) {
        const names = 'key' in record ? [record.key] : 'guardian' in record ? [record.guardian, record.child] : [];
        if (!names.includes(key)) yield record;
      }
    },
  };
}
