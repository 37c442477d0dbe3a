// SPDX-License-Identifier: EUPL-1.2
import type { LimitReport } from '../measure/limit-report.js';
import type { RequestMeasure } from '../measure/measure-requests.js';
import { EMPTY_PAGE, FURTHER_SCHOOL, PAGE_LIMITS, PARENT, PARENT_OF_BOTH } from './page-limits.js';
import { shortened, timesAsked } from './statement-texts.js';

/** The figures of one page. */
export interface PageMeasure {
  readonly name: string;
  /** In the école. */
  readonly ecole: RequestMeasure;
  /** In the collèges of 500 and of 5,000 pupils; empty for a page that only the école has. */
  readonly colleges: readonly RequestMeasure[];
}

/** Prints a line for each page, and the statements that are asked more than once. @param floor of the floor page */
export function tellPages(
  pages: readonly PageMeasure[],
  floor: RequestMeasure,
  { say }: Pick<LimitReport, 'say'>,
): void {
  const hasDatabase = pages.some(({ ecole }) => ecole.database > 0);
  const empty = processorOf(pages, EMPTY_PAGE);
  const headings = ['asked', 'twice', 'cpu', ...(hasDatabase ? ['db'] : []), '×floor', '×empty', 'p50', 'kB', 'packed'];
  say(line('', [...headings, '500', '5,000', '×500']));
  say(line('floor page', ['1', '0', inMs(floor.cpu), ...(hasDatabase ? [''] : []), '1.0', '', inMs(floor.p50)]));
  for (const { name, ecole, colleges } of pages) {
    const { statements, cpu, database, p50, bytes, packed } = ecole;
    const [few, many] = colleges;
    const asked = [statements, ...colleges.map((college) => college.statements)].map(({ length }) => length);
    const figures = [
      ...[new Set(asked).size === 1 ? String(statements.length) : asked.join('/'), String(again(statements))],
      ...[inMs(cpu), ...(hasDatabase ? [inMs(database)] : [])],
      ...[times(cpu / floor.cpu), times(cpu / empty), inMs(p50), inKb(bytes), inKb(packed)],
      ...(few && many ? [inMs(wholeOf(few)), inMs(wholeOf(many)), times(wholeOf(many) / wholeOf(few))] : []),
    ];
    say(line(name, figures));
  }
}

/** Prints the statements that a page asks more than once by the same text. */
export function tellRepeated(pages: readonly PageMeasure[], { say }: Pick<LimitReport, 'say'>): void {
  say('Asked more than once by the same text:');
  for (const { name, ecole } of pages) {
    const repeated = timesAsked(ecole.statements).filter(([, count]) => count > 1);
    if (repeated.length > 0) say(`  ${name}:`);
    for (const [text, count] of repeated) say(`    ${count} × ${shortened(text, 110)}`);
  }
}

/** @param isSqlite whether the multiples of the floor page have limits */
export function judgePages(
  pages: readonly PageMeasure[],
  { floor, isSqlite }: { readonly floor: RequestMeasure; readonly isSqlite: boolean },
  report: LimitReport,
): void {
  for (const { name, ecole, colleges } of pages) {
    const { statements, times: most, growth } = PAGE_LIMITS.get(name) ?? {};
    const [few, many] = colleges;
    if (statements !== undefined) report.limit(`${name}, statements`, ecole.statements.length, statements, '');
    if (most !== undefined && isSqlite) report.limit(`${name}, to the floor page`, ecole.cpu / floor.cpu, most, '×');
    if (growth !== undefined && few && many)
      report.limit(`${name}, 5,000 beside 500 pupils`, wholeOf(many) / wholeOf(few), growth, '×');
  }
  const asked = (name: string): number => pages.find((page) => page.name === name)?.ecole.statements.length ?? NaN;
  const more = asked(PARENT_OF_BOTH) - asked(PARENT);
  if (!Number.isNaN(more)) report.limit('each further school of a parent, statements', more, FURTHER_SCHOOL, '');
}

/** The processor time of host and database. */
function wholeOf({ cpu, database }: RequestMeasure): number {
  return cpu + database;
}

function processorOf(pages: readonly PageMeasure[], name: string): number {
  return pages.find((page) => page.name === name)?.ecole.cpu ?? NaN;
}

/** The number of statements that were asked before by the same text. */
function again(statements: readonly string[]): number {
  return statements.length - new Set(statements).size;
}

function line(name: string, figures: readonly string[]): string {
  return name.padEnd(34) + figures.map((figure) => figure.padStart(9)).join('');
}

function inMs(figure: number): string {
  return figure.toFixed(figure < 10 ? 2 : 1);
}

function inKb(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function times(figure: number): string {
  return figure.toFixed(1);
}
