// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '../../../infra/database/normalise-for-search.js';
import type { Identity } from '../state/identity.js';

/** What tells whether two descriptions are about one person, the most reliable first. */
export const WITNESSES = [
  'stable-id',
  'id-of-another',
  'ine',
  'birth-date',
  'given-name',
  'family-name',
  'profile',
] as const;
export type Witness = (typeof WITNESSES)[number];

export interface IdentityVerdict {
  /** `doubt`: the witnesses do not settle it. The two are kept apart, and a person is asked. */
  readonly answer: 'same' | 'different' | 'doubt';
  /** The witnesses that disagree. */
  readonly against: readonly Witness[];
}

const NOBODY: ReadonlySet<string> = new Set();

type Testimony = 'agrees' | 'differs' | 'unknown';

/**
 * Whether a key of a source still names the person it named before. Pure. Two known values of a stable id, a national number or a
 * day of birth that differ are two persons, whatever else agrees. What one side does not say is no witness.
 * @param stored all that the source ever said of the person
 * @param named what it says now
 * @param idsOfOthers stable ids that the source said of other persons
 */
export function compareIdentities(
  stored: Identity,
  named: Identity,
  idsOfOthers: ReadonlySet<string> = NOBODY,
): IdentityVerdict {
  const testimony: Readonly<Record<Witness, Testimony>> = {
    'stable-id': compareStableIds(stored.stableIds, named.stableIds),
    'id-of-another': compareWithOthers(stored.stableIds, named.stableIds, idsOfOthers),
    ine: compareValues(stored.ine, named.ine),
    'birth-date': compareValues(stored.birthDate, named.birthDate),
    'given-name': compareNames(stored.givenName, named.givenName),
    'family-name': compareNames(stored.familyName, named.familyName),
    profile: compareProfiles(stored, named),
  };
  const against = WITNESSES.filter((witness) => testimony[witness] === 'differs');
  const agrees = (witness: Witness): boolean => testimony[witness] === 'agrees';
  return { answer: judge(against, agrees, haveBothNamesChanged(stored, named)), against };
}

const DECISIVE: readonly Witness[] = ['stable-id', 'id-of-another', 'ine', 'birth-date'];

function judge(
  against: readonly Witness[],
  agrees: (witness: Witness) => boolean,
  haveBothNamesChanged: boolean,
): IdentityVerdict['answer'] {
  const isPupilSame = agrees('ine') && agrees('birth-date');
  const decisive = against.filter((witness) => DECISIVE.includes(witness));
  const soft = against.filter((witness) => !DECISIVE.includes(witness));
  // One value may have been corrected, or a directory restored with new ids: a person decides.
  if (decisive.length === 1) return soft.length === 0 || isPupilSame ? 'doubt' : 'different';
  if (decisive.length > 1) return 'different';
  if (agrees('stable-id') || isPupilSame) return 'same';
  // In two steps, each of which adds or drops a name, one person could become another.
  if (soft.length === 0) return haveBothNamesChanged && !agrees('ine') && !agrees('birth-date') ? 'doubt' : 'same';
  if (soft.includes('given-name') && soft.includes('family-name')) return 'different';
  // A family name changes in a life; a day of birth beside the same given name makes up for it.
  const isRenamed = soft.every((witness) => witness === 'family-name');
  return isRenamed && agrees('given-name') && (agrees('ine') || agrees('birth-date')) ? 'same' : 'doubt';
}

/** A person with an entry in each of two schools has two ids; one in common is enough. */
function compareStableIds(stored: readonly string[], named: readonly string[]): Testimony {
  if (stored.length === 0 || named.length === 0) return 'unknown';
  return named.some((id) => stored.includes(id)) ? 'agrees' : 'differs';
}

/** An id that is another person's tells that the key is, even where the stored person had none; no restored directory explains it. */
function compareWithOthers(
  stored: readonly string[],
  named: readonly string[],
  idsOfOthers: ReadonlySet<string>,
): Testimony {
  const isTheirs = named.some((id) => stored.includes(id));
  return !isTheirs && named.some((id) => idsOfOthers.has(id)) ? 'differs' : 'unknown';
}

function compareValues(stored: string | undefined, named: string | undefined): Testimony {
  if (stored === undefined || named === undefined) return 'unknown';
  return stored === named ? 'agrees' : 'differs';
}

/** "Marie-Anne" and "Marie", "Dupont" and "Dupont-Martin" agree: the words of one are among those of the other. */
export function compareNames(stored: string, named: string): Testimony {
  const [some, others] = [wordsOf(stored), wordsOf(named)];
  if (some.length === 0 || others.length === 0) return 'unknown';
  const [fewer, more] = some.length <= others.length ? [some, others] : [others, some];
  return fewer.every((word) => more.includes(word)) ? 'agrees' : 'differs';
}

function haveBothNamesChanged(stored: Identity, named: Identity): boolean {
  const isOther = (one: string, other: string): boolean => {
    return one !== '' && other !== '' && wordsOf(one).join(' ') !== wordsOf(other).join(' ');
  };
  return isOther(stored.givenName, named.givenName) && isOther(stored.familyName, named.familyName);
}

function wordsOf(name: string): string[] {
  return normaliseForSearch(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A pupil does not become an adult from one sync to the next. */
function compareProfiles(stored: Identity, named: Identity): Testimony {
  if (stored.ages.length === 0 || named.ages.length === 0) return 'unknown';
  return named.ages.some((age) => stored.ages.includes(age)) ? 'agrees' : 'differs';
}
