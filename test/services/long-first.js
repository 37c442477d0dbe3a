// SPDX-License-Identifier: EUPL-1.2
import Sequencer from '@jest/test-sequencer';

/** Suites that work without a pause for up to a minute. */
const WORKS = /contract\.test\.ts$|who-sees-what\.test\.ts$/;
/** Suites that take as long, and wait for a browser half of the time. */
const WAITS = /\/test\/(?:a11y|e2e)\//;

/**
 * Jest's order, with the longest suites first, one that works beside one that waits. Without durations of an earlier run, jest begins with
 * the largest files: these would come last, or all that wait at the same time, while cores have nothing to do.
 */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const inOrder = super.sort(tests);
    const works = inOrder.filter(({ path }) => WORKS.test(path));
    const waits = inOrder.filter(({ path }) => WAITS.test(path));
    const length = Math.max(works.length, waits.length);
    const long = Array.from({ length }, (_, place) => [works[place], waits[place]]).flat();
    return [...new Set([...long, ...inOrder])].filter((test) => test !== undefined);
  }
}
