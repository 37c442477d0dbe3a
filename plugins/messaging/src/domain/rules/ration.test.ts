// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { nextTurn, rationOf } from './ration.js';

const HOUR = 3_600_000;

test('a pupil has 20 acts in an hour, a parent 40, an adult of the school 200', () => {
  expect(rationOf(['pupil'])).toBe(20);
  expect(rationOf(['guardian'])).toBe(40);
  for (const profile of ['teacher', 'head', 'staff'] as const) expect(rationOf([profile])).toBe(200);
  expect(rationOf(['guardian', 'pupil'])).toBe(40);
});

test('what is older than an hour counts no more, to the millisecond', () => {
  expect(nextTurn([], 1, 5)).toEqual({ instants: [5] });
  expect(nextTurn([0], 1, HOUR - 1)).toEqual({ until: HOUR });
  expect(nextTurn([0], 1, HOUR)).toEqual({ instants: [HOUR] });
  expect(nextTurn([0, 10], 2, 20)).toEqual({ until: HOUR });
  expect(nextTurn([0, 10], 3, 20)).toEqual({ instants: [0, 10, 20] });
});

test('a person whose ration has become smaller waits until enough of their acts are an hour old', () => {
  expect(nextTurn([1, 2, 3, 4], 2, 5)).toEqual({ until: 3 + HOUR });
});

test('P17 what was done while the clock was ahead keeps nobody from writing, and a clock that goes back by minutes gives nothing', () => {
  expect(nextTurn([90 * 24 * HOUR, 90 * 24 * HOUR + 1], 1, 5)).toEqual({ instants: [5] });
  expect(nextTurn([HOUR], 1, HOUR / 2)).toEqual({ until: 2 * HOUR });
  expect(nextTurn([HOUR, HOUR / 2], 2, HOUR / 2 + 1)).toEqual({ until: HOUR / 2 + HOUR });
});

test('X5: no sixty minutes hold more acts than the ration, wherever they begin', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(HOUR / 4)), fc.integer({ min: 1, max: 5 }), (pauses, ration) => {
      const done: number[] = [];
      let [now, before]: [number, readonly number[]] = [HOUR, []];
      for (const pause of pauses) {
        now += pause;
        const turn = nextTurn(before, ration, now);
        if ('until' in turn) {
          expect(turn.until).toBeGreaterThan(now);
          continue;
        }
        before = turn.instants;
        done.push(now);
      }
      for (const end of done) {
        expect(done.filter((at) => at > end - HOUR && at <= end).length).toBeLessThanOrEqual(ration);
      }
    }),
  );
});
