// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { canWrite } from './can-write.js';
import { POLICY, PROFILES, relationsAmong, TUESDAY_MORNING, type TestPerson } from './school-for-tests.js';

/** Answers for a sender of each row and a recipient of each column, by their relation. Written by hand. */
const EXPECTED = {
  'who have nothing in common': `
              pupil  guardian  teacher  head  staff
    pupil     no     no        no       yes   no
    guardian  no     no        no       yes   yes
    teacher   yes    yes       yes      yes   yes
    head      yes    yes       yes      yes   yes
    staff     yes    yes       yes      yes   yes`,
  'of one family': `
              pupil  guardian  teacher  head  staff
    pupil     no     yes       no       yes   no
    guardian  yes    no        no       yes   yes
    teacher   yes    yes       yes      yes   yes
    head      yes    yes       yes      yes   yes
    staff     yes    yes       yes      yes   yes`,
  'of one class': `
              pupil  guardian  teacher  head  staff
    pupil     held   no        yes      yes   no
    guardian  no     no        yes      yes   yes
    teacher   yes    yes       yes      yes   yes
    head      yes    yes       yes      yes   yes
    staff     yes    yes       yes      yes   yes`,
  'of one choir': `
              pupil  guardian  teacher  head  staff
    pupil     no     no        yes      yes   no
    guardian  no     no        yes      yes   yes
    teacher   yes    yes       yes      yes   yes
    head      yes    yes       yes      yes   yes
    staff     yes    yes       yes      yes   yes`,
  'of which the second wrote to the first': `
              pupil  guardian  teacher  head  staff
    pupil     no     no        yes      yes   yes
    guardian  no     no        yes      yes   yes
    teacher   yes    yes       yes      yes   yes
    head      yes    yes       yes      yes   yes
    staff     yes    yes       yes      yes   yes`,
  'of which the second left': `
              pupil  guardian  teacher  head  staff
    pupil     no     no        no       no    no
    guardian  no     no        no       no    no
    teacher   no     no        no       no    no
    head      no     no        no       no    no
    staff     no     no        no       no    no`,
} as const;
type Relation = keyof typeof EXPECTED;

const rows = Object.entries(EXPECTED).flatMap(([relation, table]) => {
  const [columns = [], ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/));
  return lines.flatMap(([from, ...cells]) => cells.map((cell, index) => [from, columns[index], relation, cell]));
}) as [Profile, Profile, Relation, string][];

/** Both people, and a child of each; guardians and teachers are in a group as such. */
function personsOf(from: Profile, to: Profile, relation: Relation): Map<string, TestPerson> {
  const group = relation === 'of one class' ? 'cm2' : relation === 'of one choir' ? 'choir' : undefined;
  const place = (profile: Profile, child: string): TestPerson => {
    const inGroup = group === undefined ? {} : profile === 'teacher' ? { teaches: [group] } : { memberOf: [group] };
    return profile === 'guardian' ? { profiles: [profile], children: [child] } : { profiles: [profile], ...inGroup };
  };
  const child: TestPerson = { profiles: ['pupil'], ...(group === undefined ? {} : { memberOf: [group] }) };
  const persons = new Map([
    ['sender', place(from, 'child')],
    ['recipient', place(to, 'other child')],
    ['child', child],
    ['other child', child],
  ]);
  if (relation === 'of one family') {
    const [guardian, other] = from === 'guardian' ? ['sender', 'recipient'] : ['recipient', 'sender'];
    persons.set(guardian, { ...persons.get(guardian)!, children: [other] });
  }
  if (relation === 'of which the second left') persons.delete('recipient');
  return persons;
}

test('the table has each pair of profiles', () => {
  expect(rows).toHaveLength(Object.keys(EXPECTED).length * PROFILES.length ** 2);
});

test.each(rows)('X2 from %s to %s, %s: %s', (from, to, relation, expected) => {
  const sender = {
    personId: 'sender',
    relations: relationsAmong(personsOf(from, to, relation)),
    ...(relation === 'of which the second wrote to the first' && { replyTo: { authorId: 'recipient', as: to } }),
  };
  const answer = canWrite(sender, [{ person: 'recipient' }], POLICY, TUESDAY_MORNING);
  const words = { now: 'yes', later: 'later', held: 'held', refused: 'no' };
  expect(words[answer.judgements.get('recipient')!.outcome]).toBe(expected);
  expect(answer.as).toBe(expected === 'no' ? undefined : from);
});
