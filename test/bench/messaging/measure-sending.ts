// SPDX-License-Identifier: EUPL-1.2
import { cpuSeconds } from '../measure/cpu-seconds.js';
import { middleOf } from '../measure/percentiles.js';
import type { BenchPlace } from './bench-place.js';
import { bodyOf, subjectOf } from './invented-texts.js';
import type { LargeSchool } from './large-school.js';
import { openLivePage } from './live-page.js';

/** Milliseconds. */
export interface SendingTaken {
  /** The time until the author has the answer, which comes after the commit. */
  readonly answered: number;
  /** The time until every recipient has a copy. */
  readonly copied: number;
  /** Processor time of the host for a message, with the requests of other visitors meanwhile. */
  readonly processor: number;
  /** The longest time for which the teacher waited for a page meanwhile; 0 without one. */
  readonly longestWait: number;
}

interface Sending {
  readonly rounds: number;
  /** Whether a teacher reads their inbox meanwhile. */
  readonly isObserved: boolean;
  /** Called after each round with the text of the message. */
  beside?(text: string, round: number): Promise<void>;
}

/** Measures a message to every pupil of a school. The page of the author is told when all have a copy. */
export async function measureSending(
  place: BenchPlace,
  school: LargeSchool,
  { rounds, isObserved, beside }: Sending,
): Promise<SendingTaken> {
  const [author, other] = [await place.visitor(school.headId), await place.visitor(school.teacherId)];
  const [cookie = ''] = await place.cookiesOf([school.headId]);
  const page = await openLivePage(place.url, cookie);
  const path = `/s/${school.uai}/messaging`;
  const taken: SendingTaken[] = [];
  try {
    await other.page(`${path}/`);
    for (let round = 0; round <= rounds; round += 1) {
      const message = { subject: subjectOf(round), body: bodyOf(round), toEveryone: 'pupil' };
      let isOver = !isObserved;
      const waits = askAgain(
        async () => (await other.page(`${path}/`)).milliseconds,
        () => isOver,
      );
      const before = cpuSeconds(place.pid);
      const begun = performance.timeOrigin + performance.now();
      const told = page.nextChange();
      const { milliseconds: answered } = await author.form(`${path}/write`, Object.entries(message));
      const copied = (await told) - begun;
      isOver = true;
      const longestWait = Math.max(0, ...(await waits));
      const processor = (cpuSeconds(place.pid) - before) * 1000;
      // The first round is not counted: the others meet compiled code.
      if (round > 0) taken.push({ answered, copied, processor, longestWait });
      await beside?.(`Subject: ${message.subject}\n\n${message.body}\n`, round);
    }
  } finally {
    page.close();
    author.close();
    other.close();
  }
  const middle = (figure: keyof SendingTaken): number => middleOf(taken.map((one) => one[figure]));
  return {
    answered: middle('answered'),
    copied: middle('copied'),
    // Processor time is counted in hundredths of a second, so that the mean is finer than the median.
    processor: taken.reduce((sum, one) => sum + one.processor, 0) / taken.length,
    longestWait: middle('longestWait'),
  };
}

async function askAgain(ask: () => Promise<number>, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) times.push(await ask());
  return times;
}
