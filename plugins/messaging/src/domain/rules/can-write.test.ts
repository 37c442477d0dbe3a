// SPDX-License-Identifier: EUPL-1.2
import {
  ask,
  askAbout,
  NOTHING_QUIET,
  POLICY,
  RELATIONS,
  relationsAmong,
  TEST_PERSONS,
  TUESDAY_EVENING,
} from './school-for-tests.js';

const SEVEN_ON_WEDNESDAY = new Date('2026-11-25T06:00:00Z');
const night = { now: TUESDAY_EVENING };

describe('the reason of a refusal', () => {
  test.each([
    ['zoe', 'max', { as: 'pupil', to: 'pupil', reason: 'other-class' }],
    ['zoe', 'paul', { as: 'pupil', to: 'guardian', reason: 'not-own' }],
    ['sophie', 'tom', { as: 'guardian', to: 'pupil', reason: 'not-own' }],
    ['sophie', 'paul', { as: 'guardian', to: 'guardian', reason: 'closed' }],
    ['sophie', 'denis', { as: 'guardian', to: 'teacher', reason: 'not-taught' }],
    ['zoe', 'denis', { as: 'pupil', to: 'teacher', reason: 'not-taught' }],
    ['zoe', 'odile', { as: 'pupil', to: 'staff', reason: 'reply-only' }],
  ])('from %s to %s', (from, to, refusal) => {
    expect(askAbout(from, to)).toEqual({ outcome: 'refused', ...refusal });
  });

  test('a recipient that left, or never was of the school', () => {
    expect(askAbout('claire', 'julie')).toEqual({ outcome: 'refused', reason: 'recipient-left' });
  });

  test('a sender that left may write to nobody, not even to themselves', () => {
    const { as, judgements } = ask('julie', ['claire', 'julie']);
    expect([...judgements.values()]).toEqual(Array(2).fill({ outcome: 'refused', reason: 'sender-left' }));
    expect(as).toBeUndefined();
  });

  test('of several pairs of profiles, the one that says most', () => {
    const relations = relationsAmong(new Map([...TEST_PERSONS, ['odile', { profiles: ['staff', 'guardian'] }]]));
    expect(askAbout('zoe', 'odile', { relations })).toMatchObject({ to: 'staff', reason: 'reply-only' });
    expect(askAbout('sophie', 'lea')).toMatchObject({ to: 'teacher', reason: 'not-taught' });
  });
});

describe('to oneself', () => {
  test.each([...TEST_PERSONS.keys()])('%s always may', (person) => {
    const policy = {
      ...POLICY,
      breakers: [{ profile: 'all', school: 'all', reason: '', until: null } as const],
    };
    expect(askAbout(person, person, { policy, now: TUESDAY_EVENING })?.outcome).toBe('now');
  });

  test('as the first of several profiles', () => {
    expect(ask('lea', ['lea'])).toEqual({
      as: 'teacher',
      judgements: new Map([['lea', { outcome: 'now', as: 'teacher', to: 'teacher' }]]),
    });
  });
});

