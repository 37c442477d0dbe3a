// SPDX-License-Identifier: EUPL-1.2
import { instantOf } from '@volee/core-adapter';
import fc from 'fast-check';
import { PART_STATES } from '../../store/work-pupil.entity.js';
import { partStatus, type PartFacts, type PartProgress, type WorkTimes } from './part-status.js';

const at = (time: string): Date => new Date(`2026-11-27T${time}+01:00`);
const work: WorkTimes = {
  ...{ isDraft: false, visibleFrom: at('08:00:00'), changedAt: at('07:00:00'), collects: true, year: 2026 },
  ...{ dueAt: at('16:00:00'), lateUntil: null, closedAt: null },
};
const started: PartProgress = {
  ...{ state: 'started', late: false, handedInAt: null, takenBackAt: null, givenBackAt: null },
};
const statusAt = (time: string, facts: Partial<PartFacts> = {}): ReturnType<typeof partStatus> =>
  partStatus({ work, part: started, now: at(time), schoolYear: 2026, ...facts });

describe('a part in its times', () => {
  test('a draft, and a work before its date, is not there yet', () => {
    const none = { part: undefined };
    expect(statusAt('07:59:59', none)).toMatchObject({ isVisible: false, canStart: false, canHandIn: false });
    expect(statusAt('08:00:00', { part: undefined })).toMatchObject({
      state: 'given',
      isVisible: true,
      canStart: true,
    });
    expect(statusAt('09:00:00', { work: { ...work, isDraft: true } })).toMatchObject({ isVisible: false });
  });

  test('P17 after the clock was ahead, what was begun, and what was there when it was saved, is there before its date', () => {
    expect(statusAt('07:59:59')).toMatchObject({ isVisible: true, canHandIn: true });
    const saved = { part: undefined, work: { ...work, changedAt: work.visibleFrom } };
    expect(statusAt('07:59:59', saved)).toMatchObject({ isVisible: true, canStart: true });
    expect(statusAt('07:59:59', { ...saved, work: { ...saved.work, isDraft: true } })).toMatchObject({
      isVisible: false,
    });
  });

  test('handing in at the second it is due is in time', () => {
    expect(statusAt('16:00:00.999')).toMatchObject({ canHandIn: true, isLateNow: false, isMissed: false });
    expect(statusAt('16:00:01')).toMatchObject({ canHandIn: false, isMissed: true });
  });

  test('in the night in which summer time ends, the hour that comes twice is due when it comes the second time', () => {
    const night = { ...work, dueAt: instantOf('2026-10-25', '02:30', 'Europe/Paris'), visibleFrom: new Date(0) };
    const atUtc = (time: string) =>
      partStatus({ work: night, part: started, now: new Date(`2026-10-25T${time}Z`), schoolYear: 2026 });
    expect(atUtc('00:31:00')).toMatchObject({ canHandIn: true, isLateNow: false });
    expect(atUtc('01:30:00.999')).toMatchObject({ canHandIn: true, isLateNow: false });
    expect(atUtc('01:30:01')).toMatchObject({ canHandIn: false, isMissed: true });
  });

  test('late is taken until its last second alone', () => {
    const late = { work: { ...work, lateUntil: at('18:00:00') } };
    expect(statusAt('16:00:01', late)).toMatchObject({ canHandIn: true, isLateNow: true });
    expect(statusAt('18:00:01', late)).toMatchObject({ canHandIn: false, isMissed: true });
    const handedIn = { ...late, part: { ...started, state: 'handedIn' as const, late: true } };
    expect(statusAt('17:00:00', handedIn)).toMatchObject({ state: 'handedInLate', canTakeBack: false });
  });

  test('what was handed in is frozen, and taken back until it is due', () => {
    const part = { ...started, state: 'handedIn' as const };
    expect(statusAt('15:59:59', { part })).toMatchObject({ canChange: false, canHandIn: false, canTakeBack: true });
    expect(statusAt('16:00:01', { part })).toMatchObject({ canTakeBack: false });
  });

  test('what was taken back is at work until it is due, and is handed in as it is from then on', () => {
    const part = { ...started, state: 'handedIn' as const, takenBackAt: at('15:59:00') };
    expect(statusAt('16:00:00.999', { part })).toMatchObject({ state: 'started', canHandIn: true, isMissed: false });
    expect(statusAt('16:00:01', { part })).toMatchObject({ state: 'handedIn', canChange: false, isMissed: false });
    expect(statusAt('16:00:01', { part })).toMatchObject({ canTakeBack: false, isTheirTurn: false });
    const closed = { ...work, dueAt: null, closedAt: at('15:59:30') };
    expect(statusAt('15:59:30', { part, work: closed })).toMatchObject({ state: 'handedIn', canChange: false });
    expect(statusAt('15:59:30', { part, schoolYear: 2027 })).toMatchObject({ state: 'handedIn', canChange: false });
    expect(statusAt('19:00:00', { part, work: { ...work, dueAt: null } })).toMatchObject({ state: 'started' });
  });

  test('where late is taken, what the clock handed in is taken back once more, and is late from then on', () => {
    const late = { ...work, lateUntil: at('18:00:00') };
    const part = { ...started, state: 'handedIn' as const, takenBackAt: at('15:59:00') };
    expect(statusAt('17:00:00', { part, work: late })).toMatchObject({ state: 'handedIn', canTakeBack: true });
    const again = { ...part, takenBackAt: at('17:00:00'), late: true };
    expect(statusAt('18:00:00', { part: again, work: late })).toMatchObject({ state: 'started', isLateNow: true });
    expect(statusAt('18:00:01', { part: again, work: late })).toMatchObject({
      state: 'handedInLate',
      canTakeBack: false,
    });
  });

  test('what is to be done again, was handed in and taken back waits for the closing alone', () => {
    const part = { ...started, state: 'handedIn' as const, takenBackAt: at('15:00:00'), givenBackAt: at('14:00:00') };
    expect(statusAt('19:00:00', { part })).toMatchObject({ state: 'again', canHandIn: true });
    const closed = { ...work, closedAt: at('18:00:00') };
    expect(statusAt('19:00:00', { part, work: closed })).toMatchObject({ state: 'handedIn', isMissed: false });
  });

  test('what was done again is taken back until it is corrected, also after it was due, and is no later for it', () => {
    const part = { ...started, state: 'handedIn' as const, givenBackAt: at('15:00:00') };
    expect(statusAt('19:00:00', { part })).toMatchObject({ state: 'handedIn', canTakeBack: true, isLateNow: false });
    expect(statusAt('19:00:00', { part: { ...part, state: 'corrected' } })).toMatchObject({ canTakeBack: false });
    const closed = { ...work, closedAt: at('18:00:00') };
    expect(statusAt('19:00:00', { part, work: closed })).toMatchObject({ canTakeBack: false });
  });

  test('what is to be done again is open after it was due, until the work is closed or its year is over', () => {
    const part = { ...started, state: 'again' as const, givenBackAt: at('17:00:00') };
    expect(statusAt('19:00:00', { part })).toMatchObject({ canHandIn: true, isLateNow: false });
    const closed = { ...work, closedAt: at('18:00:00') };
    const once = { ...part, handedInAt: at('15:00:00') };
    for (const over of [{ work: closed }, { schoolYear: 2027 }]) {
      expect(statusAt('19:00:00', { part, ...over })).toMatchObject({
        canHandIn: false,
        isMissed: true,
        isDoneOnce: false,
      });
      expect(statusAt('19:00:00', { part: once, ...over })).toMatchObject({
        ...{ canHandIn: false, isMissed: false, isDoneOnce: true },
      });
    }
    expect(statusAt('19:00:00', { part: once })).toMatchObject({ canHandIn: true, isMissed: false, isDoneOnce: false });
  });

  test('what was handed in or taken back stays handed in when the teacher collects no more', () => {
    const read = { ...work, collects: false };
    const part = { ...started, state: 'handedIn' as const };
    const back = { ...part, takenBackAt: at('11:00:00') };
    for (const one of [part, back, { ...back, givenBackAt: at('10:00:00') }]) {
      const status = { state: 'handedIn', canChange: false, canTakeBack: false };
      expect(statusAt('12:00:00', { part: one, work: read })).toMatchObject(status);
    }
    expect(statusAt('12:00:00', { part: back })).toMatchObject({ state: 'started', canHandIn: true });
  });

  test('a work that nobody hands in has no end but the closing', () => {
    const read = { ...work, collects: false };
    expect(statusAt('19:00:00', { work: read })).toMatchObject({ isOpen: true, canHandIn: false, isMissed: false });
    // Also when the teacher stops collecting after it was begun: what is prepared for the pupil waits for nothing.
    const again = { ...started, state: 'again' as const };
    for (const part of [started, again]) {
      expect(statusAt('12:00:00', { part })).toMatchObject({ isTheirTurn: true });
      expect(statusAt('12:00:00', { part, work: read })).toMatchObject({ canChange: true, isTheirTurn: false });
    }
  });
});

