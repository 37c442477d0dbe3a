// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { bootstrapBase, cssRules, hostSheet } from './sheets.js';
import { compactCss } from './compact-css.js';
import { HOST_SHEETS } from './host-sheets.js';

const sheets = [...HOST_SHEETS.keys()].map((name): [string, string] => [name, hostSheet(name)]);
const [, volee] = sheets[0] ?? ['', ''];

test.each(sheets)('P6 %s loads nothing from another host or from a data: address', (_name, css) => {
  const addresses = [...css.matchAll(/url\(\s*['"]?([^'")]*)/gi)].map(([, address]) => address);
  expect(addresses.filter((address) => !/^atkinson-latin(-ext)?\.woff2$/.test(address ?? ''))).toEqual([]);
  expect(css.replace(/\/\*![^]*?\*\//g, '')).not.toMatch(/@import|https?:|data:/i);
});

test('each file below assets/styles is part of one sheet, once', () => {
  const styles = new URL('../../../../assets/styles/', import.meta.url);
  const files = readdirSync(styles, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  expect([...HOST_SHEETS.values()].flat().sort()).toEqual(files.sort());
});

test.each(sheets)('%s is whole: its last rule ends where the sheet ends', (_name, css) => {
  const { head = '', body = '' } = cssRules(css).at(-1) ?? {};
  expect(css.trimEnd().endsWith(`${head}{${body}}`)).toBe(true);
  expect(css.split('{')).toHaveLength(css.split('}').length);
});

test('Bootstrap keeps its base, tables, forms, buttons and utilities, and its licence', () => {
  expect(volee).toMatch(/\/\*!\s+\* Bootstrap {2}v5[^]*?MIT/);
  for (const kept of ['*,::after,::before{', '.table{', '.form-control{', '.btn{', '.visually-hidden', '.text-end{']) {
    expect(volee).toContain(kept);
  }
  expect(volee).toMatch(/@media \(min-width:576px\)\{[^@]*\.d-sm-none\{/);
});

test('Bootstrap is without the components that need its scripts, and those that ./ui replaces', () => {
  expect(volee).not.toMatch(
    /\.(?:modal|navbar|accordion|carousel|toast|tooltip|dropdown-menu|card|alert|spinner)\b(?!-)/,
  );
  const css = '@media (a){.modal{b:c}.row,.modal .row{d:e}}.btn,.card>.btn:is(.a,.b){f:g}.accordion{h:url("data:,")}';
  expect(bootstrapBase(css)).toBe('@media (a){.row{d:e}}.btn{f:g}');
  expect(bootstrapBase('@media (a){.modal{b:c}}.a{b:url("data:image/svg+xml,%3csvg d=\'M1 1\'/%3e")}')).toBe(
    '.a{b:none}',
  );
});

test('a compact sheet is without comments and indents, and its strings stay as they are', () => {
  const css = `/* a "b */ .c::before {\n  content: '/* → \\'  ';\n}\n/*! licence\n */\n.d > .e { f: url("g  h") }`;
  expect(compactCss(css)).toBe(`.c::before { content: '/* → \\'  '; } /*! licence\n */ .d > .e { f: url("g  h") }`);
});

test('a statement ends at its own brace, and not at one in a string', () => {
  expect(cssRules('@charset "}";a{b:"}";c{d:e}}@media x{f{g:h}}')).toEqual([
    { head: '@charset "}";' },
    { head: 'a', body: 'b:"}";c{d:e}' },
    { head: '@media x', body: 'f{g:h}' },
  ]);
});