describe('a reply', () => {
  const toOdile = { replyTo: { authorId: 'odile', as: 'staff' } } as const;

  test('to an adult of the school that wrote, and to nobody else', () => {
    const { judgements } = ask('zoe', ['odile', 'denis'], toOdile);
    expect(judgements.get('odile')).toEqual({ outcome: 'now', as: 'pupil', to: 'staff' });
    expect(judgements.get('denis')).toMatchObject({ outcome: 'refused', reason: 'not-taught' });
  });

  test('not to a guardian, and not to a teacher that wrote as a guardian', () => {
    expect(askAbout('sophie', 'paul', { replyTo: { authorId: 'paul', as: 'guardian' } })?.outcome).toBe('refused');
    expect(askAbout('sophie', 'lea', { replyTo: { authorId: 'lea', as: 'guardian' } })?.outcome).toBe('refused');
    expect(askAbout('sophie', 'lea', { replyTo: { authorId: 'lea', as: 'teacher' } })?.outcome).toBe('now');
  });

  test('not where the author is no longer what they wrote as', () => {
    expect(askAbout('zoe', 'odile', { replyTo: { authorId: 'odile', as: 'teacher' } })).toMatchObject({
      reason: 'reply-only',
    });
  });

  test('to a head or a teacher as well, where the school permits nothing else', () => {
    const rules = { ...POLICY.rules, pupil: { ...POLICY.rules.pupil, head: 'reply', teacher: 'reply' } } as const;
    const policy = { ...POLICY, rules };
    expect(askAbout('zoe', 'mathieu', { policy, replyTo: { authorId: 'mathieu', as: 'head' } })?.outcome).toBe('now');
    expect(askAbout('zoe', 'claire', { policy, replyTo: { authorId: 'claire', as: 'teacher' } })?.outcome).toBe('now');
    expect(askAbout('zoe', 'claire', { policy })).toMatchObject({ reason: 'reply-only' });
  });

  test('not where the school closed it', () => {
    const rules = { ...POLICY.rules, pupil: { ...POLICY.rules.pupil, staff: 'no' } } as const;
    expect(askAbout('zoe', 'odile', { ...toOdile, policy: { ...POLICY, rules } })).toMatchObject({ reason: 'closed' });
  });
});

describe('several profiles', () => {
  test('the pair that permits the most counts, and says as what one writes', () => {
    // Léa teaches CM1, and is a guardian in CM2: a guardian may not write to another child.
    expect(askAbout('lea', 'zoe')).toEqual({ outcome: 'now', as: 'teacher', to: 'pupil' });
    expect(askAbout('lea', 'claire')).toEqual({ outcome: 'now', as: 'teacher', to: 'teacher' });
  });

  test('a colleague reaches a teacher at night that a family does not', () => {
    expect(askAbout('lea', 'claire', night)).toEqual({ outcome: 'now', as: 'teacher', to: 'teacher' });
    expect(askAbout('claire', 'lea', night)).toEqual({ outcome: 'now', as: 'teacher', to: 'teacher' });
    expect(askAbout('sophie', 'claire', night)?.outcome).toBe('later');
  });

  test('of two deliveries, the earlier one', () => {
    const policy = {
      ...POLICY,
      quietHours: { ...POLICY.quietHours, families: { ...POLICY.quietHours.families, to: '08:30' } },
    };
    const relations = relationsAmong(
      new Map([...TEST_PERSONS, ['odile', { profiles: ['staff', 'guardian', 'pupil'] }]]),
    );
    expect(askAbout('mathieu', 'odile', { ...night, policy, relations })?.outcome).toBe('now');
    expect(askAbout('sophie', 'odile', { ...night, policy, relations })).toMatchObject({ to: 'staff' });
    const staffless = relationsAmong(new Map([...TEST_PERSONS, ['odile', { profiles: ['guardian', 'pupil'] }]]));
    expect(askAbout('claire', 'odile', { ...night, policy, relations: staffless })).toEqual({
      outcome: 'later',
      as: 'teacher',
      to: 'pupil',
      until: SEVEN_ON_WEDNESDAY,
      quietFor: 'pupils',
    });
  });

  test('the message is written as the first of head, teacher, staff, guardian, pupil that reaches somebody', () => {
    expect(ask('mathieu', ['zoe']).as).toBe('head');
    expect(ask('lea', ['tom']).as).toBe('teacher');
    expect(ask('sophie', ['paul', 'claire']).as).toBe('guardian');
    expect(ask('sophie', ['paul']).as).toBeUndefined();
    const stopped = [{ profile: 'guardian', school: 'all', reason: '', until: null }] as const;
    expect(ask('lea', ['tom'], { policy: { ...POLICY, breakers: stopped } }).as).toBe('teacher');
  });

  test('the order in which the directory gives profiles changes nothing', () => {
    const persons = new Map(
      [...TEST_PERSONS].map(([id, one]) => [id, { ...one, profiles: one.profiles.toReversed() }]),
    );
    const everybody = [{ everyone: 'pupil' }, { everyone: 'guardian' }, { everyone: 'teacher' }] as const;
    for (const id of ['lea', 'mathieu']) {
      expect(ask(id, everybody, { relations: relationsAmong(persons) })).toEqual(ask(id, everybody));
    }
  });
});

