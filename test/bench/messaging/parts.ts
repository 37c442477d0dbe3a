// SPDX-License-Identifier: EUPL-1.2
import { LmtpClient } from '../../services/lmtp.js';
import type { DovecotServer } from '../../services/index.js';
import { cpuSeconds } from '../measure/cpu-seconds.js';
import { middleOf, rank, sorted } from '../measure/percentiles.js';
import type { BenchPlace } from './bench-place.js';
import { FREQUENT, RARE, ABSENT } from './invented-texts.js';
import { fillLargeMailbox, measureImap, measureMailbox } from './measure-mailbox.js';
import { measureSending, type SendingTaken } from './measure-sending.js';
import type { Relations, Memory, Published } from './message-server.js';
import type { LargeSchool } from './large-school.js';
import { openLivePage, type LivePage } from './live-page.js';

/** The number of streams that are opened at once. */
const AT_ONCE = 50;

export interface Extent {
  /** The number of messages among which a mailbox is read. */
  readonly messages: number;
  readonly rounds: number;
}

/** Measures a message to 500 people beside Dovecot's LMTP to 500, and one to 5,000. */
export async function benchSending(
  place: BenchPlace,
  { rounds }: Extent,
  dovecot: DovecotServer | undefined,
): Promise<readonly string[]> {
  const { small, large } = place;
  const times: number[] = [];
  let processor = 0;
  const lmtp = dovecot && (await LmtpClient.open(dovecot.lmtpPort));
  const beside = async (text: string, round: number): Promise<void> => {
    if (!dovecot || !lmtp) return;
    const before = cpuSeconds(dovecot.pid);
    const begun = performance.now();
    await lmtp.deliver({ to: small.pupilIds, text });
    if (round === 0) return;
    times.push(performance.now() - begun);
    processor += ((cpuSeconds(dovecot.pid) - before) * 1000) / rounds;
  };
  const few = await measureSending(place, small, { rounds, isObserved: false, beside });
  lmtp?.close();
  const many = await measureSending(place, large, { rounds, isObserved: true });
  const theirs = middleOf(times);
  return [
    `A message to ${small.pupilIds.length}: ${told(few)}`,
    ...(lmtp
      ? [
          `  Dovecot, LMTP to as many: ${ms(theirs)}, processor ${ms(processor)}, ours ×${(few.processor / processor).toFixed(2)}.`,
          `  ${verdict('time, ours / theirs', few.copied / theirs, 0.1, '')}`,
        ]
      : []),
    `A message to ${large.pupilIds.length}, while a teacher reads their inbox: ${told(many)}`,
    `  ${verdict('until all have a copy', many.copied, 1_000)}`,
    `  ${verdict('longest wait of the teacher meanwhile', many.longestWait, 150)}`,
  ];
}

function told({ answered, copied, processor }: SendingTaken): string {
  return `the author is answered after ${ms(answered)}, all have a copy after ${ms(copied)}, processor ${ms(processor)}.`;
}

/** Measures how open pages are told of a message. */
export async function benchLive(place: BenchPlace, { rounds }: Extent): Promise<readonly string[]> {
  const few = await measureLive(place, place.small, { pages: 500, rounds });
  const many = await measureLive(place, place.large, { pages: 2_000, rounds });
  return [
    `500 open pages told: ${verdict('p99 after the commit', few.p99, 100)}`,
    `2,000 open pages told: ${verdict('p99 after the commit', many.p99, 200)}`,
    `  ${verdict('kB of memory for each', many.kilobytes, 30, '')}`,
  ];
}

