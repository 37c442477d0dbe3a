// SPDX-License-Identifier: EUPL-1.2
import type { ExternalIdRow } from '../../directory/external-id.entity.js';
import { allWordsOf, areNearNames, compareNames } from '../identity/compare-names.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import type { HomonymReason } from '../state/homonym.entity.js';
import type { Names } from '../state/identity.js';
import { readAttachmentKey, schoolsOf, type PersonState } from '../state/person-state.js';

/** A person that the directory names no more. */
export interface FormerAccount extends Names, Pick<ExternalIdRow, 'personId' | 'key' | 'ine' | 'birthDate'> {
  readonly foldedName: string;
  /** `attachmentKey`s, ended ones among them. */
  readonly attachments: ReadonlySet<string>;
}

/**
 * Why a new person may be a former one with an account that was made anew; undefined: another person. The same national number is enough,
 * whatever else differs. With two known numbers, both are pupils of one school, and all else is the same but for a letter. Without
 * a number, both are of one school, and the day of birth with the given name or both names nearly as before agree, or the names of two
 * pupils when a day is missing. Pure.
 */
export function likenessOf(former: FormerAccount, person: PersonState): HomonymReason | undefined {
  const isDaySame = former.birthDate !== null && former.birthDate === person.birthDate;
  const isNameSame = former.foldedName === foldedNameOf(person);
  if (former.ine !== null && person.ine !== undefined) {
    if (former.ine !== person.ine) {
      // A directory that names accounts by the number makes them anew when it is corrected.
      return isDaySame && arePupilsOfOneSchool(former, person) && areNearNames(former, person) ? 'ine' : undefined;
    }
    if (!isDaySame) return 'day';
    return isNameSame ? 'several' : 'name';
  }
  const schools = schoolsOf(former.attachments);
  if (!schoolsOf(person.attachments).some((uai) => schools.includes(uai))) return undefined;
  if (isDaySame) {
    if (isNameSame) return 'number';
    // Twins have one day of birth and one family name.
    const isAlike = compareNames(former.givenName, person.givenName) === 'agrees' || areNearNames(former, person);
    return isAlike ? 'like' : undefined;
  }
  const isDayMissing = former.birthDate === null || person.birthDate === undefined;
  return isDayMissing && arePupilsOfOneSchool(former, person) && areSameNames(former, person) ? 'like' : undefined;
}

function arePupilsOfOneSchool(former: FormerAccount, person: PersonState): boolean {
  return [...person.attachments].some(
    (key) => readAttachmentKey(key).profile === 'pupil' && former.attachments.has(key),
  );
}

function areSameNames(one: Names, other: Names): boolean {
  const words = allWordsOf(one);
  return words !== '' && words === allWordsOf(other);
}
