// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { bothDatabases, onceInQuickRun, type Role, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../start/messages-for-tests.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RationRow, type RationedAct } from '../../store/ration.entity.js';

/** In an hour. */
const LIMITS: readonly (readonly [Role, Role, number])[] = [
  ['pupil', 'teacher', 20],
  ['guardian', 'teacher', 40],
];
/** The number of further messages. */
const TOO_MANY = 10;
/** Requests at the same time. */
const TOGETHER = 20;
const MINUTE = 60_000;

describe.each(bothDatabases())('very many messages on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
    // Ten minutes before a full hour: what is sent now and after it is in one hour.
    host.clock.advance(50 * MINUTE);
  });
  const { send, open, pathOf, has } = messageSteps(() => host);

  /** The number of answers with each status. */
  async function statuses(
    requests: readonly PromiseLike<{ readonly status: number }>[],
  ): Promise<Record<number, number>> {
    const counts: Record<number, number> = {};
    for (const { status } of await Promise.all(requests)) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  const rows = (): typeof host.host.database.dataSource.manager => host.host.database.dataSource.manager;

  /** Makes it look as if the person had just done this as often as they may. */
  async function useUp(role: Role, act: RationedAct, times: number): Promise<void> {
    const ownerId = await host.ids.person(role);
    const lastAt = host.clock.now();
    const instants = JSON.stringify(Array<number>(times).fill(lastAt.getTime()));
    await rows().insert(RationRow, { id: randomUUID(), school: SCHOOL, ownerId, act, turns: times, instants, lastAt });
  }

  /** Drafts of a person. @returns the ids of the messages and of their copies */
  async function drafts(role: Role, count: number): Promise<{ messageId: string; copyId: string }[]> {
    const authorId = await host.ids.person(role);
    const at = host.clock.now();
    const made = Array.from({ length: count }, () => ({ messageId: randomUUID(), copyId: randomUUID() }));
    for (const { messageId, copyId } of made) {
      const thread = { school: SCHOOL, threadId: messageId };
      await rows().insert(MessageRow, {
        ...{ ...thread, id: messageId, replyToId: null, authorId, asProfile: 'staff', subject: 'Essai' },
        ...{ state: 'draft', version: 1, urgent: false, apart: null, sentAt: at, formKey: null, formTurn: null },
      });
      await rows().insert(CopyRow, {
        ...{ ...thread, id: copyId, ownerId: authorId, messageId, box: 'drafts', isLast: true, at },
        ...{ readAt: at, hiddenAt: null, purgeAt: null },
      });
    }
    return made;
  }

  testOnce.each(LIMITS)(
    'X5: a %s sends no more in an hour than there may be, also at the same time',
    async (from, to, most) => {
      const sender = host.as(from);
      const toPerson = await host.ids.person(to);
      const answered: number[] = [];
      const sendSome = async (): Promise<void> => {
        while (answered.length < most + TOO_MANY) {
          const place = answered.push(0) - 1;
          const { status } = await sender.post('/write').form({ toPerson, subject: from, body: 'x' });
          answered[place] = status;
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, sendSome));
      const sent = await host.host.database.dataSource.query<unknown[]>(
        `SELECT id FROM messaging_message WHERE subject = '${from}' AND state <> 'draft'`,
      );
      expect(new Set(answered)).toEqual(new Set([303, 503]));
      expect(sent).toHaveLength(most);
    },
  );

  testOnce('X5: the hour slides: nothing more fits around a full hour, and the page says until when', async () => {
    const form = { toPerson: await host.ids.person('teacher'), subject: 'Encore', body: 'x' };
    host.clock.advance(30 * MINUTE);
    await host
      .as('pupil')
      .post('/write')
      .form(form)
      .expect(503, /Tu pourras de nouveau écrire/);
    host.clock.advance(30 * MINUTE);
    await host.as('pupil').post('/write').form(form).expect(303);
  });

  testOnce('X5: forwarding, taking back, reporting and replying have their numbers, too', async () => {
    await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Reçu');
    await send('pupil', { toPerson: await host.ids.person('teacher') }, 'Donné');
    await host.runJobs();
    const [received, given] = [await pathOf('pupil', 'Reçu'), await pathOf('pupil', 'Donné', '/boxes/sent')];
    const pupil = host.as('pupil');
    const forwards = Array.from({ length: 23 }, () => pupil.post(`${received}/forward`).form({}));
    expect(await statuses(forwards)).toEqual({ 303: 20, 503: 3 });
    for (const act of ['recall', 'report'] as const) await useUp('pupil', act, 20);
    const waits = /C’est beaucoup en une heure/;
    await pupil.post(`${given}/recall`).form({}).expect(503, waits);
    await pupil
      .post(`${received}/report`)
      .form({})
      .expect(503, /Tu as signalé beaucoup[^]*3018/);
    expect(await has('pupil', 'Reçu')).toBe(true);
    expect((await open('teacher', 'Donné')).text).toContain('Texte de Donné');
    host.clock.advance(60 * MINUTE);
    await pupil.post(`${received}/report`).form({}).expect(303);
    await rows().delete(RationRow, { act: 'send' });
    await useUp('guardian', 'send', 40);
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Question');
    await host.runJobs();
    await host
      .as('guardian')
      .post(`${await pathOf('guardian', 'Question')}/reply`)
      .form({ body: 'Ma réponse' })
      .expect(503, /de nouveau écrire[^{]*Ma réponse/);
  });

  test('X5: no more than ten messages of a pupil wait for a teacher, also at the same time', async () => {
    const form = { toPerson: await host.ids.person('pupil'), subject: 'Accord', body: 'x' };
    const sender = host.as('classmate');
    const writes = Array.from({ length: 13 }, () => sender.post('/write').form(form));
    expect(await statuses(writes)).toEqual({ 303: 10, 503: 3 });
    await sender
      .post('/write')
      .form(form)
      .expect(503, /10 de tes messages attendent déjà un adulte/);
    // To a teacher nothing waits for consent.
    await send('classmate', { toPerson: await host.ids.person('teacher') }, 'À la maîtresse');
    const { text } = await host.as('teacher').get('/reviews').expect(200);
    const [, review = '', version = ''] =
      /action="([^"]*\/reviews\/[\da-f-]{36})[?"][^]*?value="(\d+)"/.exec(text) ?? [];
    await host.as('teacher').post(review).form({ do: 'accept', version }).expect(303);
    await host.runJobs();
    await sender.post('/write').form(form).expect(303);
  });

  testOnce('X5: a person has 200 drafts at most, and the text of one more stays on its page', async () => {
    const [first] = await drafts('staff', 199);
    const staff = host.as('staff');
    const saves = Array.from({ length: 5 }, () => staff.post('/write').form({ body: 'Gardé', do: 'save' }));
    expect(await statuses(saves)).toEqual({ 303: 1, 400: 4 });
    await staff
      .post('/write')
      .form({ body: 'Un de plus', do: 'save' })
      .expect(400, /déjà 200 brouillons/)
      .expect(400, /Un de plus/);
    await staff
      .post('/write')
      .form({ body: 'x', do: 'keep', form: randomUUID() })
      .expect(400, /200 brouillons/);
    // A draft that was thrown away makes room, and goes for good.
    await staff.post(`/drafts/${first?.copyId}`).form({ do: 'discard' }).expect(303);
    await staff.post('/write').form({ body: 'Un de plus', do: 'save' }).expect(303);
    expect(await rows().countBy(MessageRow, { id: first?.messageId ?? '' })).toBe(0);
  });

  test('X5: the files of all drafts of a person have 100 MB at most, also at the same time', async () => {
    const [full, one, other] = await drafts('head', 3);
    await rows().insert(AttachmentRow, {
      ...{ id: randomUUID(), school: SCHOOL, messageId: full?.messageId ?? '', name: 'film.mp4', bytes: 90_000_000 },
      ...{ storageKey: `${SCHOOL}/none`, addedAt: host.clock.now() },
    });
    const head = host.as('head');
    const files = { 'a.pdf': new Uint8Array(6_000_000) };
    const attach = (copyId = ''): PromiseLike<unknown> => head.post(`/drafts/${copyId}/files`).files(files).expect(303);
    await Promise.all([attach(one?.copyId), attach(other?.copyId)]);
    expect(await rows().countBy(AttachmentRow, { name: 'a.pdf' })).toBe(1);
    await attach(one?.copyId);
    await head.get('/').expect(200, /les pièces de tous vos brouillons peuvent peser/);
  });
});
