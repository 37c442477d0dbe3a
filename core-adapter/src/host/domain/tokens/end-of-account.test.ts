// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SAMPLE_RECORDS, SCHOOL, sampleSource } from '../../../testing/sample-directory.js';
import { newId } from '../../infra/database/new-id.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { closeSchool } from '../personal-data/close-school.js';
import { coreRecords } from '../personal-data/core-records.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import { bootWebHost, type WebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';

const SIGNAL = new AbortController().signal;
let web: WebHost;
beforeEach(async () => {
  web = await bootWebHost({ bricks: [replyBrick] });
});
afterEach(() => web.stop());

const idOf = async (login: string, source = 'ldap'): Promise<string> =>
  (await web.host.directory.personByLogin(source, login))?.id ?? '';
const make = async (personId: string): Promise<string> =>
  (await web.host.tokens.create(personId, { name: 'one', brickIds: ['paper'], endsAt: null }, 'cli')).secret;
const opens = async (secret: string): Promise<boolean> => {
  const headers = { Authorization: `Bearer ${secret}` };
  return (await web.send('/api/v1/me', { headers })).status === 200;
};
const read = (records: readonly DirectoryRecord[], name = 'ldap') =>
  web.host.sync.run(
    {
      name,
      read: async function* () {
        yield* records;
      },
    },
    SIGNAL,
  );
const reasons = async (personId: string): Promise<unknown[]> => {
  const lines = await web.host.database.dataSource.manager.findBy(AuditLine, { action: 'core.session.end' });
  return lines.map(({ subject }) => subject).filter((subject) => 'person' in subject && subject.person === personId);
};
const isAbout = (record: DirectoryRecord, login: string): boolean =>
  (record.type === 'person' && record.key === login) || (record.type === 'membership' && record.person === login);

test('C18: a person that leaves the directory loses their tokens, even if they come back; others keep theirs', async () => {
  const id = await idOf('teacher');
  const leaver = await make(id);
  await web.cookieOf('teacher');
  const other = await make(await idOf('teacherofotherschool'));
  await read(SAMPLE_RECORDS.filter((record) => !isAbout(record, 'teacher')));
  expect(await opens(leaver)).toBe(false);
  expect(await reasons(id)).toEqual([{ person: id, sessions: 1, reason: 'left' }]);
  await web.host.sync.run(sampleSource, SIGNAL);
  expect(await idOf('teacher')).not.toBe('');
  expect([await opens(leaver), await opens(other)]).toEqual([false, true]);
  expect(await web.host.tokens.listOf(await idOf('teacher'))).toEqual([]);
});

test('T7: closing a school ends the tokens of persons without another school', async () => {
  const gone = await idOf('teacher');
  const leaver = await make(gone);
  const elsewhere = await make(await idOf('teacherofotherschool'));
  const both = await make(await idOf('guardianinbothschools'));
  await closeSchool(web.host, SCHOOL);
  expect([await opens(leaver), await opens(elsewhere), await opens(both)]).toEqual([false, true, true]);
  expect(await web.host.tokens.listOf(gone)).toEqual([]);
});

test('when two persons are merged, the one that disappears loses their tokens', async () => {
  await read([...SAMPLE_RECORDS.slice(0, 2), person('claire', 'teacher', OTHER_SCHOOL, 'Claire', 'Vuillet')], 'other');
  const [personId, otherId] = [await idOf('claire', 'other'), await idOf('teacher')];
  const secrets = [await make(personId), await make(otherId)];
  const asked = { id: newId(), source: 'other', personId, otherId, why: 'number', state: 'open' } as const;
  const undecided = { decidedAt: null, decidedBy: null, reason: null };
  await web.host.database.dataSource.manager.insert(HomonymRow, { ...asked, askedAt: web.clock.now(), ...undecided });
  for (const id of [personId, otherId]) await web.host.sessions.open(`sid-${id}`, id, `ST-${id}`);
  await web.host.homonyms.decide(asked.id, 'same', { actor: 'cli', reason: '' });
  const kept = await idOf('teacher');
  const left = [personId, otherId].find((id) => id !== kept) ?? '';
  expect(await web.host.tokens.listOf(left)).toEqual([]);
  expect(await reasons(left)).toEqual([{ person: left, sessions: 1, reason: 'merged' }]);
  expect(await Promise.all(secrets.map(opens))).toEqual([personId === kept, otherId === kept]);
});

test('the records of a person list their tokens, without secret or hash', async () => {
  const id = await idOf('teacher');
  const secret = await make(id);
  await make(await idOf('teacherofotherschool'));
  const records = await web.host.database.unitOfWork.run((manager) => coreRecords(manager, id));
  expect(records['accessTokens']).toEqual([
    { name: 'one', brickIds: ['paper'], createdAt: web.clock.now(), lastUsedAt: null, endsAt: null },
  ]);
  expect(JSON.stringify(records)).not.toMatch(new RegExp(`${secret.slice(6)}|secretHash`));
});
