// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Profile } from '@volee/core-adapter';
import { isQuickRun, nameSampleTwice, SCHOOL, startTestHost, type TestResponse } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { foldedText } from '../../domain/message/message-text.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow, type MessageState } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { idsOf, PAIR_RECORDS, pairsOf, type ProfilePair } from './profile-pairs-for-tests.js';

/** Which message reaches its recipient, by the profiles of the two. Written by hand, from the issue and not from the rules. */
const TABLE = `
            from      pupil  guardian  teacher  head  staff
  near      pupil     held   yes       yes      yes   no
  near      guardian  yes    no        yes      yes   yes
  near      teacher   yes    yes       yes      yes   yes
  near      head      yes    yes       yes      yes   yes
  near      staff     yes    yes       yes      yes   yes
  far       pupil     no     no        no       yes   no
  far       guardian  no     no        no       yes   yes
  far       teacher   yes    yes       yes      yes   yes
  far       head      yes    yes       yes      yes   yes
  far       staff     yes    yes       yes      yes   yes
  elsewhere pupil     no     no        no       no    no
  elsewhere guardian  no     no        no       no    no
  elsewhere teacher   no     no        no       no    no
  elsewhere head      no     no        no       no    no
  elsewhere staff     no     no        no       no    no`;

/** The same for a reply to a message that the person received. */
const REPLIES = `
            from      pupil  guardian  teacher  head  staff
  near      pupil     held   yes       yes      yes   yes
  near      guardian  yes    no        yes      yes   yes
  near      teacher   yes    yes       yes      yes   yes
  near      head      yes    yes       yes      yes   yes
  near      staff     yes    yes       yes      yes   yes
  far       pupil     no     no        yes      yes   yes
  far       guardian  no     no        yes      yes   yes
  far       teacher   yes    yes       yes      yes   yes
  far       head      yes    yes       yes      yes   yes
  far       staff     yes    yes       yes      yes   yes
  elsewhere pupil     no     no        no       no    no
  elsewhere guardian  no     no        no       no    no
  elsewhere teacher   no     no        no       no    no`;
const host = await startTestHost({ bricks: [messaging], records: PAIR_RECORDS });
// In the full run, each class comes from two sources.
if (!isQuickRun()) await nameSampleTwice(host);
const [pairs, replies] = [pairsOf(TABLE), pairsOf(REPLIES)];
const ids = await idsOf(host, [...pairs, ...replies]);
const idOf = (login: string): string => ids.get(login) ?? '';
const DAY = 86_400_000;

type Form = readonly (readonly [string, string])[];
const post = (login: string, path: string, form: Form): PromiseLike<TestResponse> =>
  host
    .asLogin(login)
    .post(path)
    .form(new URLSearchParams(form.map((one) => [...one])));
/** The fields of a message: its subject names the pair. */
const message = ({ name, to }: ProfilePair): Form => [
  ['toPerson', idOf(to)],
  ['subject', name],
  ['body', 'Texte'],
];

/** A draft of the author. @returns its path */
async function draftOf({ from, name }: ProfilePair, what: 'save' | 'keep' = 'save', form: Form = []): Promise<string> {
  const { headers, text } = await post(from, '/write', [
    ...form,
    ['subject', name],
    ['body', 'Brouillon'],
    ['do', what],
  ]);
  const address = headers.get('location') ?? /"url":"([^"]*)"/.exec(text)?.[1] ?? '';
  return address.replace(/^.*\/messaging/, '');
}

