// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '../../../testing/test-clock.js';
import { BrickErrorLog } from './brick-error-log.js';

test('errors are counted by brick; the last one is kept as one sentence', () => {
  const clock = new TestClock(new Date('2026-11-24T10:00:00Z'));
  const book = new BrickErrorLog(clock);
  expect(book.of('agenda')).toBeUndefined();
  book.note('agenda', new Error('first'));
  book.note('diary', 'no error at all');
  clock.advance(60_000);
  expect(book.note('agenda', new Error('second\nwith more'))).toEqual(book.of('agenda'));
  expect(book.of('agenda')).toEqual({
    count: 2,
    last: { at: new Date('2026-11-24T10:01:00Z'), sentence: 'second' },
  });
  expect(book.of('diary')).toMatchObject({ count: 1, last: { sentence: 'no error at all' } });
});

test('P11: thrown values without a text are counted like errors', () => {
  const book = new BrickErrorLog(new TestClock(new Date('2026-11-24T10:00:00Z')));
  book.note('agenda', Object.assign(new Error(), { message: Object.create(null) as unknown }));
  expect(book.note('agenda', Object.create(null))).toMatchObject({
    count: 2,
    last: { sentence: 'what was thrown cannot be put into words' },
  });
});