describe('at night', () => {
  test.each([
    ['zoe', 'claire', 'pupils'],
    ['zoe', 'sophie', 'pupils'],
    ['claire', 'zoe', 'pupils'],
    ['sophie', 'zoe', 'pupils'],
    ['sophie', 'claire', 'families'],
    ['odile', 'sophie', 'families'],
    ['mathieu', 'sophie', 'families'],
  ])('a message from %s to %s arrives in the morning', (from, to, quietFor) => {
    expect(askAbout(from, to, night)).toMatchObject({ outcome: 'later', until: SEVEN_ON_WEDNESDAY, quietFor });
  });

  test('each profile gets its part at its time', () => {
    const { judgements } = ask('claire', [{ group: 'cm2', profile: 'guardian' }, 'karim'], night);
    expect([...judgements].map(([id, { outcome }]) => `${id} ${outcome}`)).toEqual([
      'karim now',
      'sophie later',
      'marc later',
      'paul later',
      // Léa is a colleague as well.
      'lea now',
    ]);
  });

  test('pupils and families have hours of their own', () => {
    const families = { ...POLICY, quietHours: { ...POLICY.quietHours, families: NOTHING_QUIET } };
    expect(askAbout('claire', 'sophie', { ...night, policy: families })?.outcome).toBe('now');
    expect(askAbout('claire', 'zoe', { ...night, policy: families })?.outcome).toBe('later');
    const pupils = { ...POLICY, quietHours: { ...POLICY.quietHours, pupils: NOTHING_QUIET } };
    expect(askAbout('claire', 'sophie', { ...night, policy: pupils })?.outcome).toBe('later');
    expect(askAbout('claire', 'zoe', { ...night, policy: pupils })?.outcome).toBe('now');
  });

  test('staff among themselves: what the recipient chose', () => {
    const chosen = new Map([['karim', { ...POLICY.quietHours.families, to: '08:00' }]]);
    const policy = { ...POLICY, quietHours: { ...POLICY.quietHours, staff: chosen } };
    expect(askAbout('claire', 'karim', { ...night, policy })).toMatchObject({
      outcome: 'later',
      until: new Date('2026-11-25T07:00:00Z'),
      quietFor: 'staff',
    });
    expect(askAbout('karim', 'claire', { ...night, policy })?.outcome).toBe('now');
    expect(askAbout('claire', 'karim', { policy })?.outcome).toBe('now');
    expect(askAbout('sophie', 'claire', { ...night, policy })).toMatchObject({ quietFor: 'families' });
  });

  test('an urgent message of the head passes, one of anybody else does not', () => {
    const urgent = { ...night, urgent: true };
    expect(askAbout('mathieu', 'sophie', urgent)).toEqual({ outcome: 'now', as: 'head', to: 'guardian' });
    expect(askAbout('claire', 'sophie', urgent)?.outcome).toBe('later');
    expect(askAbout('mathieu', 'sophie', { ...night, urgent: false })?.outcome).toBe('later');
  });
});

