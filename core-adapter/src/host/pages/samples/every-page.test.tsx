// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { renderDocument } from '../../../ui/render-document.js';
import { adultPages, pupilPages } from './sample-pages.js';

const asset = (name: string): string => readFileSync(new URL(`../../../../assets/${name}`, import.meta.url), 'utf8');
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

test('every class of every page has a rule', () => {
  const rules = asset('theme.css') + packageFile('bootstrap/dist/css/bootstrap.min.css').toString();
  const classes = new Set(
    pages.flatMap(([, html]) => [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '))),
  );
  const unknown = [...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(rules));
  expect(unknown).toEqual([]);
});

test('a first visit weighs less than 90 kB, font included', () => {
  const heaviest = Math.max(...pages.map(([, html]) => gzipSync(html).length));
  const files = [
    packageFile('bootstrap/dist/css/bootstrap.min.css'),
    asset('theme.css'),
    asset('shell.js'),
    asset('favicon.svg'),
  ];
  const font = packageFile(
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  );
  const weight = files.reduce((sum, file) => sum + gzipSync(file).length, heaviest + font.length);
  expect(weight).toBeLessThan(90_000);
});