const instants = fc.integer({ min: 0, max: 20 }).map((minutes) => new Date(Date.UTC(2026, 9, 25, 0, minutes)));
const facts: fc.Arbitrary<PartFacts> = fc.record({
  work: fc.record({
    ...{ isDraft: fc.boolean(), visibleFrom: instants, changedAt: instants, collects: fc.boolean() },
    ...{ dueAt: fc.option(instants), lateUntil: fc.option(instants), closedAt: fc.option(instants) },
    year: fc.constantFrom(2025, 2026),
  }),
  part: fc.option(
    fc.record({
      ...{ state: fc.constantFrom(...PART_STATES), late: fc.boolean() },
      ...{ handedInAt: fc.option(instants), takenBackAt: fc.option(instants), givenBackAt: fc.option(instants) },
    }),
    { nil: undefined },
  ),
  now: instants,
  schoolYear: fc.constant(2026),
});

test('whatever the times and the state, what may be done fits what is shown', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const status = partStatus(given);
      const can = [status.canStart, status.canChange, status.canTakeBack];
      // One step at a time, none in what is not shown or is over, and handing in only where one may change.
      expect(can.filter(Boolean).length).toBeLessThanOrEqual(1);
      if (!status.isVisible || given.work.closedAt || given.work.year < 2026) expect(can).not.toContain(true);
      if (status.canHandIn) expect(status.canChange && given.work.collects && !status.isMissed).toBe(true);
      if (status.isTheirTurn) expect(given.work.collects && (status.canStart || status.canChange)).toBe(true);
      if (status.canHandIn) expect(status.isTheirTurn).toBe(true);
      if (status.state === 'corrected') expect(can).not.toContain(true);
      const isPastDue = given.work.dueAt !== null && given.now > given.work.dueAt;
      if (status.canTakeBack && isPastDue)
        expect(given.part?.takenBackAt ?? given.part?.givenBackAt).toBeInstanceOf(Date);
      expect(status.isMissed && status.isDoneOnce).toBe(false);
      // A part that was handed in once never counts as not handed in at the end.
      if (given.part?.state === 'handedIn') expect(status.isMissed).toBe(false);
    }),
  );
});
