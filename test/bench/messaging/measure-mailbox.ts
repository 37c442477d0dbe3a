// SPDX-License-Identifier: EUPL-1.2
import type { DovecotServer } from '../../services/index.js';
import { ImapClient } from '../../services/imap.js';
import { middleOf, rank, sorted } from '../measure/percentiles.js';
import type { BenchPlace } from './bench-place.js';
import { THREADS } from './fill-mailbox.js';
import { ABSENT, bodyOf, FREQUENT, RARE, subjectOf } from './invented-texts.js';
import type { FilledMailbox } from './message-server.js';

/** The p95 in milliseconds, by the name of the request. */
export type MailboxTaken = ReadonlyMap<string, number>;

const REQUESTS = 40;

/** Measures the pages and searches of one large mailbox, all of them in each round. */
export async function measureMailbox(place: BenchPlace, ownerId: string, rounds: number): Promise<MailboxTaken> {
  const owner = await place.visitor(ownerId);
  const path = `/s/${place.large.uai}/messaging`;
  const { text: first } = await owner.page(`${path}/`);
  const later = /href="([^"]*[?&]after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
  const addresses = new Map([
    ['inbox', `${path}/`],
    ...(later === undefined
      ? []
      : [['next page', new URL(later, `${place.url}${path}/`).pathname + new URL(later, place.url).search] as const]),
    ...[FREQUENT, RARE, ABSENT].map((word) => [`search ${word}`, `${path}/search?q=${word}`] as const),
  ]);
  const taken = new Map<string, number[]>();
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, address] of addresses) {
        const times: number[] = [];
        for (let count = 0; count < REQUESTS; count += 1) times.push((await owner.page(address)).milliseconds);
        if (round > 0) taken.set(name, [...(taken.get(name) ?? []), rank(sorted(times), 0.95)]);
      }
    }
  } finally {
    owner.close();
  }
  return new Map([...taken].map(([name, p95s]) => [name, middleOf(p95s)]));
}

/** Measures `SEARCH TEXT` in a Maildir with the same texts. */
export async function measureImap(
  dovecot: DovecotServer,
  user: string,
  { messages, rounds }: { readonly messages: number; readonly rounds: number },
): Promise<MailboxTaken> {
  const step = Math.max(1, Math.floor(messages / THREADS));
  const numbers = Array.from({ length: Math.ceil(messages / step) }, (_, index) => index * step);
  await dovecot.fillMailbox(
    user,
    numbers.map((n) => `Subject: ${subjectOf(n)}\n\n${bodyOf(n)}\n`),
  );
  const imap = await ImapClient.open(dovecot.imapPort, { user, password: dovecot.password });
  const taken = new Map<string, number[]>();
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const word of [FREQUENT, RARE, ABSENT]) {
        const begun = performance.now();
        await imap.searchText(word);
        if (round > 0) taken.set(`search ${word}`, [...(taken.get(`search ${word}`) ?? []), performance.now() - begun]);
      }
    }
  } finally {
    imap.close();
  }
  return new Map([...taken].map(([name, times]) => [name, middleOf(times)]));
}

/** Fills the large school. @returns seconds and the person with the mailbox */
export function fillLargeMailbox(place: BenchPlace, messages: number): Promise<FilledMailbox> {
  return place.ask<FilledMailbox>({ kind: 'fill', uai: place.large.uai, messages });
}
