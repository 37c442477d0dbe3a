// SPDX-License-Identifier: EUPL-1.2
import type { LoginsTaken } from './measure-logins.js';
import type { Taken } from './measured.js';
import type { PageTaken } from './measure-page.js';

/** The promise: milliseconds for 99 pages in 100, at half of the maximum load. */
const PAGE_PROMISE = 50;

/** A line for each side, then ours as a ratio to each peer. */
export function loginLines(sides: ReadonlyMap<string, LoginsTaken>): string[] {
  const head = ['logins/s', 'p50', 'p99', 'cpu', 'per core', 'bytes', 'requests', 'spread'];
  const [ours] = [...sides.values()];
  const apache = sides.get('mod_auth_cas');
  return [
    line('', head),
    ...[...sides].map(([name, taken]) =>
      line(name, [
        taken.perSecond.toFixed(0),
        ...[taken.p50, taken.p99, taken.cpu].map(milliseconds),
        perCore(taken).toFixed(0),
        taken.bytes.toFixed(0),
        String(taken.requests),
        percent(taken.spread),
      ]),
    ),
    ...(ours ? [...sides].slice(1).map(([name, peer]) => ratioLine(`× ${name}`, ours, peer)) : []),
    ...(ours && apache ? [verdict('As many logins/s per core as mod_auth_cas', perCore(ours) >= perCore(apache))] : []),
    ...[...sides].map(([name, taken]) => processorLine(name, taken)),
  ];
}

export function pageLines(sides: ReadonlyMap<string, PageTaken>): string[] {
  const [ours, limit] = [...sides.values()];
  const half = ours?.half.perSecond.toFixed(0) ?? '';
  return [
    line('', ['pages/s', 'p50', 'p99', 'cpu', 'bytes', 'spread', `at ${half}/s:`, 'p50', 'p99', 'cpu']),
    ...[...sides].map(([name, { most, half: at, spread }]) =>
      line(name, [
        most.perSecond.toFixed(0),
        ...[most.p50, most.p99, most.cpu].map(milliseconds),
        ...[most.bytes.toFixed(0), percent(spread)],
        '',
        ...[at.p50, at.p99, at.cpu].map(milliseconds),
      ]),
    ),
    ...(ours && limit
      ? [
          line('ours / bare', [
            ratio(ours.most.perSecond, limit.most.perSecond),
            ratio(ours.most.p50, limit.most.p50),
            ratio(ours.most.p99, limit.most.p99),
            ratio(ours.most.cpu, limit.most.cpu),
            ratio(ours.most.bytes, limit.most.bytes),
            ...['', ''],
            ratio(ours.half.p50, limit.half.p50),
            ratio(ours.half.p99, limit.half.p99),
            ratio(ours.half.cpu, limit.half.cpu),
          ]),
          verdict(`p99 ≤ ${PAGE_PROMISE} ms at half of the most`, ours.half.p99 <= PAGE_PROMISE),
        ]
      : []),
    ...[...sides].map(([name, { most }]) => processorLine(name, most)),
  ];
}

function ratioLine(name: string, ours: Taken, peer: Taken): string {
  return line(name, [
    ratio(ours.perSecond, peer.perSecond),
    ...[ratio(ours.p50, peer.p50), ratio(ours.p99, peer.p99), ratio(ours.cpu, peer.cpu)],
    ratio(perCore(ours), perCore(peer)),
    ratio(ours.bytes, peer.bytes),
  ]);
}

/** The number that a core could do in a second if nothing else used it. */
function perCore({ cpu }: Taken): number {
  return 1000 / cpu;
}

function processorLine(name: string, { cpuOf, askersCpu }: Taken): string {
  const parts = Object.entries({ ...cpuOf, visitors: askersCpu });
  return `  ${name}, processor of each: ${parts.map(([who, each]) => `${who} ${milliseconds(each)}`).join(', ')}`;
}

function verdict(promise: string, holds: boolean): string {
  return `${promise}: ${holds ? 'holds' : 'does NOT hold'}.`;
}

function milliseconds(figure: number): string {
  return `${figure.toFixed(figure < 10 ? 2 : 1)} ms`;
}

function percent(share: number): string {
  return `±${(share * 100).toFixed(0)} %`;
}

function ratio(ours: number, theirs: number): string {
  return `×${(ours / theirs).toFixed(2)}`;
}

function line(name: string, figures: readonly string[]): string {
  return name.padEnd(15) + figures.map((figure) => figure.padStart(11)).join('');
}