/** A message that is stored already, such as one from before a rule or a class changed. @returns the copy of the first of `owners` */
async function stored(
  name: string,
  {
    author,
    as,
    state,
    to,
    owners,
  }: { author: string; as: Profile; state: MessageState; to: string[]; owners: string[] },
): Promise<string> {
  const db = host.tables(SCHOOL);
  const threadId = randomUUID();
  const now = host.clock.now();
  const [row] = await db.repository(MessageRow).insert([
    {
      ...{ threadId, replyToId: null, authorId: idOf(author), asProfile: as, subject: name, state },
      ...{ version: 1, urgent: false, apart: null, sentAt: now, settledAt: null, formKey: null, formTurn: null },
    },
  ]);
  const messageId = row?.id ?? '';
  await db.repository(TextRow).insert([{ messageId, body: 'x', folded: foldedText(name, 'x') }]);
  await db
    .repository(RecipientRow)
    .insert(to.map((login) => ({ messageId, toPerson: idOf(login), toGroup: null, part: null, missedAt: null })));
  const place = { isLast: true, at: now, readAt: null, shownAt: null, recalledAt: null, hiddenAt: null, purgeAt: null };
  const copies = await db
    .repository(CopyRow)
    .insert(owners.map((login) => ({ ownerId: idOf(login), threadId, messageId, box: 'inbox' as const, ...place })));
  return copies[0]?.id ?? '';
}

async function bearer(login: string): Promise<string> {
  const choice = { name: `test of ${login}`, brickIds: ['messaging'], endsAt: null };
  const { secret } = await host.host.tokens.create(idOf(login), choice, 'cli');
  return `Bearer ${secret}`;
}
const bearers = new Map(
  await Promise.all(
    [...new Set(pairs.map(({ from }) => from))].map(async (from) => [from, await bearer(from)] as const),
  ),
);

/** Sends the message of a pair on one path. */
type Path = (pair: ProfilePair) => Promise<unknown>;
const GROUP_FIELDS = new Map([
  ['pupil', 'toPupilsOf'],
  ['guardian', 'toGuardiansOf'],
  ['teacher', 'toTeamOf'],
]);

const PATHS: readonly (readonly [string, Path])[] = [
  ['a new message', async (pair) => post(pair.from, '/write', message(pair))],
  [
    'a program with a token',
    (pair) =>
      fetch(`${host.url}/s/${SCHOOL}/messaging/write`, {
        method: 'POST',
        headers: { Authorization: bearers.get(pair.from) ?? '' },
        body: new URLSearchParams(message(pair).map((one) => [...one])),
        redirect: 'manual',
      }),
  ],
  ['a draft', async (pair) => post(pair.from, await draftOf(pair), message(pair))],
  [
    'a draft that was thrown away and restored',
    async (pair) => {
      const draft = await draftOf(pair);
      const copy = draft.replace('drafts', 'copies');
      for (const to of ['trash', 'restore']) await post(pair.from, `${copy}/move`, [['to', to]]);
      return post(pair.from, draft, message(pair));
    },
  ],
  [
    'a draft that a script saved',
    async (pair) => post(pair.from, await draftOf(pair, 'keep', [['toPerson', idOf(pair.to)]]), message(pair)),
  ],
  [
    'a forwarded message',
    async (pair) => {
      const had = await stored('Reçu', {
        author: 'head',
        as: 'head',
        state: 'sent',
        to: [pair.from],
        owners: [pair.from],
      });
      const { headers } = await post(pair.from, `/copies/${had}/forward`, []);
      const draft = (headers.get('location') ?? '').replace(/^.*\/messaging/, '');
      return post(pair.from, draft, message(pair));
    },
  ],
  [
    'a reply to all',
    async (pair) => {
      const author = pair.to === 'head' || pair.from === 'head' ? 'colleague' : 'head';
      const as = author === 'head' ? 'head' : 'staff';
      const to = [pair.from, pair.to];
      const had = await stored(pair.name, { author, as, state: 'sent', to, owners: [pair.from] });
      return post(pair.from, `/copies/${had}/reply`, [
        ['body', 'À tous'],
        ['all', '1'],
      ]);
    },
  ],
  [
    'a message that waits for its delivery',
    async ({ name, from, to }) => {
      const as = from as Profile;
      await stored(name, { author: from, as, state: 'waiting', to: [to], owners: [from] });
    },
  ],
];

