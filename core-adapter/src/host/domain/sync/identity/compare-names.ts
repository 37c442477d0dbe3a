// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { editDistance } from '../../../infra/util/edit-distance.js';
import { hasLetter } from '../state/has-letter.js';
import type { Identity, Names } from '../state/identity.js';

export type Testimony = 'agrees' | 'differs' | 'unknown';

/** Names agree when the words of one are among those of the other: "Marie-Anne" and "Marie", "Dupont" and "Dupont-Martin". */
export function compareNames(stored: string, named: string): Testimony {
  const [some, others] = [wordsOf(stored), wordsOf(named)];
  if (some.length === 0 || others.length === 0) return 'unknown';
  const [fewer, more] = some.length <= others.length ? [some, others] : [others, some];
  return fewer.every((word) => more.includes(word)) ? 'agrees' : 'differs';
}

/** Whether names are the same but for a letter or two, or are swapped: a correction, or another child. */
export function areNearNames(one: Names, other: Names): boolean {
  if (allWordsOf(one) === allWordsOf(other)) return true;
  const isNear = (some: string, others: string): boolean =>
    compareNames(some, others) !== 'differs' || isMisspelt(wordsOf(some).join(''), wordsOf(others).join(''));
  return isNear(one.givenName, other.givenName) && isNear(one.familyName, other.familyName);
}

function isMisspelt(one: string, other: string): boolean {
  return editDistance(one, other) <= Math.min(2, Math.floor(Math.max(one.length, other.length) / 3));
}

/** All words of both names, in one order. */
export function allWordsOf({ givenName, familyName }: Names): string {
  return wordsOf(`${givenName} ${familyName}`).sort().join(' ');
}

export function haveBothNamesChanged(stored: Names, named: Names): boolean {
  return isChanged(stored.givenName, named.givenName) && isChanged(stored.familyName, named.familyName);
}

/**
 * Whether a name changed and neither name has a word in common with those stored last, or with those that the key came with. The latter
 * count since an entry may be edited in two steps, one name at each sync.
 */
export function areOtherNames(stored: Identity, named: Identity): boolean {
  const { givenName, familyName, firstNames = stored } = stored;
  if (!isChanged(givenName, named.givenName) && !isChanged(familyName, named.familyName)) return false;
  const now = {
    givenName: hasLetter(named.givenName) ? named.givenName : givenName,
    familyName: hasLetter(named.familyName) ? named.familyName : familyName,
  };
  return areApart(stored, now) || areApart(firstNames, now);
}

export function areKeptNames(stored: Identity, named: Names): boolean {
  const { firstNames = stored } = stored;
  const isKept = (first: string, last: string, now: string): boolean =>
    hasLetter(last) && hasLetter(now) && !isChanged(last, now) && !isChanged(first, now);
  return (
    isKept(firstNames.givenName, stored.givenName, named.givenName) &&
    isKept(firstNames.familyName, stored.familyName, named.familyName)
  );
}

/** A given and a family name that were swapped, and a name written in one word or in two, are the same names. */
function areApart(one: Names, other: Names): boolean {
  const isApart = (some: string, others: string): boolean => {
    const [these, those] = [wordsOf(some), wordsOf(others)];
    const isKnown = these.length > 0 && those.length > 0;
    return isKnown && these.join('') !== those.join('') && !these.some((word) => those.includes(word));
  };
  const { givenName, familyName } = one;
  return (
    isApart(givenName, other.givenName) &&
    isApart(familyName, other.familyName) &&
    allWordsOf(one) !== allWordsOf(other)
  );
}

function isChanged(one: string, other: string): boolean {
  return hasLetter(one) && hasLetter(other) && wordsOf(one).join(' ') !== wordsOf(other).join(' ');
}

/** A name without a letter has no words, and is no witness. */
function wordsOf(name: string): string[] {
  return hasLetter(name) ? (normaliseForSearch(name).match(/[\p{L}\p{N}]+/gu) ?? []) : [];
}
