// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  bothDatabases,
  inFullRun,
  onceInQuickRun,
  type Role,
  SCHOOL,
  startTestHost,
} from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { makeRoom, MOST_UNSENT_BYTES } from '../write/draft-room.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { exportPerson } from '../../jobs/personal-data/export-person.js';
import { movePerson } from '../../jobs/personal-data/move-person.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { reasonsOf } from '../reports/reasons.js';
import { OF_RECEIVER, ReportRow } from '../../store/report.entity.js';

/**
 * The files that read words otherwise than by `showCopies`: for a review or a report, which teachers and heads read, and for what a person
 * wrote.
 */
const READ_OTHERWISE = [
  'domain/moderation/read-reviews.ts',
  'jobs/personal-data/export-person.ts',
  'domain/reports/read-report.ts',
  'domain/reports/shared-thread.ts',
  'domain/reports/show-review.ts',
];

const SENT = '/boxes/sent';
/** Pairs of a request and a recall at the same instant. */
const RACES = 12;

test('X8: words of a copy are read by one function', async () => {
  const source = new URL('../../', import.meta.url);
  const files = (await readdir(source, { recursive: true })).filter((file) => /(?<!test)\.tsx?$/.test(file));
  const readers: string[] = [];
  for (const file of files) {
    if (/\breadLetters\b/.test(await readFile(new URL(file, source), 'utf8'))) readers.push(file);
  }
  const known = ['domain/box/read-letters.ts', 'domain/box/show-copies.ts', ...READ_OTHERWISE];
  expect(readers.sort()).toEqual(known.sort());
});

