// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { bothDatabases, type Role, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { TextRow } from '../../store/text.entity.js';

describe.each(bothDatabases())('the search on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });

  async function send(from: Role, to: Role, subject: string, body: string): Promise<void> {
    const form = { toPerson: await host.ids.person(to), subject, body };
    await host.as(from).post('/write').form(form).expect(303);
    await host.runJobs();
    host.clock.advance(1_000);
  }

  /** The page of a search without what it repeats of the search, and the subjects found, in their order. */
  async function search(reader: Role, q: string): Promise<string[]> {
    const { text } = await host
      .as(reader)
      .get(`/search?q=${encodeURIComponent(q)}`)
      .expect(200);
    const titles = [...text.matchAll(/<strong>((?:(?!<\/strong>).)*)<\/strong><span class="v-tag/g)];
    return titles.map(([, title = '']) => title.replace(/<[^>]*>/g, ''));
  }

  test('words are found by their beginnings, without accents and capitals, the newest message first', async () => {
    await send('teacher', 'guardian', 'Goûter de Noël', 'Bonjour, **crêpes** et *jus* pour les 6e.');
    await send('guardian', 'teacher', 'Re : goûter', 'L’œuf sera prêt à l’école_ouverte.');
    await send('head', 'teacher', 'Exercice', 'Le goûteur sonne à 100 % dans_la cour.');

    expect(await search('teacher', 'GOUTER')).toEqual(['Re : goûter', 'Goûter de Noël']);
    expect(await search('teacher', 'gout')).toEqual(['Exercice', 'Re : goûter', 'Goûter de Noël']);
    expect(await search('teacher', 'crep')).toEqual(['Goûter de Noël']);
    expect(await search('teacher', '6E noel')).toEqual(['Goûter de Noël']);
    expect(await search('teacher', 'ecole oeuf')).toEqual(['Re : goûter']);
    expect(await search('teacher', 'rêpes')).toEqual([]);
    expect(await search('teacher', 'gouter absent')).toEqual([]);
    expect(await search('guardian', 'gouter')).toEqual(['Re : goûter', 'Goûter de Noël']);
  });

  test('signs of patterns are no words, and a search without a word finds nothing', async () => {
    for (const signs of ['%', '_', ' * ', '\'" OR 1=1 --', '']) {
      const { text } = await host
        .as('teacher')
        .get(`/search?q=${encodeURIComponent(signs)}`)
        .expect(200);
      expect(text).not.toContain('v-pick');
    }
    expect(await search('teacher', '100 %')).toEqual(['Exercice']);
    expect(await search('teacher', 'dans la')).toEqual(['Exercice']);
    await host
      .as('teacher')
      .get(`/search?q=${'a'.repeat(5_000)}`)
      .expect(200, /Aucun message/);
  });

  test('each result says where it is, from or to which person, and shows the words', async () => {
    const { text } = await host.as('teacher').get('/search?q=goute').expect(200);
    expect(text).toMatch(/<mark>Goûter<\/mark> de Noël<\/strong>.*?Envoyé.*?À Sophie Faivre/);
    expect(text).toMatch(/Le <mark>goûteur<\/mark> sonne/);
    expect(text).toMatch(/Reçu/);
  });

  test('names are not part of the search, nor is what others have', async () => {
    for (const name of ['Vuillet', 'Claire']) expect(await search('guardian', name)).toEqual([]);
    expect(await search('guardianOfClassmate', 'gouter')).toEqual([]);
    expect(await search('staff', 'gouter')).toEqual([]);
    expect(await search('head', 'crepes')).toEqual([]);
  });

  test('X1: what was written is no markup among the results', async () => {
    await send('guardian', 'teacher', '<b>Balise</b>', 'x <img src=x onerror=alert(1)> balise');
    const { text } = await host.as('teacher').get('/search?q=balise').expect(200);
    expect(text).toContain('&lt;b><mark>Balise</mark>&lt;/b>');
    expect(text).not.toMatch(/<img|<b>/);
  });

  /** Copies of the staff's mailbox, one a minute, of which only these have a text. */
  async function fillMailbox(count: number, withText: (index: number) => boolean): Promise<void> {
    const { manager } = host.host.database.dataSource;
    const ownerId = await host.ids.person('staff');
    const begin = host.clock.now().getTime();
    const rows = Array.from({ length: count }, (_, index) => ({
      ...{
        id: randomUUID(),
        school: SCHOOL,
        ownerId,
        threadId: randomUUID(),
        messageId: randomUUID(),
        box: 'inbox' as const,
      },
      ...{ isLast: true, at: new Date(begin - 60_000 * index), readAt: null, hiddenAt: null, purgeAt: null },
    }));
    for (let from = 0; from < count; from += 1_000) await manager.insert(CopyRow, rows.slice(from, from + 1_000));
    for (const { messageId, threadId, at } of rows.filter((_, index) => withText(index))) {
      const found = { school: SCHOOL, messageId, body: 'Aiguille', folded: ' aiguille' };
      await manager.insert(TextRow, { id: randomUUID(), ...found });
      await manager.insert(MessageRow, {
        ...{ id: messageId, school: SCHOOL, threadId, replyToId: null, authorId: null, asProfile: 'teacher' },
        ...{
          subject: at.toISOString(),
          state: 'sent',
          version: 1,
          urgent: false,
          apart: null,
          sentAt: at,
          formKey: null,
          formTurn: null,
        },
      });
    }
  }

  async function pages(reader: Role, path: string): Promise<{ found: number[]; texts: string[] }> {
    const found: number[] = [];
    const texts: string[] = [];
    for (let next: string | undefined = path; next;) {
      const { text } = await host.as(reader).get(next).expect(200);
      texts.push(text);
      found.push(text.split('v-pick messaging-found').length - 1);
      next = /href="([^"]*\/search\?[^"]*after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    return { found, texts };
  }

  test('a long result has pages, and a search far back goes on from where it stopped', async () => {
    await fillMailbox(10_040, (index) => index < 40 || index === 10_030);
    const { found, texts } = await pages('staff', '/search?q=aig');
    expect([found[0], found.reduce((sum, one) => sum + one)]).toEqual([30, 41]);
    expect(texts[0]).not.toMatch(/n’ont pas encore été lus/);
    // More pages where the machine is slow: each has an end.
    expect(
      texts.slice(1, -1).every((text) => /Les messages d’avant le [^<]* n’ont pas encore été lus/.test(text)),
    ).toBe(true);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.at(-1)).not.toMatch(/n’ont pas encore été lus/);
  });

  test('a message that its owner reported is not found', async () => {
    const { manager } = host.host.database.dataSource;
    expect(await search('staff', 'aiguille')).toHaveLength(30);
    await manager.update(CopyRow, { ownerId: await host.ids.person('staff') }, { hiddenAt: host.clock.now() });
    expect(await search('staff', 'aiguille')).toEqual([]);
  });
});
