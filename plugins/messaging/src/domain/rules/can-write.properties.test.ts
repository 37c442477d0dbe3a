// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import fc from 'fast-check';
import { HOURS, INSTANT } from './arbitraries-for-tests.js';
import { canWrite } from './can-write.js';
import { morePermissive, type Judgement } from './judgement.js';
import { REACHES, type Breaker, type Policy, type RuleTable } from './policy.js';
import type { Recipient } from './recipients.js';
import { PROFILES, relationsAmong, TEST_GROUPS, type TestPerson } from './school-for-tests.js';
import type { Sender } from './sender.js';

const PERSONS = ['a', 'b', 'c', 'd', 'e', 'f'];
const GROUPS = TEST_GROUPS.map(({ id }) => id);
const UAI = '0390001X';

const person = fc.constantFrom(...PERSONS);
const profile = fc.constantFrom(...PROFILES);
/** Often the widest: the guard rails matter where a policy asks for more. */
const reach = fc.oneof(fc.constant('school' as const), fc.constantFrom(...REACHES));
const row = fc.record({ pupil: reach, guardian: reach, teacher: reach, head: reach, staff: reach });
const rules: fc.Arbitrary<RuleTable> = fc.record({ pupil: row, guardian: row, teacher: row, head: row, staff: row });

const breaker: fc.Arbitrary<Breaker> = fc.record({
  profile: fc.constantFrom('pupil', 'guardian', 'all'),
  school: fc.constantFrom(UAI, 'all', '0390002Y'),
  reason: fc.constant('pause'),
  until: fc.option(INSTANT),
});

const policy: fc.Arbitrary<Policy> = fc.record({
  school: fc.record({ uai: fc.constant(UAI), kind: fc.constantFrom('primary', 'college') }),
  rules,
  moderated: fc.boolean(),
  quietHours: fc.record({
    pupils: HOURS,
    families: HOURS,
    staff: fc.array(fc.tuple(person, HOURS), { maxLength: 2 }).map((entries) => new Map(entries)),
  }),
  breakers: fc.oneof(fc.constant([]), fc.array(breaker, { maxLength: 2 })),
});

const testPerson: fc.Arbitrary<TestPerson> = fc.record({
  profiles: fc.oneof(
    fc.constantFrom<Profile[]>(['pupil'], ['guardian'], ['guardian', 'pupil']),
    fc.subarray([...PROFILES]),
  ),
  memberOf: fc.subarray(GROUPS),
  teaches: fc.subarray(GROUPS),
  children: fc.subarray(PERSONS),
});
const school = fc
  .tuple(...PERSONS.map(() => testPerson))
  .map((persons) => new Map(PERSONS.map((id, index) => [id, persons[index]!])));

const addressed = fc.constantFrom('pupil', 'guardian', 'teacher');
const recipient: fc.Arbitrary<Recipient> = fc.oneof(
  fc.record({ person }),
  fc.record({ group: fc.constantFrom(...GROUPS), profile: addressed }),
  fc.record({ everyone: addressed }),
);

