// SPDX-License-Identifier: EUPL-1.2
import { progressLine } from './progress-line.js';

function terminal(isTTY: boolean): { isTTY: boolean; reported: string[]; write(text: string): void } {
  const reported: string[] = [];
  return { isTTY, reported, write: (text) => void reported.push(text) };
}

test('the line is updated at most ten times a second, and at once when a new step begins', () => {
  const screen = terminal(true);
  let time = 0;
  const line = progressLine(screen, { now: () => time });
  for (let count = 1; count <= 500; count += 1) {
    time += 1;
    line?.onProgress('reading', count);
  }
  line?.onProgress('writing', 12);
  line?.clear();
  expect(screen.reported.map((text) => text.replace(/^\r\S+K/, ''))).toEqual([
    ...['1 records read …', '101 records read …', '201 records read …', '301 records read …', '401 records read …'],
    ...['writing 12 persons …', ''],
  ]);
});

test('there is no line without a terminal or with --json', () => {
  expect(progressLine(terminal(false))).toBeUndefined();
  expect(progressLine(terminal(true), { silent: true })).toBeUndefined();
});