/** Measures pages of a large mailbox, and searches beside `SEARCH TEXT` of Dovecot. */
export async function benchMailbox(
  place: BenchPlace,
  { messages, rounds }: Extent,
  dovecot: DovecotServer | undefined,
): Promise<readonly string[]> {
  const { ownerId, seconds } = await fillLargeMailbox(place, messages);
  const ours = await measureMailbox(place, ownerId, rounds);
  const theirs = dovecot && (await measureImap(dovecot, `owner${place.pid}`, { messages, rounds }));
  const lines = [...ours].map(([name, p95]) => {
    const peer = theirs?.get(name);
    const beside = peer === undefined ? '' : `  Dovecot ${ms(peer)}, ×${(p95 / peer).toFixed(2)}`;
    return `  ${verdict(`${name}, p95`, p95, name.startsWith('search') ? 60 : 50)}${beside}`;
  });
  return [
    `A mailbox of 10,000 threads among ${messages.toLocaleString('en')} messages (filled in ${seconds.toFixed(0)} s;`,
    `${FREQUENT} is in most texts, ${RARE} in one of 500, ${ABSENT} in none):`,
    ...lines,
  ];
}

/** Measures the relations that decide about a message to a whole school. */
export async function benchRules(place: BenchPlace, { rounds }: Extent): Promise<readonly string[]> {
  const { uai, pupilIds } = place.large;
  const taken: Relations[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const relations = await place.ask<Relations>({ kind: 'relations', uai, personIds: pupilIds });
    if (round > 0) taken.push(relations);
  }
  const middle = (figure: keyof Relations): number => middleOf(taken.map((one) => one[figure]));
  const all = verdict(`Relations of ${pupilIds.length} persons`, middle('milliseconds'), 50);
  return [`${all} Processor ${ms(middle('processor'))}.`];
}

function verdict(what: string, figure: number, most: number, unit = ' ms'): string {
  const figures = unit === '' ? figure.toFixed(2) : figure.toFixed(figure < 10 ? 1 : 0);
  return `${what} ${figures}${unit}, at most ${most}${unit}: ${figure <= most ? 'holds' : 'does NOT hold'}.`;
}

function ms(figure: number): string {
  return `${figure.toFixed(figure < 10 ? 1 : 0)} ms`;
}

interface LiveTaken {
  /** Milliseconds after the commit, for 99 of 100 pages. */
  readonly p99: number;
  /** kB of memory of the server for each open page. */
  readonly kilobytes: number;
}

/** Opens the pages of pupils, and sends them a message. */
async function measureLive(
  place: BenchPlace,
  school: LargeSchool,
  { pages: count, rounds }: { readonly pages: number; readonly rounds: number },
): Promise<LiveTaken> {
  const personIds = school.pupilIds.slice(0, count);
  const cookies = await place.cookiesOf(personIds);
  const head = await place.visitor(school.headId);
  const before = await place.ask<Memory>({ kind: 'memory' });
  const pages: LivePage[] = [];
  try {
    for (let start = 0; start < count; start += AT_ONCE) {
      const some = cookies.slice(start, start + AT_ONCE);
      pages.push(...(await Promise.all(some.map((cookie) => openLivePage(place.url, cookie)))));
    }
    const { bytes } = await place.ask<Memory>({ kind: 'memory' });
    const p99s: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      await place.ask<Published>({ kind: 'published' });
      const told = Promise.all(pages.map((page) => page.nextChange()));
      const message = { subject: 'Sortie', body: 'Bonjour.', toEveryone: 'pupil' };
      await head.form(`/s/${school.uai}/messaging/write`, Object.entries(message));
      const instants = await told;
      const { commits } = await place.ask<Published>({ kind: 'published' });
      const committed = new Map(commits.flatMap(({ at, personIds: ids }) => ids.map((id) => [id, at] as const)));
      const late = personIds.map((id, index) => (instants[index] ?? NaN) - (committed.get(id) ?? NaN));
      if (round > 0) p99s.push(rank(sorted(late), 0.99));
    }
    return { p99: middleOf(p99s), kilobytes: (bytes - before.bytes) / 1000 / count };
  } finally {
    for (const page of pages) page.close();
    head.close();
  }
}
