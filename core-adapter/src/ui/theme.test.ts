// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

const theme = readFileSync(new URL('../../assets/styles/core/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the rule that begins with `start`. */
function tokens(start: string): Record<string, string> {
  const from = theme.indexOf(start);
  if (from < 0) throw new Error(`tokens.css has no rule ${start}`);
  const rule = theme.slice(from, theme.indexOf('}', from));
  return Object.fromEntries(
    [...rule.matchAll(/(--v-[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = tokens("[data-bs-theme='light'] {");
const dark = tokens("\n  [data-bs-theme='dark'] {");

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string | undefined, other: string | undefined): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour = ''): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = NaN, green = NaN, blue = NaN] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('both definitions of the dark theme have the same values', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(30);
  expect(tokens(":root:not([data-bs-theme='light']) {")).toEqual(dark);
  const colours = (values: Record<string, string>): string[] =>
    Object.keys(values).filter((name) => name !== '--v-shadow');
  expect(colours(dark).sort()).toEqual(colours(light).sort());
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, values) => {
  const surfaces = ['chrome', 'sheet', 'surface', 'sunken'].map((name) => values[`--v-${name}`]);
  const pairs: [string, string, number][] = [
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-hover', 4.5],
    ['accent-ink', 'accent-soft', 4.5],
    ['on-plate-livret', 'livret-plate', 4.5],
    ...['files', 'messages', 'agenda', 'plum', 'slate'].map((name): [string, string, number] => [
      'on-plate',
      name,
      4.5,
    ]),
    ...['accent', 'good', 'warn', 'bad'].map((name): [string, string, number] => ['ink', `${name}-soft`, 7]),
    ...['files', 'messages', 'livret', 'agenda', 'plum', 'slate'].map((name): [string, string, number] => [
      name,
      `${name}-soft`,
      4.5,
    ]),
  ];

  test.each([
    ['ink', 7],
    ['ink-soft', 4.5],
    ['accent-ink', 4.5],
    ['bad', 4.5],
    ['line-strong', 3],
  ])('%s is at least %d:1 on every surface', (ink, least) => {
    for (const surface of surfaces) expect(contrast(values[`--v-${ink}`], surface)).toBeGreaterThanOrEqual(least);
  });

  test.each(pairs)('%s on %s is at least %d:1', (ink, ground, least) => {
    expect(contrast(values[`--v-${ink}`], values[`--v-${ground}`])).toBeGreaterThanOrEqual(least);
  });
});