describe('a breaker', () => {
  const breaker = {
    profile: 'pupil',
    school: '0390001X',
    reason: 'On en parle en classe.',
    until: new Date('2026-11-30T07:00:00Z'),
  } as const;
  const policy = { ...POLICY, breakers: [breaker] };

  test.each(['claire', 'tom', 'sophie', 'mathieu'])('stops a pupil, with its reason and its end: to %s', (to) => {
    expect(askAbout('zoe', to, { policy })).toMatchObject({ outcome: 'refused', reason: 'stopped', breaker });
  });

  test('stops replies, and messages that were accepted', () => {
    const replyTo = { authorId: 'odile', as: 'staff' } as const;
    expect(askAbout('zoe', 'odile', { policy, replyTo })).toMatchObject({ reason: 'stopped' });
    expect(askAbout('zoe', 'tom', { policy, acceptedFor: new Set(['cm2']) })).toMatchObject({ reason: 'stopped' });
  });

  test('does not hide that the table says no anyway', () => {
    expect(askAbout('zoe', 'max', { policy })).toMatchObject({ reason: 'other-class' });
  });

  test('leaves the others their messages, and pupils those of adults', () => {
    expect(askAbout('sophie', 'claire', { policy })?.outcome).toBe('now');
    expect(askAbout('claire', 'zoe', { policy })?.outcome).toBe('now');
  });

  test('is over at its end', () => {
    expect(askAbout('zoe', 'claire', { policy, now: breaker.until })?.outcome).toBe('now');
  });

  test('a refusal by it says more than one by the table', () => {
    const relations = relationsAmong(new Map([...TEST_PERSONS, ['paul', { profiles: ['head', 'guardian'] }]]));
    expect(askAbout('zoe', 'paul', { policy, relations })).toMatchObject({ to: 'head', reason: 'stopped' });
  });
});

test('X2 a group typed by name reaches only persons to which the sender may write', () => {
  // instructure/canvas-android#2469: it reached a whole section.
  const { judgements } = ask('zoe', [{ group: 'cm2', profile: 'guardian' }]);
  expect([...judgements].map(([id, { outcome }]) => `${id} ${outcome}`)).toEqual([
    'sophie now',
    'marc now',
    'paul refused',
    'lea refused',
  ]);
});

test('T1 a person or a group of another school reaches nobody', () => {
  const { judgements } = ask('claire', ['stranger', { group: 'elsewhere', profile: 'pupil' }]);
  expect([...judgements.keys()]).toEqual(['stranger']);
  expect(judgements.get('stranger')).toMatchObject({ reason: 'recipient-left' });
});

test('persons in no group have no group in common', () => {
  const relations = relationsAmong(
    new Map([
      ['pupil', { profiles: ['pupil'] }],
      ['child', { profiles: ['pupil'] }],
      ['guardian', { profiles: ['guardian'], children: ['child'] }],
      ['alone', { profiles: ['guardian'] }],
      ['teacher', { profiles: ['teacher'] }],
    ]),
  );
  for (const sender of ['pupil', 'guardian', 'alone']) {
    expect(askAbout(sender, 'teacher', { relations })).toMatchObject({ reason: 'not-taught' });
  }
});

test('a group that the directory does not know is no class', () => {
  const relations = { ...RELATIONS, groups: new Map() };
  expect(askAbout('zoe', 'tom', { relations })).toMatchObject({ reason: 'other-class' });
});

test('two guardians of one child do not write to each other by that', () => {
  expect(askAbout('sophie', 'marc')).toMatchObject({ reason: 'closed' });
  const rules = { ...POLICY.rules, guardian: { ...POLICY.rules.guardian, guardian: 'class' } } as const;
  const policy = { ...POLICY, rules };
  expect(askAbout('sophie', 'marc', { policy })?.outcome).toBe('now');
  expect(askAbout('sophie', 'paul', { policy })?.outcome).toBe('now');
  expect(askAbout('sophie', 'anne', { policy })).toMatchObject({ reason: 'other-class' });
});

test('a class that changes changes the answer', () => {
  expect(askAbout('zoe', 'claire', { relations: RELATIONS })?.outcome).toBe('now');
  const relations = relationsAmong(new Map([...TEST_PERSONS, ['zoe', { profiles: ['pupil'], memberOf: ['cm1'] }]]));
  expect(askAbout('zoe', 'claire', { relations })?.outcome).toBe('refused');
  expect(askAbout('sophie', 'claire', { relations })?.outcome).toBe('refused');
  expect(askAbout('zoe', 'tom', { relations })?.outcome).toBe('refused');
  expect(askAbout('zoe', 'max', { relations })).toMatchObject({ groupId: 'cm1' });
});