/** One question: a school of six people, a message of the first, any policy, any INSTANT. */
const question = fc.record({
  school,
  message: fc.record({
    replyTo: fc.option(fc.record({ authorId: person, as: profile }), { nil: undefined }),
    urgent: fc.boolean(),
    acceptedFor: fc.subarray(GROUPS).map((groups) => new Set(groups)),
    refusedFor: fc.subarray(GROUPS).map((groups) => new Set(groups)),
  }),
  recipients: fc.array(recipient, { minLength: 1, maxLength: 6 }),
  policy,
  now: INSTANT,
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function answer({
  school: persons,
  message,
  recipients,
  policy: decided,
  now,
}: Question): ReadonlyMap<string, Judgement> {
  const { replyTo, ...rest } = message;
  const sender: Sender = { personId: 'a', relations: relationsAmong(persons), ...rest, ...(replyTo && { replyTo }) };
  return canWrite(sender, recipients, decided, now).judgements;
}

/** Groups that the two have in common, told from the people of the test and not by the rules. */
function share(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return one.filter(
    (id) => other.includes(id) && TEST_GROUPS.some((group) => group.id === id && group.kind === 'class'),
  );
}

const property = (check: (asked: Question) => void): void => fc.assert(fc.property(question, check), { numRuns: 200 });

test('the guard rails hold for every policy', () => {
  property((asked) => {
    const sender = asked.school.get('a')!;
    const childGroups = (one: TestPerson): string[] => one.children!.flatMap((id) => asked.school.get(id)!.memberOf!);
    for (const [id, judgement] of answer(asked)) {
      if (judgement.outcome === 'refused' || id === 'a') continue;
      const recipient = asked.school.get(id)!;
      switch (`${judgement.as} → ${judgement.to}`) {
        case 'pupil → pupil': {
          const classes = share(sender.memberOf, recipient.memberOf);
          expect(classes).not.toEqual([]);
          const isAccepted = classes.some((group) => asked.message.acceptedFor.has(group));
          if (asked.policy.school.kind === 'primary' && !isAccepted) expect(judgement.outcome).toBe('held');
          expect(isAccepted || !classes.some((group) => asked.message.refusedFor.has(group))).toBe(true);
          break;
        }
        case 'guardian → pupil':
          expect(sender.children).toContain(id);
          break;
        case 'pupil → guardian':
          expect(recipient.children).toContain('a');
          break;
        case 'guardian → guardian':
          expect(share(childGroups(sender), childGroups(recipient))).not.toEqual([]);
      }
    }
  });
});

test('each person once, and nobody but the recipients', () => {
  property((asked) => {
    const named = asked.recipients.flatMap((one) => ('person' in one ? [one.person] : []));
    const all = [...asked.recipients, ...asked.recipients];
    const judgements = answer({ ...asked, recipients: all });
    for (const id of named) expect(judgements.has(id)).toBe(true);
    expect(judgements).toEqual(answer(asked));
    for (const id of judgements.keys()) {
      const { profiles } = asked.school.get(id)!;
      const isInGroup = asked.recipients.some(
        (one) => !('person' in one) && profiles.includes('group' in one ? one.profile : one.everyone),
      );
      expect(named.includes(id) || isInGroup).toBe(true);
    }
  });
});

test('the order of recipients is irrelevant', () => {
  fc.assert(
    fc.property(
      question.chain((asked) =>
        fc.tuple(fc.constant(asked), fc.shuffledSubarray(asked.recipients, { minLength: asked.recipients.length })),
      ),
      ([asked, recipients]) => {
        expect(answer({ ...asked, recipients })).toEqual(answer(asked));
      },
    ),
  );
});

test('one more profile, of the sender or a recipient, never permits less', () => {
  fc.assert(
    fc.property(question, person, profile, (asked, id, added) => {
      const recipients = asked.recipients.filter((one) => 'person' in one);
      const one = asked.school.get(id)!;
      const profiles: Profile[] = [...one.profiles, added];
      const richer = new Map([...asked.school, [id, { ...one, profiles }]]);
      const [before, after] = [answer({ ...asked, recipients }), answer({ ...asked, recipients, school: richer })];
      for (const [recipientId, judgement] of before) {
        const better = after.get(recipientId)!;
        expect(morePermissive(better, judgement)).toBe(better);
      }
    }),
    { numRuns: 200 },
  );
});

test('what waits for the end of quiet hours is delivered then', () => {
  property((asked) => {
    for (const [id, judgement] of answer(asked)) {
      if (judgement.outcome !== 'later') continue;
      expect(judgement.until.getTime()).toBeGreaterThan(asked.now.getTime());
      const then = answer({ ...asked, now: judgement.until }).get(id);
      const isEndless = judgement.until.getTime() - asked.now.getTime() > 365 * 86_400_000;
      if (!isEndless) expect(then?.outcome).toBe('now');
    }
  });
});

test('under a breaker for all, no pupil and no guardian reaches anybody else', () => {
  property((asked) => {
    const stopped = { profile: 'all', school: 'all', reason: 'pause', until: null } as const;
    for (const [id, judgement] of answer({ ...asked, policy: { ...asked.policy, breakers: [stopped] } })) {
      if (judgement.outcome === 'refused' || id === 'a') continue;
      expect(['teacher', 'head', 'staff']).toContain(judgement.as);
    }
  });
});
