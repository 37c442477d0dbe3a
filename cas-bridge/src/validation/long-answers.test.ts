// SPDX-License-Identifier: EUPL-1.2
import { runInNewContext } from 'node:vm';

import { success } from '../testing/sample-answers.js';
import { readServiceResponse } from './service-response.js';

/** Far from what is needed, and far from the minute that it took when the work grew with the square of the length. */
const LIMIT_MS = 15_000;

/** No timer can interrupt what is synchronous: only the machine that runs it. @throws Error when it takes longer */
function inTime(work: () => unknown, timeout = LIMIT_MS): unknown {
  return runInNewContext('work()', { work }, { timeout });
}

const LONGEST = 262_000;
const fill = (one: string, around = ''): string =>
  one.repeat(Math.floor((LONGEST - 1_000 - around.length) / one.length));
const prefixes = Array.from({ length: 4_000 }, (_, number) => ` xmlns:p${number}="urn:x"`).join('');
const user = '<cas:user>lea</cas:user>';

test.each([
  ['white space', `${user}<cas:a>x${fill(' ')}x</cas:a>`],
  ['declarations', `${user}<cas:a${prefixes}>${fill('<cas:b/>', prefixes)}</cas:a>`],
  ['unclosed CDATA', fill('<![CDATA[')],
  ['unclosed comments', fill('<!--')],
  ['ampersands', `${user}<cas:a>${fill('&')}</cas:a>`],
  ['the name of an entity', `${user}<cas:a>&amp;${fill('x')}</cas:a>`],
  [
    'attributes of one name',
    `${user}<cas:attributes xmlns="http://www.yale.edu/tp/cas">${fill('<a/>')}</cas:attributes>`,
  ],
  ['values of one name', user + fill('<cas:a/>')],
  ['XML declarations', fill('<?xml ')],
  ['users', fill(user)],
])('C7: an answer as long as may be is read in time: %s', (_, inside) => {
  const text = success(inside);
  expect(text.length).toBeLessThanOrEqual(LONGEST);
  expect(() => inTime(() => readServiceResponse(text))).not.toThrow();
});

test('what never ends is interrupted', () => {
  const endless = (): never => {
    for (;;);
  };
  expect(() => inTime(endless, 50)).toThrow(/timed out/);
});
