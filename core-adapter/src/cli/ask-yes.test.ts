// SPDX-License-Identifier: EUPL-1.2
import { PassThrough } from 'node:stream';
import { askYes, isTerminal } from './ask-yes.js';

async function asked(typed: string): Promise<boolean> {
  const stdin = new PassThrough();
  const answer = askYes('Go on?', { stdin, stdout: new PassThrough() });
  stdin.end(typed);
  return answer;
}

test.each([
  ['y\n', true],
  ['  Oui \n', true],
  ['n\n', false],
  ['\n', false],
  ['', false],
  ['maybe\ny\n', false],
])('only y, yes, o and oui mean yes: %j', async (typed, isYes) => expect(await asked(typed)).toBe(isYes));

test('isTerminal is false when one end is a file or another program', () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const ends = (asks: boolean, shows: boolean): boolean =>
    isTerminal({ stdin: Object.assign(input, { isTTY: asks }), stdout: Object.assign(output, { isTTY: shows }) });
  expect([ends(true, true), ends(true, false), ends(false, true)]).toEqual([true, false, false]);
});
