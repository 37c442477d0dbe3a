// SPDX-License-Identifier: EUPL-1.2
import { expandRecipients, type Recipient } from './recipients.js';
import { replyToAll } from './reply-to-all.js';
import { RELATIONS } from './school-for-tests.js';

const expand = (...recipients: Recipient[]): string[] => [
  ...expandRecipients(recipients, { personId: 'claire', relations: RELATIONS }).persons,
];
const count = (...recipients: Recipient[]): number =>
  expandRecipients(recipients, { personId: 'zoe', relations: RELATIONS }).named;

test.each<[string, Recipient, string[]]>([
  ['the pupils of a class', { group: 'cm2', profile: 'pupil' }, ['zoe', 'tom']],
  ['the guardians of a class', { group: 'cm2', profile: 'guardian' }, ['sophie', 'marc', 'paul', 'lea']],
  ['the team of a class', { group: 'cm1', profile: 'teacher' }, ['denis', 'mathieu', 'lea']],
  ['the pupils of another group', { group: 'choir', profile: 'pupil' }, ['zoe', 'max']],
  ['the guardians of another group', { group: 'choir', profile: 'guardian' }, ['sophie', 'marc', 'anne']],
  ['the team of another group', { group: 'choir', profile: 'teacher' }, ['karim']],
  ['all pupils', { everyone: 'pupil' }, ['zoe', 'tom', 'max']],
  ['all guardians', { everyone: 'guardian' }, ['sophie', 'marc', 'paul', 'anne', 'lea']],
  ['all teachers but the sender', { everyone: 'teacher' }, ['denis', 'karim', 'mathieu', 'lea']],
  ['a person', { person: 'odile' }, ['odile']],
  ['a group of nobody', { group: 'ulis', profile: 'pupil' }, []],
])('%s', (_, recipient, expected) => {
  expect(expand(recipient)).toEqual(expected);
});

test('each person once, whatever the groups', () => {
  const all = expand(
    { person: 'marc' },
    { person: 'marc' },
    { group: 'cm1', profile: 'guardian' },
    { group: 'cm2', profile: 'guardian' },
    { everyone: 'guardian' },
  );
  expect(all).toEqual(['marc', 'sophie', 'paul', 'anne', 'lea']);
});

test('the sender is in no group, and may be named', () => {
  expect(expand({ group: 'cm2', profile: 'teacher' })).toEqual([]);
  expect(expand({ group: 'cm2', profile: 'teacher' }, { person: 'claire' })).toEqual(['claire']);
});

describe('recipients that count as named', () => {
  test('persons, each once, and not the sender', () => {
    expect(count({ person: 'tom' }, { person: 'max' }, { person: 'tom' }, { person: 'zoe' })).toBe(2);
  });

  test('a team as one, the same team once, whatever its size', () => {
    const [team, choir] = [
      { group: 'cm1', profile: 'teacher' } as const,
      { group: 'choir', profile: 'teacher' } as const,
    ];
    expect(count(team)).toBe(1);
    expect(count(team, team, choir)).toBe(2);
    expect(count(team, { person: 'denis' }, { person: 'odile' })).toBe(2);
    expect(count({ group: 'ulis', profile: 'teacher' })).toBe(1);
  });

  test('other groups as their persons', () => {
    expect(count({ group: 'cm2', profile: 'guardian' })).toBe(4);
    expect(count({ group: 'cm2', profile: 'pupil' })).toBe(1);
    expect(count({ everyone: 'teacher' })).toBe(5);
    expect(count({ everyone: 'teacher' }, { group: 'cm1', profile: 'teacher' })).toBe(3);
  });
});

describe('a reply to all', () => {
  const named = (count: number): Recipient[] => Array.from({ length: count }, (_, index) => ({ person: `${index}` }));

  test('goes to the author and the others that were named', () => {
    const message = { authorId: 'claire', recipients: [{ person: 'zoe' }, { person: 'tom' }], isApart: false };
    expect(replyToAll('zoe', message)).toEqual(['tom', 'claire']);
    expect(replyToAll('claire', message)).toEqual(['zoe', 'tom']);
  });

  test('names each once, the author too', () => {
    const recipients = [{ person: 'zoe' }, { person: 'zoe' }, { person: 'claire' }, { person: 'tom' }];
    expect(replyToAll('tom', { authorId: 'claire', recipients, isApart: false })).toEqual(['zoe', 'claire']);
  });

  test('does not exist for persons of a group, and shows nobody of it', () => {
    const recipients: Recipient[] = [{ person: 'tom' }, { group: 'cm2', profile: 'guardian' }, { everyone: 'teacher' }];
    expect(replyToAll('sophie', { authorId: 'claire', recipients, isApart: false })).toEqual([]);
    expect(replyToAll('tom', { authorId: 'claire', recipients, isApart: false })).toEqual(['claire']);
  });

  test('does not exist where the author wrote to each separately, but for the author', () => {
    const message = { authorId: 'claire', recipients: [{ person: 'zoe' }, { person: 'tom' }], isApart: true };
    expect(replyToAll('zoe', message)).toEqual([]);
    expect(replyToAll('claire', message)).toEqual(['zoe', 'tom']);
  });

  test('does not exist among more than 20', () => {
    expect(replyToAll('0', { authorId: 'claire', recipients: named(20), isApart: false })).toHaveLength(20);
    expect(replyToAll('0', { authorId: 'claire', recipients: named(21), isApart: false })).toEqual([]);
  });
});
