// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { searchWords } from '../text/search-words.js';
import { copiesWithWords, MOST_WORDS, placeFurther } from '../../store/search-queries.js';

/** The maximum number of results on a page. */
const PAGE = 30;
/** Copies that are read at a time: other requests go on between two parts. */
const PART = 1_250;
/** The maximum number of parts (10,000 copies), and of milliseconds, for one request: the page then offers to go on. */
const PARTS = 8;
const BUDGET = 35;

/** After a copy, in the order from the newest to the oldest. */
export interface Place {
  readonly at: Date;
  readonly messageId: string;
}

/** Before all copies. */
export const NEWEST: Place = { at: new Date('9999-12-31T00:00:00Z'), messageId: '' };
const OLDEST: Place = { at: new Date('1970-01-01T00:00:00Z'), messageId: '' };

export interface Found {
  /** Copies with all words, the newest first. */
  readonly copyIds: readonly string[];
  /** The copy after which the search goes on; undefined when the whole mailbox was read. */
  readonly next: Place | undefined;
  /** Whether the search stopped before the page was full: older messages were not looked at yet. */
  readonly isCut: boolean;
}

/** The words of a search that are compared: each once, and the longest ones if there are too many. */
export function wordsOfSearch(search: string): string[] {
  const words = [...new Set(searchWords(search))].sort((one, other) => other.length - one.length);
  return words
    .filter((word, index) => !words.slice(0, index).some((longer) => longer.startsWith(word)))
    .slice(0, MOST_WORDS);
}

/**
 * Searches what a person has, in all their boxes, from the newest message on. Messages that they reported, or that were taken back, are
 * never found.
 */
export async function searchMailbox(
  {
    ownerId,
    words,
    after = NEWEST,
  }: { readonly ownerId: string; readonly words: readonly string[]; readonly after?: Place | undefined },
  db: SchoolDatabase,
): Promise<Found> {
  const patterns = Array.from({ length: MOST_WORDS }, (_, index) => ` ${words[index] ?? ''}`);
  const [word1 = ' ', word2 = ' ', word3 = ' ', word4 = ' ', word5 = ' ', word6 = ' '] = patterns;
  const found: (Place & { readonly id: string })[] = [];
  let before = after;
  const started = performance.now();
  for (let part = 0; part < PARTS && (part === 0 || performance.now() - started < BUDGET); part += 1) {
    const place = { ownerId, before: before.at, beforeId: before.messageId };
    const [end] = await db.query(placeFurther, { ...place, skipped: PART - 1 });
    const from = end ?? OLDEST;
    found.push(
      ...(await db.query(copiesWithWords, {
        ...{ ...place, from: from.at, fromId: from.messageId, word1, word2, word3, word4, word5, word6 },
        most: PAGE + 1 - found.length,
      })),
    );
    if (found.length > PAGE) return { copyIds: idsOf(found), next: found[PAGE - 1], isCut: false };
    if (!end) return { copyIds: idsOf(found), next: undefined, isCut: false };
    before = end;
  }
  return { copyIds: idsOf(found), next: before, isCut: true };
}

function idsOf(found: readonly { readonly id: string }[]): string[] {
  return found.slice(0, PAGE).map(({ id }) => id);
}
