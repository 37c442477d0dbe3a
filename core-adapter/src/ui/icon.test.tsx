// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { Icon } from './icon.js';

test('an icon is inline SVG, hidden from screen readers without a label', () => {
  const html = renderToString(<Icon name="folder-fill" />);
  expect(html).toMatch(/^<svg class="v-icon" viewBox="0 0 16 16" aria-hidden="true"><path d="[^"]+"/);
  expect(html.match(/<svg/g)).toHaveLength(1);
});

test('an icon with a label is an image with this accessible name', () => {
  const html = renderToString(<Icon name="three-dots" label={'Actions : "a" <b>'} />);
  expect(html).toContain('role="img" aria-label="Actions : &quot;a&quot; &lt;b>"');
  expect(html).not.toContain('aria-hidden');
});

test.each(['no-such-icon', '../icons/folder-fill', '../bootstrap-icons', '', 'a\0', 'House'])(
  'F1 %j is not an icon name: Icon throws and reads no other file',
  (name) => {
    expect(() => renderToString(<Icon name={name} />)).toThrow(`No icon is named "${name}"`);
  },
);
