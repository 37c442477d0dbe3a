// SPDX-License-Identifier: EUPL-1.2
import { linksOf } from './links-of.js';

test('links, pictures, references and HTML lead somewhere', () => {
  const text = [
    '[a](docs/a.md) and ![b](../images/b.png "B")',
    '[e]: ./e.md',
    '<img src="f%20g.svg" alt=""> <a href="h.md#part">h</a>',
  ].join('\n');
  expect(linksOf(text)).toEqual(['docs/a.md', '../images/b.png', './e.md', 'f g.svg', 'h.md']);
});

test('addresses elsewhere, parts of the page and code do not count', () => {
  const text = '[a](https://example.org/a) [b](#b) [c](mailto:c@example.org) `[d](d.md)`\n\n```md\n[e](e.md)\n```\n';
  expect(linksOf(text)).toEqual([]);
});