/** The outcome of each message between a pair of profiles, by its name. */
async function outcomes(asked: readonly ProfilePair[]): Promise<Record<string, string>> {
  // All that waits is judged again after the head has chosen something.
  await post('staff', '/hours', [['use', 'none']]);
  await host.runJobs();
  const query = <T>(sql: string): Promise<T[]> => host.host.database.dataSource.query<T[]>(sql);
  const copies = await query<{ subject: string; authorId: string; ownerId: string }>(
    'SELECT m.subject, m.authorId, c.ownerId FROM messaging_copy c JOIN messaging_message m ON m.id = c.messageId',
  );
  const held = await query<{ subject: string }>(
    `SELECT m.subject FROM messaging_review r JOIN messaging_message m ON m.id = r.messageId WHERE r.state = 'waiting'`,
  );
  const has = new Set(copies.map(({ subject, authorId, ownerId }) => [subject, authorId, ownerId].join('|')));
  const waits = new Set(held.map(({ subject }) => subject));
  const cellOf = ({ name, from, to }: ProfilePair): string =>
    has.has([name, idOf(from), idOf(to)].join('|')) ? 'yes' : waits.has(name) ? 'held' : 'no';
  return Object.fromEntries(asked.map((pair) => [pair.name, cellOf(pair)]));
}

const expected = (asked: readonly ProfilePair[]): Record<string, string> =>
  Object.fromEntries(asked.map(({ name, cell }) => [name, cell]));

/** Another day of school: nobody has sent too many messages in an hour. */
async function nextDay(): Promise<void> {
  do host.clock.advance(DAY);
  while ([0, 6].includes(host.clock.now().getUTCDay()));
  for (const table of ['copy', 'review', 'recipient', 'text', 'message'])
    await host.host.database.dataSource.query(`DELETE FROM messaging_${table}`);
}

beforeEach(nextDay);

/**
 * The pairs of a path. In a quick run the first path has all of them, and each other one a third: of each profile, messages that arrive and
 * messages that do not, and the one that is held.
 */
const pairsOn = (path: number): readonly ProfilePair[] =>
  path === 0 || !isQuickRun() ? pairs : pairs.filter(({ cell }, n) => n % 3 === path % 3 || cell === 'held');

test.each(PATHS.map(([name, path], n) => [name, path, pairsOn(n)] as const))(
  'X2: %s reaches those that the table names',
  async (_name, path, asked) => {
    for (const pair of asked) await path(pair);
    expect(await outcomes(asked)).toEqual(expected(asked));
  },
);

test('X2: a reply reaches those that the table names', async () => {
  for (const { from, to, name, profile } of replies) {
    const had = await stored(name, { author: to, as: profile, state: 'sent', to: [from], owners: [from] });
    await post(from, `/copies/${had}/reply`, [['body', 'Oui']]);
  }
  expect(await outcomes(replies)).toEqual(expected(replies));
});

test('X2: a group, and everybody, reach those that the table names', async () => {
  const grouped = pairs.filter(({ profile, name }) => GROUP_FIELDS.has(profile) && !name.startsWith('elsewhere'));
  for (const pair of grouped) {
    const group = pair.name.startsWith('near') ? host.ids.cm1 : host.ids.cm2;
    await post(pair.from, '/write', [
      [GROUP_FIELDS.get(pair.profile) ?? '', group],
      ['subject', pair.name],
      ['body', 'x'],
    ]);
  }
  expect(await outcomes(grouped)).toEqual(expected(grouped));
  await nextDay();
  // Of all pupils, those of the sender's own class would wait for a teacher.
  const all = grouped.filter(({ name }) => name !== 'far pupil to pupil');
  for (const pair of all)
    await post(pair.from, '/write', [
      ['toEveryone', pair.profile],
      ['subject', pair.name],
      ['body', 'x'],
    ]);
  expect(await outcomes(all)).toEqual(expected(all));
});
