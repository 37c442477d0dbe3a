// SPDX-License-Identifier: EUPL-1.2
import { hostSheet } from '@volee/core-adapter/host';
import { textOf, trackedTexts } from '../tracked-files.js';
import { classesInSheet, classesInView, namesClass } from './class-names.js';

const files = trackedTexts().filter((file) => !file.startsWith('test/') && !/\.test\.tsx?$/.test(file));
const sheets = files.filter((file) => file.endsWith('.css'));
const views = files.filter((file) => file.endsWith('.tsx'));

/** The views compute these from a kind, a colour or a letter. */
const COMPUTED = new Map([
  ['btn-${kind}', ['btn-primary', 'btn-secondary', 'btn-quiet', 'btn-danger']],
  ['v-${kind}', ['v-good', 'v-warn', 'v-bad']],
  ['v-bird-${colour}', [...'abcdef'].map((letter) => `v-bird-${letter}`)],
  [
    'brick-${colour}',
    ['home', 'files', 'messages', 'livret', 'agenda', 'plum', 'slate'].map((colour) => `brick-${colour}`),
  ],
]);

const packageOf = (file: string): string => /^(?:plugins\/[^/]+|core-adapter\/template|[^/]+)\//.exec(file)?.[0] ?? '';
const textIn = (folder: string, pattern: RegExp): string =>
  files
    .filter((file) => packageOf(file) === folder && pattern.test(file))
    .map(textOf)
    .join('\n');

const voleeClasses = new Set(classesInSheet(hostSheet('volee.css')));
const bricks = [...new Set(views.map(packageOf))].filter((folder) => folder !== 'core-adapter/');

test('what these checks read: the classes of a sheet and of a view', () => {
  const css = `.a > .b-c::before { content: '.d'; margin: .5rem } /* .e */ @media print { .f:has(.g) { h: url("i.svg") } }`;
  expect(classesInSheet(css)).toEqual(['a', 'b-c', 'f', 'g']);
  expect(classesInView('<p class="a b"><q class={`c-${d}`}>')).toEqual(['a', 'b']);
  expect([namesClass("'btn a-b'", 'a-b'), namesClass('a-b-c', 'a-b')]).toEqual([true, false]);
});

test('each class of a style sheet is used: of the host anywhere, of a brick in the brick', () => {
  const everywhere = files
    .filter((file) => /\.(tsx?|js)$/.test(file))
    .map(textOf)
    .join('\n');
  for (const form of COMPUTED.keys()) expect(everywhere).toContain(form);
  const computed = new Set([...COMPUTED.values()].flat());
  const unused = sheets.flatMap((file) => {
    const folder = packageOf(file);
    const isOfHost = folder === 'core-adapter/';
    const sources = isOfHost ? everywhere : textIn(folder, /\.(tsx?|js)$/);
    // A brick places parts of the host, which the host's components name.
    const known = (name: string): boolean => computed.has(name) || (!isOfHost && voleeClasses.has(name));
    return classesInSheet(textOf(file))
      .filter((name) => !known(name) && !namesClass(sources, name))
      .map((name) => `${file}: .${name}`);
  });
  expect(unused).toEqual([]);
});

test.each(bricks)('each class in the views of %s has a rule in the sheets that its pages load', (folder) => {
  const own = new Set(classesInSheet(textIn(folder, /\.css$/)));
  const classes = new Set(classesInView(textIn(folder, /\.tsx$/)));
  expect([...classes].filter((name) => !own.has(name) && !voleeClasses.has(name))).toEqual([]);
});

test.each(bricks)('each selector with classes in the sheets of %s has one of its own', (folder) => {
  const css = textIn(folder, /\.css$/).replace(/\/\*[^]*?\*\//g, '');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, head = '']) => head.trim().split(/,(?![^(]*\))/));
  const foreign = selectors.filter((selector) => {
    const names = classesInSheet(selector);
    return names.length > 0 && names.every((name) => voleeClasses.has(name));
  });
  expect(foreign).toEqual([]);
});
