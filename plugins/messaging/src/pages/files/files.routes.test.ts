// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { json, UnavailableError, type SchoolDatabase } from '@volee/core-adapter';
import { SCHOOL, startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import type { MessagingRequest } from '../../brick-types.js';
import messaging from '../../index.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { attachFiles } from '../../domain/attachments/attach-files.js';

describe.each(testDatabases())('files of messages on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  let request: Pick<MessagingRequest, 'db' | 'storage' | 'clock' | 'user'>;
  const activate: typeof messaging.activate = (brick) => {
    brick.http.get('/request-for-tests', { access: 'read' }, ({ db, storage, clock, user }) => {
      request = { db, storage, clock, user };
      return json({});
    });
    return messaging.activate(brick);
  };
  const started = startTestHost({ bricks: [{ manifest: messaging.manifest, activate }], database });
  beforeAll(async () => {
    host = await started;
  });

  interface Draft {
    readonly messageId: string;
    readonly copyId: string;
  }

  async function insertCopy(messageId: string, owner: Role, box: Box): Promise<string> {
    const ownerId = await host.ids.person(owner);
    const id = randomUUID();
    const place = { school: SCHOOL, ownerId, threadId: messageId, messageId, box, isLast: true, at: host.clock.now() };
    await host.host.database.dataSource.manager.insert(CopyRow, {
      ...{ ...place, id, readAt: null, hiddenAt: null, purgeAt: null },
    });
    return id;
  }

  /** A draft of the pupil's. */
  async function draft(subject: string): Promise<Draft> {
    const { manager } = host.host.database.dataSource;
    const id = randomUUID();
    await manager.insert(MessageRow, {
      ...{
        id,
        school: SCHOOL,
        threadId: id,
        replyToId: null,
        authorId: await host.ids.person('pupil'),
        asProfile: 'pupil',
      },
      ...{
        subject,
        state: 'draft',
        version: 1,
        urgent: false,
        apart: null,
        sentAt: host.clock.now(),
        formKey: null,
        formTurn: null,
      },
    });
    await manager.insert(TextRow, { id: randomUUID(), school: SCHOOL, messageId: id, body: subject, folded: '' });
    return { messageId: id, copyId: await insertCopy(id, 'pupil', 'drafts') };
  }

  /** The text of the next page. */
  async function attach({ copyId }: Draft, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    const pupil = host.as('pupil');
    await pupil.post(`/drafts/${copyId}/files`).files(files).expect(303);
    return (await pupil.get('/').expect(200)).text.replaceAll('\u00a0', ' ');
  }

  async function filesOf({ messageId }: Draft): Promise<AttachmentRow[]> {
    return host.host.database.dataSource.manager.find(AttachmentRow, { where: { messageId }, order: { name: 'ASC' } });
  }

  async function send({ messageId, copyId }: Draft): Promise<void> {
    const { manager } = host.host.database.dataSource;
    await manager.update(MessageRow, { id: messageId }, { state: 'sent' });
    await manager.update(CopyRow, { id: copyId }, { box: 'sent' });
  }

  test('a file is kept when the answer to the commit of its row is lost', async () => {
    await host.as('pupil').get('/request-for-tests').expect(200);
    const { db } = request;
    const made = await draft('Mon dessin');
    const transaction: SchoolDatabase['transaction'] = async (work) => {
      const result = await db.transaction(work);
      if ((await filesOf(made)).length > 0) throw new UnavailableError('The database went away.', { remedy: 'Wait.' });
      return result;
    };
    const name = 'dessin.png';
    const files = Readable.from([{ field: 'files', name, type: 'image/png', content: Readable.from(['un dessin']) }]);
    const attaching = attachFiles(made, { ...request, files, db: { ...db, transaction } });
    await expect(attaching).rejects.toThrow(UnavailableError);
    const [file] = await filesOf(made);
    const answer = await host
      .as('pupil')
      .get(`/files/${file?.id ?? ''}?copy=${made.copyId}`)
      .expect(200);
    expect(answer.text).toBe('un dessin');
  });

  test('a file that is too heavy is refused by its name, and the others are kept', async () => {
    const heavy = new Uint8Array(20_000_001);
    const half = new Uint8Array(13_000_000);
    const exposé = await draft('Exposé');
    const files = { 'a.txt': 'a', 'Noël 2025.mp4': heavy, 'vide.txt': '', 'b.pdf': half, 'c.pdf': half };
    const page = await attach(exposé, files);
    expect(page).toContain('2 fichiers sont joints.');
    expect(page).toContain(
      '« Noël 2025.mp4 » n’est pas joint : il pèse 20 Mo, et un fichier peut peser 20 Mo au plus.',
    );
    expect(page).toContain('« c.pdf » n’est pas joint : tous les fichiers ensemble peuvent peser 25 Mo au plus.');
    expect(page).toContain('« vide.txt » n’est pas joint : il est vide.');
    expect((await filesOf(exposé)).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.txt', 1],
      ['b.pdf', 13_000_000],
    ]);
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`n${index}.txt`, 'n']));
    expect(await attach(exposé, many)).toContain('« n8.txt » n’est pas joint : 10 fichiers au plus.');
    expect(await filesOf(exposé)).toHaveLength(10);
    expect(await attach(exposé, {})).toContain('Aucun fichier n’a été choisi.');
  });

  test('a file is taken out of a draft by its author alone, and no more once it is sent', async () => {
    const photo = await draft('Photo');
    await attach(photo, { 'photo.jpg': 'p', 'autre.jpg': 'q' });
    const [first, second] = await filesOf(photo);
    const remove = (id = ''): string => `/drafts/${photo.copyId}/files/${id}/remove`;
    await host.as('classmate').post(remove(first?.id)).form({}).expect(404);
    await host.as('pupil').post(remove(randomUUID())).form({}).expect(404);
    await host.as('pupil').post(remove(first?.id)).form({}).expect(303);
    expect(await filesOf(photo)).toEqual([second]);
    const storage = host.storage(SCHOOL);
    await expect(storage.open(first?.storageKey ?? '')).rejects.toThrow();
    await send(photo);
    await host.as('pupil').post(remove(second?.id)).form({}).expect(404);
    await host.as('pupil').post(`/drafts/${photo.copyId}/files`).files({ 'x.txt': 'x' }).expect(404);
    await host.as('classmate').post(`/drafts/${photo.copyId}/files`).files({ 'x.txt': 'x' }).expect(404);
  });

  test('X4: the right to a message is the right to its files', async () => {
    const { manager } = host.host.database.dataSource;
    const poster = await draft('Affiche');
    const other = await draft('Autre');
    await attach(poster, { 'affiche <b>.html': '<script>alert(1)</script>' });
    await send(poster);
    const [file] = await filesOf(poster);
    const received = await insertCopy(poster.messageId, 'classmate', 'inbox');
    const path = (query: string): string => `/files/${file?.id ?? ''}?${query}`;

    const { text, headers } = await host
      .as('classmate')
      .get(path(`copy=${received}`))
      .expect(200);
    expect(text).toBe('<script>alert(1)</script>');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    await host
      .as('classmate')
      .get(`/copies/${received}`)
      .expect(200, /affiche &lt;b>.html/);

    for (const query of ['', `copy=${poster.copyId}`, `copy=${other.copyId}`, `copy=${randomUUID()}`, 'copy=x'])
      await host.as('classmate').get(path(query)).expect(404);
    await host
      .as('pupilOfOtherClass')
      .get(path(`copy=${received}`))
      .expect(404);
    await host
      .as('head')
      .get(path(`copy=${received}`))
      .expect(404);
    await host
      .as('pupil')
      .get(path(`copy=${other.copyId}`))
      .expect(404);

    await manager.update(CopyRow, { id: received }, { hiddenAt: host.clock.now() });
    await host
      .as('classmate')
      .get(path(`copy=${received}`))
      .expect(404);
    await manager.delete(CopyRow, { id: received });
    await host
      .as('classmate')
      .get(path(`copy=${received}`))
      .expect(404);
  });

  test('X4: a file is opened from a review that waits, and from a report by the head alone', async () => {
    const { manager } = host.host.database.dataSource;
    const held = await draft('À lire');
    await attach(held, { 'a.txt': 'contenu' });
    const [file] = await filesOf(held);
    const common = { school: SCHOOL, messageId: held.messageId };
    const review = { ...common, id: randomUUID(), groupId: host.ids.cm1, state: 'waiting' as const, version: 1 };
    await manager.insert(ReviewRow, {
      ...review,
      heldAt: host.clock.now(),
      decidedBy: null,
      decidedAt: null,
      word: null,
    });
    const report = { ...common, id: randomUUID(), state: 'open' as const, reportedBy: null, reason: '' };
    await manager.insert(ReportRow, {
      ...{ ...report, reportedAt: host.clock.now() },
      ...{ closedBy: null, closedAt: null },
    });
    const status = async (role: Role, query: string): Promise<number> =>
      (await host.as(role).get(`/files/${file?.id ?? ''}?${query}`)).status;

    const byReview = `review=${review.id}`;
    expect(await status('teacher', byReview)).toBe(200);
    for (const role of ['teacherOfOtherClass', 'pupil', 'classmate', 'guardian', 'head', 'staff'] as const)
      expect([role, await status(role, byReview)]).toEqual([role, 404]);
    const byReport = `report=${report.id}`;
    expect(await status('head', byReport)).toBe(200);
    for (const role of ['teacher', 'pupil', 'classmate', 'guardian', 'staff', 'teacherInBothSchools'] as const)
      expect([role, await status(role, byReport)]).toEqual([role, 404]);
    await manager.update(ReviewRow, { id: review.id }, { state: 'refused' });
    expect(await status('teacher', byReview)).toBe(404);
  });
});
