// SPDX-License-Identifier: EUPL-1.2
import { BURST, isBurst } from './burst.js';
import { askAbout, POLICY, relationsAmong, TEST_PERSONS, TUESDAY_EVENING } from './school-for-tests.js';

const night = { now: TUESDAY_EVENING };

describe('between pupils', () => {
  test('a teacher of the class reads first', () => {
    const held = { outcome: 'held', as: 'pupil', to: 'pupil', groupId: 'cm2', heldFor: 'consent' };
    expect(askAbout('zoe', 'tom')).toEqual(held);
    expect(askAbout('zoe', 'tom', night)?.outcome).toBe('held');
  });

  test('an accepted message is delivered when the night is over', () => {
    const accepted = { acceptedFor: new Set(['cm2']) };
    expect(askAbout('zoe', 'tom', accepted)?.outcome).toBe('now');
    expect(askAbout('zoe', 'tom', { ...accepted, ...night })).toMatchObject({ outcome: 'later', quietFor: 'pupils' });
  });

  test('a message that a teacher refused stays refused, also where the school moderates no longer', () => {
    const refusal = { outcome: 'refused', as: 'pupil', to: 'pupil', reason: 'not-accepted' };
    const college = { ...POLICY, moderated: false, school: { ...POLICY.school, kind: 'college' } } as const;
    const refusedFor = new Set(['cm2']);
    expect(askAbout('zoe', 'tom', { refusedFor })).toEqual(refusal);
    expect(askAbout('zoe', 'tom', { refusedFor, policy: college })).toEqual(refusal);
    expect(askAbout('zoe', 'claire', { refusedFor })?.outcome).toBe('now');
    expect(askAbout('zoe', 'tom', { refusedFor: new Set(['cm1', 'choir']) })?.outcome).toBe('held');
    expect(askAbout('zoe', 'tom', { refusedFor, acceptedFor: new Set(['cm2']) })?.outcome).toBe('now');
  });

  test('a refusal of a teacher is told during a pause, and a message that still waits for one is stopped', () => {
    const stopped = { profile: 'all', school: 'all', reason: '', until: null } as const;
    const policy = { ...POLICY, breakers: [stopped] };
    expect(askAbout('zoe', 'tom', { policy, refusedFor: new Set(['cm2']) })).toMatchObject({ reason: 'not-accepted' });
    expect(askAbout('zoe', 'tom', { policy })).toMatchObject({ outcome: 'refused', reason: 'stopped' });
  });

  test('accepted for one class, it waits for another', () => {
    expect(askAbout('zoe', 'tom', { acceptedFor: new Set(['cm1', 'choir']) })).toMatchObject({ groupId: 'cm2' });
  });

  test('of two classes in common the same one is told each time, one that is taught, and either may accept or refuse', () => {
    const relations = relationsAmong(
      new Map([
        ...TEST_PERSONS,
        ['zoe', { profiles: ['pupil'], memberOf: ['choir', 'ulis', 'cm2'] }],
        ['tom', { profiles: ['pupil'], memberOf: ['ulis', 'cm2', 'choir'] }],
      ]),
    );
    expect(askAbout('zoe', 'tom', { relations })).toMatchObject({ groupId: 'cm2' });
    expect(askAbout('tom', 'zoe', { relations })).toMatchObject({ groupId: 'cm2' });
    expect(askAbout('tom', 'zoe', { relations, taught: new Set(['ulis']) })).toMatchObject({ groupId: 'ulis' });
    expect(askAbout('tom', 'zoe', { relations, taught: new Set(['ulis', 'cm2']) })).toMatchObject({ groupId: 'cm2' });
    expect(askAbout('tom', 'zoe', { relations, acceptedFor: new Set(['ulis']) })?.outcome).toBe('now');
    const refusal = { reason: 'not-accepted' };
    expect(askAbout('tom', 'zoe', { relations, refusedFor: new Set(['ulis']) })).toMatchObject(refusal);
  });

  test('after many messages to one classmate, a teacher reads first in a collège, too', () => {
    const college = { ...POLICY, moderated: false, school: { ...POLICY.school, kind: 'college' } } as const;
    const often = { policy: college, wroteOftenTo: new Set(['tom']) };
    const held = { outcome: 'held', as: 'pupil', to: 'pupil', groupId: 'cm2', heldFor: 'burst' };
    expect(askAbout('zoe', 'tom', often)).toEqual(held);
    expect(askAbout('tom', 'zoe', often)?.outcome).toBe('now');
    expect(askAbout('zoe', 'tom', { ...often, acceptedFor: new Set(['cm2']) })?.outcome).toBe('now');
    expect(askAbout('zoe', 'claire', { ...often, wroteOftenTo: new Set(['claire']) })?.outcome).toBe('now');
    expect([4, 5, 6].map(isBurst)).toEqual([false, true, true]);
    expect(BURST).toBe(600_000);
  });

  test('only where both write as pupils is anything held', () => {
    expect(askAbout('zoe', 'claire')?.outcome).toBe('now');
    expect(askAbout('claire', 'zoe')?.outcome).toBe('now');
  });

  test('without moderation, in a collège alone', () => {
    const open = { ...POLICY, moderated: false };
    expect(askAbout('zoe', 'tom', { policy: open })?.outcome).toBe('held');
    const college = { ...open, school: { ...POLICY.school, kind: 'college' } } as const;
    expect(askAbout('zoe', 'tom', { policy: college })?.outcome).toBe('now');
    expect(askAbout('zoe', 'max', { policy: college })?.outcome).toBe('refused');
  });
});
