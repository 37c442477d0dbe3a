// SPDX-License-Identifier: EUPL-1.2
import type { Identity } from '../state/identity.js';
import {
  areKeptNames,
  areNearNames,
  areOtherNames,
  compareNames,
  haveBothNamesChanged,
  type Testimony,
} from './compare-names.js';

/** The fields that show whether two identities belong to one person, the most reliable first. */
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
  /** `doubt`: the witnesses are inconclusive. The two people are kept apart, and an administrator decides. */
  readonly answer: 'same' | 'different' | 'doubt';
  /** The witnesses that disagree. */
  readonly against: readonly Witness[];
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Compares two identities of a key: does it still name the same person? Pure. Different known values of a stable id, national number or
 * birth date mean two people, or a doubt. A missing value is no witness.
 * @param stored all that the source ever said of the person
 * @param named the data that the source gives now
 * @param idsOfOthers stable ids of other people of the source
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
  const changes = {
    haveBothChanged: haveBothNamesChanged(stored, named),
    areOther: areOtherNames(stored, named),
    areKept: areKeptNames(stored, named),
    isDayCorrected: isDayCorrected(stored),
    areNear: areNearNames(stored, named),
    isPupil: isPupilOnly(stored) && isPupilOnly(named),
  };
  return { answer: judge(against, agrees, changes), against };
}

const DECISIVE: readonly Witness[] = ['stable-id', 'id-of-another', 'ine', 'birth-date'];

interface Changes {
  readonly haveBothChanged: boolean;
  readonly areOther: boolean;
  /** Whether both names equal the names stored last and the first names stored for the key. */
  readonly areKept: boolean;
  /** Whether the names differ by a letter or two at most, or are swapped. */
  readonly areNear: boolean;
  readonly isDayCorrected: boolean;
  readonly isPupil: boolean;
}

function judge(
  against: readonly Witness[],
  agrees: (witness: Witness) => boolean,
  { haveBothChanged, areOther, areKept, areNear, isDayCorrected, isPupil }: Changes,
): IdentityVerdict['answer'] {
  // A day that was corrected under the same names does not speak for other names: an entry could become another child's in two steps.
  const isPupilSame = agrees('ine') && agrees('birth-date') && !(isDayCorrected && areOther);
  const decisive = against.filter((witness) => DECISIVE.includes(witness));
  const soft = against.filter((witness) => !DECISIVE.includes(witness));
  const isOnlyDay = against.length === 1 && against[0] === 'birth-date';
  // A corrected day of birth: nobody else has the same id or number, both names and the profile (ADR 71).
  if (isOnlyDay && isPupil && areKept && (agrees('stable-id') || agrees('ine'))) return 'same';
  // Values are corrected together: an id or a number that agrees makes a question, never another person (ADR 79).
  if (decisive.length > 0 && (agrees('stable-id') || agrees('ine'))) return 'doubt';
  // An entry that was made anew with a corrected number has another id as well.
  const isMadeAnew = decisive.every((witness) => witness === 'stable-id' || witness === 'ine');
  const isAllElseSame = agrees('birth-date') && areNear && !soft.includes('profile');
  if (decisive.length > 1) return isMadeAnew && isPupil && isAllElseSame ? 'doubt' : 'different';
  // One value may have been corrected, or a directory restored with new ids: an administrator decides.
  if (decisive.length === 1) {
    const isNamed = agrees('birth-date') && agrees('given-name');
    // Two known numbers are two people, unless all else is the same but for a letter.
    const isAlike = against.includes('ine') ? isNamed && areNear : isNamed || areNear;
    return soft.length === 0 || (isAlike && !soft.includes('profile')) ? 'doubt' : 'different';
  }
  if (isPupilSame) return 'same';
  const hasNumberOrDay = (agrees('ine') || agrees('birth-date')) && !isDayCorrected;
  // An entry that is edited in place keeps its stable id and becomes another person's: no other witness of an adult shows it.
  if (agrees('stable-id')) return areOther && !hasNumberOrDay ? 'doubt' : 'same';
  // Each step adds or drops a name; two such steps could turn one person into another.
  if (soft.length === 0) return haveBothChanged && !hasNumberOrDay ? 'doubt' : 'same';
  if (soft.includes('given-name') && soft.includes('family-name')) {
    return agrees('ine') || areNear ? 'doubt' : 'different';
  }
  // A family name may change; the same number or birth date with the same given name makes up for it.
  const isRenamed = soft.every((witness) => witness === 'family-name');
  return isRenamed && agrees('given-name') && hasNumberOrDay ? 'same' : 'doubt';
}

/** A person with an entry in each of two schools has two ids; one in common is enough. */
function compareStableIds(stored: readonly string[], named: readonly string[]): Testimony {
  if (stored.length === 0 || named.length === 0) return 'unknown';
  return named.some((id) => stored.includes(id)) ? 'agrees' : 'differs';
}

/** An id of another person means another person, even where the stored one had no id. A restored directory does not explain it. */
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

function isDayCorrected({ birthDate, firstBirthDate = birthDate }: Identity): boolean {
  return firstBirthDate !== birthDate;
}

function isPupilOnly({ ages }: Identity): boolean {
  return ages.length === 1 && ages[0] === 'pupil';
}

/** A pupil does not become an adult from one sync to the next. */
function compareProfiles(stored: Identity, named: Identity): Testimony {
  if (stored.ages.length === 0 || named.ages.length === 0) return 'unknown';
  return named.ages.some((age) => stored.ages.includes(age)) ? 'agrees' : 'differs';
}