describe.each(bothDatabases())('what was shown on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, pathOf } = messageSteps(() => host);

  interface Received {
    readonly copy: string;
    readonly file: string;
    readonly subject: string;
    readonly reader: Role;
  }

  /** A message with a file, from the teacher, of which the reader has not seen anything. */
  async function receive(reader: Role, subject: string): Promise<Received> {
    await send('teacher', { toPerson: await host.ids.person(reader) }, subject);
    await host.runJobs();
    const db = host.tables(SCHOOL);
    const message = await db.repository(MessageRow).findOne({ where: { subject } });
    const messageId = message?.id ?? '';
    const ownerId = await host.ids.person(reader);
    const copy = await db.repository(CopyRow).findOne({ where: { messageId, ownerId } });
    const storage = host.storage(SCHOOL);
    const { key } = await storage.store(Readable.from(['contenu']), { maxBytes: 100 });
    const [file] = await db
      .repository(AttachmentRow)
      .insert([{ messageId, name: 'a.txt', bytes: 7, storageKey: key, addedAt: host.clock.now() }]);
    return { copy: copy?.id ?? '', file: file?.id ?? '', subject, reader };
  }

  async function recall(subject: string): Promise<number> {
    const path = await pathOf('teacher', subject, SENT);
    return (await host.as('teacher').post(`${path}/recall`)).status;
  }

  const list = { pupil: '/?door=read', guardian: '/' } as const;
  const move = async ({ reader, copy }: Received, to: string): Promise<void> =>
    void (await host.as(reader).post(`/copies/${copy}/move`).form({ to }).expect(303));

  /** Everything that shows words of a message to its reader, each alone. */
  const VIEWS: Readonly<Record<string, (message: Received) => PromiseLike<unknown>>> = {
    list: ({ reader, subject }) =>
      host
        .as(reader)
        .get(list[reader as 'pupil'])
        .expect(200, new RegExp(subject)),
    archive: async (message) => {
      await move(message, 'archive');
      await host.as(message.reader).get('/boxes/archive').expect(200, new RegExp(message.subject));
      await move(message, 'restore');
    },
    trash: async (message) => {
      await move(message, 'trash');
      await host.as(message.reader).get('/boxes/trash').expect(200, new RegExp(message.subject));
      await move(message, 'restore');
    },
    search: ({ reader, subject }) => host.as(reader).get(`/search?q=${subject}`).expect(200, new RegExp(subject)),
    thread: ({ reader, copy }) => host.as(reader).get(`/copies/${copy}`).expect(200),
    'reply that fails': ({ reader, copy }) =>
      host.as(reader).post(`/copies/${copy}/reply`).form({ body: '' }).expect(400),
    reply: ({ reader, copy }) => host.as(reader).post(`/copies/${copy}/reply`).form({ body: 'Oui' }).expect(303),
    forward: ({ reader, copy }) => host.as(reader).post(`/copies/${copy}/forward`).form({}).expect(303),
    file: ({ reader, copy, file }) => host.as(reader).get(`/files/${file}?copy=${copy}`).expect(200),
    report: async ({ reader, copy }) => {
      await host.as(reader).post(`/copies/${copy}/report`).form({}).expect(303);
      await host.tables(SCHOOL).repository(CopyRow).update({ id: copy }, { hiddenAt: null });
    },
    'export of personal data': async ({ reader, subject }) => {
      const personId = await host.ids.person(reader);
      const { records } = await exportPerson({ db: host.tables(SCHOOL), personId }, host.clock);
      expect(JSON.stringify(records)).toContain(`Texte de ${subject}`);
    },
  };

  const nobodyTakes = async (reader: 'pupil' | 'guardian', view: string): Promise<void> => {
    const message = await receive(reader, `Vu${reader}${view.replaceAll(' ', '')}`);
    await VIEWS[view]?.(message);
    await host.tables(SCHOOL).repository(CopyRow).update({ id: message.copy }, { readAt: null });
    await move(message, 'unread');
    expect(await recall(message.subject)).toBe(409);
    expect(await has(reader, message.subject)).toBe(true);
    await host
      .as(reader)
      .get(`/copies/${message.copy}`)
      .expect(200, new RegExp(`Texte de ${message.subject}`));
    await host
      .as(reader)
      .get(`/files/${message.file}?copy=${message.copy}`)
      .expect(200, /contenu/);
  };
  const views = Object.keys(VIEWS);
  testOnce.each([...views.map((view) => ['pupil', view] as const), ['guardian', 'list'] as const])(
    'X8: nobody takes from a %s what the %s has shown, read or marked as unread',
    nobodyTakes,
  );
  // A guardian has another list, and all else as a pupil has it.
  inFullRun().each(views.filter((view) => view !== 'list').map((view) => ['guardian', view] as const))(
    'X8: nobody takes from a %s what the %s has shown, read or marked as unread',
    nobodyTakes,
  );

  testOnce('X8: a page that says no more than that something came shows nothing', async () => {
    const message = await receive('pupil', 'Tournesol');
    await host
      .as('pupil')
      .get('/')
      .expect(200, /Claire Vuillet t’a écrit/)
      .expectNot(/Tournesol/);
    await host.as('pupil').get('/boxes/sent').expect(200);
    expect(await recall('Tournesol')).toBe(303);
    await host
      .as('pupil')
      .get('/')
      .expect(200)
      .expectNot(/Claire Vuillet t’a écrit/);
    await host
      .as('pupil')
      .get('/?door=read')
      .expect(200, /Claire Vuillet a annulé l’envoi de ce message/)
      .expectNot(/Tournesol/);
    await host
      .as('pupil')
      .get(`/copies/${message.copy}`)
      .expect(200, /a annulé l’envoi/)
      .expectNot(/Tournesol|a\.txt/);
    await host
      .as('pupil')
      .get('/search?q=Tournesol')
      .expect(200)
      .expectNot(/Texte de|a annulé/);
    await host
      .as('pupil')
      .get('/?door=reply')
      .expect(200)
      .expectNot(/a annulé/);
    await host.as('pupil').post(`/copies/${message.copy}/forward`).form({}).expect(404);
    await host.as('pupil').get(`/files/${message.file}?copy=${message.copy}`).expect(404);
    const personId = await host.ids.person('pupil');
    const { records, files = [] } = await exportPerson({ db: host.tables(SCHOOL), personId }, host.clock);
    expect(JSON.stringify([records, files.map(({ key }) => key)])).not.toMatch(/Texte de Tournesol/);
  });

  test('X8: room for drafts is not made by a message that was sent, and thrown away again, meanwhile', async () => {
    const toPerson = await host.ids.person('pupil');
    await receive('pupil', 'Avant');
    const db = host.tables(SCHOOL);
    const drafts: string[] = [];
    for (const subject of ['Ancien', 'Vautour']) {
      const form = { toPerson, subject, body: `Texte de ${subject}` };
      const teacher = host.as('teacher');
      await teacher
        .post('/write')
        .form({ ...form, do: 'save' })
        .expect(303);
      const message = await db.repository(MessageRow).findOne({ where: { subject } });
      const file = { name: 'a.txt', bytes: 7, storageKey: subject, addedAt: host.clock.now() };
      await db.repository(AttachmentRow).insert([{ ...file, messageId: message?.id ?? '' }]);
      const copy = await db.repository(CopyRow).findOne({ where: { messageId: message?.id ?? '' } });
      await teacher
        .post(`/copies/${copy?.id ?? ''}/move`)
        .form({ to: 'trash' })
        .expect(303);
      drafts.push(copy?.id ?? '');
      host.clock.advance(1_000);
    }
    /** The author does this while the older draft is removed. */
    async function sendTheOther(): Promise<void> {
      const [, id = ''] = drafts;
      const teacher = host.as('teacher');
      await teacher.post(`/copies/${id}/move`).form({ to: 'restore' }).expect(303);
      const form = { toPerson, subject: 'Vautour', body: 'Texte de Vautour', version: '1' };
      await teacher.post(`/drafts/${id}`).form(form).expect(303);
      await host.runJobs();
      expect(await has('pupil', 'Vautour')).toBe(true);
      await teacher.post(`/copies/${id}/move`).form({ to: 'trash' }).expect(303);
    }
    const removed: string[] = [];
    const storage = { remove: (key: string) => Promise.resolve(void removed.push(key)) };
    let steps = [sendTheOther];
    const transaction: typeof db.transaction = async (work) => {
      const written = await db.transaction(work);
      const due = steps;
      steps = [];
      for (const step of due) await step();
      return written;
    };
    const room = { drafts: 0, bytes: MOST_UNSENT_BYTES };
    await makeRoom(await host.ids.person('teacher'), room, { db: { ...db, transaction }, storage });
    expect(removed).toEqual(['Ancien']);
    expect(await has('pupil', 'Vautour')).toBe(true);
  });

  test.each(['from', 'to'] as const)(
    'X8: two accounts that reported one message lose no report when they become one (open: %s)',
    async (open) => {
      await receive('pupil', `Deux fois ${open}`);
      const db = host.tables(SCHOOL);
      const [message] = await db.repository(MessageRow).find({ where: { subject: `Deux fois ${open}` } });
      const messageId = message?.id ?? '';
      const ids = { from: randomUUID(), to: randomUUID() };
      const at = host.clock.now();
      const none = { textUntil: null, shown: null, ...OF_RECEIVER, word: null, wordBy: null, wordAt: null };
      const opening = {
        ...{ added: null },
        closedBy: null,
        closedAt: null,
      };
      const copy = {
        messageId,
        threadId: message?.threadId ?? '',
        box: 'inbox',
        isLast: true,
        at,
        readAt: at,
      } as const;
      for (const account of ['from', 'to'] as const) {
        const [isOpen, ownerId] = [account === open, ids[account]];
        const state = isOpen ? 'open' : 'closed';
        const report = { messageId, state, reportedBy: ownerId, reportedAt: at, reason: state } as const;
        await db.repository(ReportRow).insert([{ ...report, ...none, ...opening }]);
        const unseen = { shownAt: at, recalledAt: null, purgeAt: null };
        await db.repository(CopyRow).insert([{ ...copy, ...unseen, ownerId, hiddenAt: isOpen ? at : null }]);
      }
      const word = { ...none, ...opening, refusalId: randomUUID(), state: 'closed', reason: 'word' } as const;
      await db.repository(ReportRow).insert([{ ...word, messageId, reportedBy: ids.from, reportedAt: at }]);
      await db.transaction(() => movePerson({ db, ...ids }));
      const reports = await db.repository(ReportRow).find({ where: { messageId }, order: { reason: 'DESC' } });
      expect(reports.map(({ reason, state, reportedBy }) => [reason, state, reportedBy])).toEqual([
        // The report of a word is another one.
        ['word', 'closed', ids.to],
        ['open', 'open', ids.to],
      ]);
      expect(reports[1] && reasonsOf(reports[1]).map(({ reason }) => reason)).toEqual(['open', 'closed']);
      // The one that was not hidden stays: a person reads what one of the accounts could read.
      const copies = await db.repository(CopyRow).find({ where: { messageId, ownerId: ids.to } });
      expect(copies.map(({ hiddenAt }) => hiddenAt)).toEqual([null]);
    },
  );

  test('T7: of two copies of one message that are both in a trash, a join keeps the later day', async () => {
    const db = host.tables(SCHOOL);
    const [later, earlier] = ['2026-12-20T09:00:00.000Z', '2026-12-10T09:00:00.000Z'].map((at) => new Date(at));
    for (const [ofFrom, ofTo] of [
      [earlier, later],
      [later, earlier],
    ]) {
      const [from, to, messageId, at] = [randomUUID(), randomUUID(), randomUUID(), host.clock.now()];
      const copy = {
        messageId,
        threadId: messageId,
        box: 'trash',
        isLast: false,
        at,
        readAt: at,
        shownAt: at,
      } as const;
      const trashed = { ...copy, recalledAt: null, hiddenAt: null };
      for (const [ownerId, purgeAt] of [
        [from, ofFrom],
        [to, ofTo],
      ] as const) {
        await db.repository(CopyRow).insert([{ ...trashed, ownerId, purgeAt: purgeAt ?? null }]);
      }
      await db.transaction(() => movePerson({ db, from, to }));
      expect(await db.repository(CopyRow).find({ where: { messageId } })).toMatchObject([
        { ownerId: to, purgeAt: later },
      ]);
    }
  });

  test('X8: of a showing and a recall at the same instant, one decides', async () => {
    for (let n = 0; n < RACES; n += 1) {
      const subject = `Ensemble${String.fromCodePoint(97 + n)}`;
      await receive('pupil', subject);
      const path = await pathOf('teacher', subject, SENT);
      const pupil = host.as('pupil');
      const teacher = host.as('teacher');
      const isFirst = n % 2 === 0;
      const [{ text }, { status }] = await together(
        isFirst,
        () => pupil.get('/?door=read'),
        () => teacher.post(`${path}/recall`),
      );
      const wasShown = text.includes(subject);
      expect(status).toBe(wasShown ? 409 : 303);
      expect(await has('pupil', subject)).toBe(wasShown);
    }
  });
});

/** Sends two requests at once, one of them a little before the other. */
async function together<A, B>(
  isFirst: boolean,
  one: () => PromiseLike<A>,
  other: () => PromiseLike<B>,
): Promise<readonly [A, B]> {
  if (isFirst) return Promise.all([one(), other()]);
  const [second, first] = await Promise.all([other(), one()]);
  return [first, second];
}
