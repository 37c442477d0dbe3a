// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { PickRow } from './pick-row.js';

const classOf = (detail?: string): string => {
  const html = renderToString(<PickRow href="/x" current={false} title="CM1" detail={detail} />);
  return /<a class="([^"]*)"/.exec(html)?.[1] ?? '';
};

test('a title without a detail stands in the middle of its row, and one with a detail at its top', () => {
  expect(classOf()).toBe('v-pick align-items-center');
  expect(classOf('24 élèves')).toBe('v-pick');
});
