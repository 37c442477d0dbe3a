// SPDX-License-Identifier: EUPL-1.2
import type { FormerPage } from '@volee/core-adapter';
import {
  bothDatabases,
  changeSchool,
  OTHER_SCHOOL,
  SCHOOL,
  startTestHost,
  type TestHost,
} from '@volee/core-adapter/testing';
import type { VNode } from 'preact';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import type { FormerLetter } from './former-messages.presenter.js';

const PAGE = '/../../../ancienne-ecole';
const OLDER = 1_120;
const TOTAL = OLDER + 1;

/** The plan of a statement: whether rows are sorted, and whether the index alone answers. */
type Plan = 'sorts' | 'index alone' | 'rows';

describe.each(bothDatabases())('a thousand messages of a former school, on $name', (database) => {
  let host: TestHost;
  let of = '';
  let ownerId = '';
  /** Runs once, after a page was opened. */
  let afterPage: (() => Promise<unknown>) | undefined;
  const opened: FormerPage[] = [];
  const activate: typeof messaging.activate = (brick) =>
    messaging.activate({
      ...brick,
      portal: ({ formerSchool, ...parts }) =>
        brick.portal({
          ...parts,
          async formerSchool(request) {
            const things = await formerSchool?.(request);
            if (!things) throw new Error('The brick answers nothing.');
            return {
              ...things,
              async open(key, page) {
                const read = await things.open?.(key, page);
                if (read) opened.push(read);
                const step = afterPage;
                afterPage = undefined;
                await step?.();
                return read;
              },
            };
          },
        }),
    });
  const started = startTestHost({
    bricks: [{ ...messaging, activate }],
    ...{ database, now: new Date('2026-11-24T10:00:00Z') },
  });
  const { send, open } = messageSteps(() => host);
  const lettersOf = ({ content }: FormerPage): readonly FormerLetter[] =>
    (content as VNode<{ readonly letters: readonly FormerLetter[] }>).props.letters;

  beforeAll(async () => {
    host = await started;
    ownerId = await host.ids.person('pupil');
    of = `${PAGE}/${SCHOOL}/${ownerId}/messaging`;
    await send('teacher', { toPerson: ownerId }, 'Ton exposé');
    await host.runJobs();
    await open('pupil', 'Ton exposé');
    const db = host.tables(SCHOOL);
    const copies = db.repository(CopyRow);
    const copy = await copies.findOne({ where: { ownerId, box: 'inbox' } });
    const message = await db.repository(MessageRow).findOne({ where: { id: copy?.messageId ?? '' } });
    if (!copy || !message) throw new Error('There is no message.');
    const older = Array.from({ length: OLDER }, (_, index) => new Date(copy.at.getTime() - (index + 1) * 60_000));
    const rows = older.map((sentAt) => ({ ...message, sentAt, formKey: null }));
    const written = await db.repository(MessageRow).insert(rows);
    await copies.insert(written.map(({ id: messageId, sentAt: at }) => ({ ...copy, messageId, at, isLast: false })));
    await changeSchool(host, 'pupil');
    const { dataSource } = host.host.database;
    await dataSource.query(database.name === 'SQLite' ? 'ANALYZE' : 'ANALYZE TABLE messaging_copy');
  });

  /** The plans of the statements by which an address reads copies, in their order. */
  async function plansOf(path: string, words: RegExp): Promise<Plan[]> {
    const { dataSource } = host.host.database;
    const { logQuery } = dataSource.logger;
    const read: [query: string, parameters: unknown[]][] = [];
    dataSource.logger.logQuery = (query, given) => void read.push([query, Array.isArray(given) ? given : []]);
    try {
      await host.as('pupil').get(path, { school: OTHER_SCHOOL }).expect(200, words);
    } finally {
      dataSource.logger.logQuery = logQuery;
    }
    const plans: Plan[] = [];
    for (const [query, parameters] of read) {
      if (!/^\s*SELECT[^]*messaging_copy/i.test(query) || !parameters.includes(SCHOOL)) continue;
      const explain = database.name === 'SQLite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
      plans.push(planOf(JSON.stringify(await dataSource.query(`${explain} ${query}`, parameters))));
    }
    return plans;
  }

  test('no page sorts them, and the index alone counts and finds them', async () => {
    // The messages, the drafts, the trash and the reported ones. MariaDB may read the rows of the others, of which there are none.
    const shelves = ['index alone', ...Array<unknown>(3).fill(expect.stringMatching('index alone|rows'))];
    expect(await plansOf('/../', /changé d’école/)).toEqual(shelves);
    expect(await plansOf(PAGE, new RegExp(`${TOTAL} messages`))).toEqual(shelves);
    // The places of the page, and its rows.
    const page = [...shelves, 'index alone', 'rows'];
    expect(await plansOf(`${of}/lire/messages?page=9`, /Page précédente[^]*Page suivante/)).toEqual(page);
  });

  test('each page holds a hundred of them, in their order, and the last one what is left', async () => {
    const last = Math.ceil(TOTAL / 100);
    const pageOf = (page: number | string) => host.as('pupil').get(`${of}/lire/messages?page=${page}`);
    await pageOf(1).expect(200, /href="\?page=2"[^]*Page suivante/);
    const { text } = await pageOf(last)
      .expect(200, /Page précédente/)
      .expectNot(/Page suivante/);
    expect(text.match(/<article/g)).toHaveLength(TOTAL - (last - 1) * 100);
    for (const page of [last + 1, 0, 'x']) await pageOf(page).expect(404);
    await host.as('pupil').get(`${of}/lire/archive`).expect(404);
  });

  test('a download holds each message once, also when a newer one goes while it is on its way', async () => {
    const copies = host.tables(SCHOOL).repository(CopyRow);
    const stored = await copies.find({ where: { ownerId }, order: { at: 'DESC', id: 'DESC' } });
    const [newest] = stored;
    if (!newest) throw new Error('There is no message.');
    opened.length = 0;
    afterPage = () => copies.delete({ id: newest.id });
    const { text } = await host.as('pupil').post(`${of}/emporter`).expect(200);
    for (const page of [1, 2, 12]) expect(text).toContain(`Tes messages d’avant (${page}).html`);
    expect(text).not.toContain('d’avant (13)');
    expect(opened.flatMap(lettersOf).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
    await copies.insert([newest]);
  });

  test('the title of a page says which messages it holds, and names none where these are gone', async () => {
    const copies = host.tables(SCHOOL).repository(CopyRow);
    const stored = await copies.find({ where: { ownerId }, order: { at: 'DESC', id: 'DESC' } });
    opened.length = 0;
    afterPage = async () => {
      for (const { id } of stored.slice(1_050)) await copies.delete({ id });
    };
    await host.as('pupil').post(`${of}/emporter`).expect(200);
    expect(opened.map(({ title }) => title).slice(-3)).toEqual([
      'Messages 901 à 1000',
      'Messages 1001 à 1050',
      'Tes messages d’avant',
    ]);
  });
});

function planOf(explained: string): Plan {
  if (/filesort|temporary|TEMP B-TREE/i.test(explained)) return 'sorts';
  return /USING COVERING INDEX|Using index(?! condition)/.test(explained) ? 'index alone' : 'rows';
}
