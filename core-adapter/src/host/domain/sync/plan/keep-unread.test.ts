// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import type { PersonState } from '../state/person-state.js';
import { collectSnapshot, type Snapshot } from '../snapshot/snapshot.js';
import {
  group,
  kin,
  member,
  person,
  sampleRecords,
  school,
  snapshotOf,
  stream,
  TILLEULS,
  VAL,
} from '../testing/records-for-tests.js';
import { keepUnread, keepUnreadPlaces, type UnreadFacts } from './keep-unread.js';

const SCHOOLS = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val'), group('CM2 A', TILLEULS)];
const UNREAD: DirectoryRecord = { type: 'unread-school', uai: VAL.toLowerCase(), reason: 'elsewhere' };

function read(...records: DirectoryRecord[]): Promise<Snapshot> {
  return collectSnapshot(stream([...SCHOOLS, UNREAD, ...records]));
}

/** The state kept for a person of the sample when only these records were read. */
async function keep(key: string, ...records: DirectoryRecord[]): Promise<Record<string, string[]> | undefined> {
  const { persons } = await snapshotOf(sampleRecords());
  const was = persons.get(key);
  if (!was) throw new Error(`the sample has no ${key}`);
  const snapshot = await read(...records);
  const pupils = [...persons.values()].filter(({ attachments }) => attachments.has(`${VAL} pupil`));
  const facts: UnreadFacts = { snapshot, pupils: new Set(pupils.map((one) => one.key)) };
  const is = [...snapshot.persons()].find((one) => one.key === key);
  const kept = keepUnread(was, is, facts);
  if (kept === is) return undefined;
  return kept && shown(kept);
}

function shown({ attachments, memberships, children }: PersonState): Record<string, string[]> {
  return {
    attachments: [...attachments].sort(),
    groups: [...memberships].map(([key, role]) => `${key} ${role}`).sort(),
    children: [...children].sort(),
  };
}

const TEACHES_HERE = [`${TILLEULS} teacher`, `${VAL} teacher`];

test.each<[string, string, DirectoryRecord[], Record<string, string[]> | undefined]>([
  ['a pupil who is not named', 'one.grand', [], { attachments: [`${VAL} pupil`], groups: [`${VAL} 6e b member`] }],
  ['nobody of the school that was read', 'paul.durand', [], undefined],
  ['no group of the other school that does not name its teacher', 'nina.prof', [], { attachments: [`${VAL} teacher`] }],
  [
    'the team of the other school that does',
    'nina.prof',
    [member('nina.prof', 'CM2 A', TILLEULS, 'teacher')],
    { attachments: TEACHES_HERE, groups: [`${TILLEULS} cm2 a teacher`, `${VAL} 6e b teacher`] },
  ],
  [
    'no other role in it than the one that was known',
    'nina.prof',
    [member('nina.prof', 'CM2 A', TILLEULS)],
    { attachments: [`${VAL} teacher`] },
  ],
  [
    'a team for which the entry that was read does not speak',
    'nina.prof',
    [person('nina.prof', 'guardian', TILLEULS), member('nina.prof', 'CM2 A', TILLEULS, 'teacher')],
    { attachments: TEACHES_HERE },
  ],
  [
    'all children of a guardian who is not named, as long as they are pupils',
    'anne.petit',
    [person('one.petit', 'pupil', TILLEULS)],
    { attachments: [`${TILLEULS} guardian`, `${VAL} guardian`], children: ['one.grand', 'one.petit'] },
  ],
  ['no child who has left', 'anne.petit', [], { attachments: [`${VAL} guardian`], children: ['one.grand'] }],
  [
    'of a guardian who is named only the children of the school',
    'anne.petit',
    [person('one.petit', 'pupil', TILLEULS), person('anne.petit', 'guardian', TILLEULS)],
    { attachments: [`${VAL} guardian`], children: ['one.grand'] },
  ],
  [
    'no child who has become an adult',
    'anne.petit',
    [person('one.grand', 'staff', TILLEULS), person('anne.petit', 'guardian', TILLEULS)],
    { attachments: [`${VAL} guardian`], children: [] },
  ],
  ['nothing of an adult who became a pupil', 'sam.bureau', [person('sam.bureau', 'pupil', TILLEULS)], undefined],
  ['nothing of a pupil who became an adult', 'one.grand', [person('one.grand', 'staff', TILLEULS)], undefined],
  [
    'both profiles of an adult',
    'sam.bureau',
    [person('sam.bureau', 'teacher', TILLEULS)],
    { attachments: [`${TILLEULS} teacher`, `${VAL} staff`] },
  ],
])('where a school could not be read, a sync keeps %s', async (_what, key, records, expected) => {
  const kept = await keep(key, ...records);
  if (expected) expect(kept).toMatchObject(expected);
  else expect(kept).toBeUndefined();
});

test('a person in no school stays: their entry may be in the unread school', async () => {
  const [lou] = (await snapshotOf([...SCHOOLS, person('lou.seul', 'guardian', TILLEULS)])).persons.values();
  if (!lou) throw new Error('nobody');
  expect(keepUnread(lou, undefined, { snapshot: await read(), pupils: new Set() })).toEqual(lou);
});

test('groups of the school stay, with their names unless they are read, and no others', async () => {
  const before = await snapshotOf(sampleRecords());
  const { groups } = keepUnreadPlaces(before, await collectSnapshot(stream([...SCHOOLS.slice(0, 2), UNREAD])));
  expect([...groups.keys()]).toEqual([`${VAL} 6e b`]);
  const renamed = keepUnreadPlaces(before, await read(group('6e B', VAL, { name: '6e B théâtre' })));
  expect(renamed.groups.get(`${VAL} 6e b`)?.name).toBe('6e B théâtre');
});

test('a snapshot tells the schools that could not be read, each once, and leaves out what is no UAI', async () => {
  const snapshot = await read({ ...UNREAD, reason: 'again' }, { ...UNREAD, uai: 'nowhere' }, kin('x', 'y'));
  expect(snapshot.unread).toEqual(new Map([[VAL, 'elsewhere']]));
  expect(snapshot.ignored.unread).toEqual({ total: 1, schools: [{ uai: VAL, reason: 'elsewhere' }] });
  expect(snapshot.ignored.reasons.map(({ reason }) => reason)).toEqual(['invalid', 'unknown-person']);
});
