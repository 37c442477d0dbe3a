// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder, textOf } from '../tracked-files.js';
import { exportsOf } from './declared-export.js';
import { referencePages } from './reference-pages.js';

const pages = await referencePages(repositoryFolder);

test.each([...pages])('%s is what "npm run reference" writes: run it', (path, text) => {
  expect(existsSync(join(repositoryFolder, path)) ? textOf(path) : '').toBe(text);
});

test('the reference of the contract is made of signatures and docstrings, without bodies', () => {
  const source = `
    /**
     * Adds two numbers,
     * and \`b\` may be left out.
     * @param b one by default
     * @throws InputError when they are too large
     * @stable
     */
    export function add<N extends number>({ a }: AddOptions, b = 1, ...rest: N[]): number { return secret(a, b); }
    function hidden(): void {}
    /** Kinds. @stable */
    export const KINDS = ['one', 'two'] as const;
    export class Box extends Chest {
      readonly #hidden = 1;
      /** How many. */
      count(): number { return this.#hidden; }
    }`;
  expect(exportsOf('sample.ts', source)).toEqual([
    {
      name: 'add',
      text: 'Adds two numbers,\nand `b` may be left out.',
      stability: ['stable'],
      tags: ['`b`: one by default', 'Throws InputError when they are too large'],
      code: 'function add<N extends number>(options: AddOptions, b?: 1, ...rest: N[]): number;',
    },
    { name: 'KINDS', text: 'Kinds.', stability: ['stable'], tags: [], code: "const KINDS = ['one', 'two'] as const;" },
    {
      name: 'Box',
      text: '',
      stability: [],
      tags: [],
      code: 'class Box extends Chest {\n/** How many. */\ncount(): number;\n}',
    },
  ]);
});

test('the pages in French name every key, every command and every option', () => {
  const settings = pages.get('docs/reference/settings.md') ?? '';
  const keys = [...settings.matchAll(/^\| `(?:[^`]*\.)?([^.`]+)`/gm)].map(([, last]) => `\`${last}\``);
  expect(missingIn('docs/reference/reglages.md', keys)).toEqual([]);

  const commands = pages.get('docs/reference/commands.md') ?? '';
  const names = [...commands.matchAll(/^## `(volee [a-z- ]*[a-z])/gm)].map(([, name = '']) => name);
  const options = [...commands.matchAll(/^- `.*?(--[a-z-]+)/gm)].map(([, option = '']) => option);
  expect(names).toContain('volee sync run');
  expect(options).toContain('--approve');
  expect(missingIn('docs/reference/commandes.md', [...names, ...options])).toEqual([]);
});

test('the reference of the contract begins with what to use for what, each with its place on the page', () => {
  const page = pages.get('docs/reference/contract.md') ?? '';
  const [first = '', ...rest] = page.split('\n## ').slice(1);
  expect(first).toMatch(/^For this, use that\n/);
  expect(first).toMatch(/\| \[`Format\.dayAndTime`\]\(#format\) +\|/);
  expect(first).toMatch(/`BrickRequest\.ticketFor`\]\(#brickrequest\) \(unstable\) +\|/);
  const anchors = [...first.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  const headings = [...rest.join('\n').matchAll(/^#### (\w+)/gm)].map(([, name = '']) => name.toLowerCase());
  expect(anchors.length).toBeGreaterThan(50);
  expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
});

function missingIn(page: string, words: readonly string[]): string[] {
  const text = textOf(page);
  return [...new Set(words)].filter((word) => !text.includes(word));
}
