// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { renderDocument } from '../../../ui/render-document.js';
import { HOST_SHEETS } from '../../infra/assets/host-sheets.js';
import { hostSheet } from '../../infra/assets/sheets.js';
import { adultPages, pupilPages } from './sample-pages.js';

const asset = (name: string): string => readFileSync(new URL(`../../../../assets/${name}`, import.meta.url), 'utf8');
const sheets = new Map([...HOST_SHEETS.keys()].map((name) => [name, hostSheet(name)]));
const sheet = (name: string): string => sheets.get(name) ?? '';
const packageFile = (path: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(path));
const pages = [
  ...[...adultPages].map(([name, page]) => [`adult: ${name}`, renderDocument(page)] as const),
  ...[...pupilPages].map(([name, page]) => [`pupil: ${name}`, renderDocument(page)] as const),
];

test.each(pages)('P6 %s: nothing inline, so that a strict Content-Security-Policy holds', (_name, html) => {
  expect(html).toMatch(/^<!doctype html><html lang="fr"/);
  expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|javascript:|data:/i);
  for (const [script] of html.matchAll(/<script[^>]*>[^<]*/g)) expect(script).toMatch(/ src="\/[^"]+">$/);
  for (const [, address] of html.matchAll(/ (?:href|src|action)="([^"]*)"/g)) expect(address).toMatch(/^[/#]/);
});

test.each(pages)('%s: one h1, one main, ids once, and every reference finds its id', (_name, html) => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html.match(/<main/g)).toHaveLength(1);
  expect(ids).toHaveLength(new Set(ids).size);
  const references = [...html.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)];
  for (const id of references.flatMap(([, list = '']) => list.split(' '))) expect(ids).toContain(id);
  for (const [, id] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
});

/** The names of the style sheets that a page loads, in order. */
const sheetsOf = (html: string): string[] =>
  [...html.matchAll(/<link rel="stylesheet" href="\/assets\/core\/([^"]+)"/g)].map(([, name = '']) => name);

test('every class of every page has a rule in the sheets that this page loads', () => {
  const unknown = pages.flatMap(([page, html]) => {
    const rules = sheetsOf(html).map(sheet).join('');
    const classes = [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '));
    return [...new Set(classes)]
      .filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(rules))
      .map((name) => `${page}: ${name}`);
  });
  expect(unknown).toEqual([]);
});

test('a first visit weighs less than 90 kB, font included', () => {
  const font = packageFile(
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  );
  const zipped = (text: string): number => gzipSync(text).length;
  const common = font.length + zipped(asset('shell.js')) + zipped(asset('favicon.svg'));
  const weights = pages.map(([, html]) =>
    sheetsOf(html).reduce((sum, name) => sum + zipped(sheet(name)), zipped(html)),
  );
  expect(common + Math.max(...weights)).toBeLessThan(90_000);
});
