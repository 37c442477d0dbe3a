// SPDX-License-Identifier: EUPL-1.2
import { compareIdentities } from '../sync/identity/compare-identities.js';
import type { Identity } from '../sync/state/identity.js';
import type { Witnesses } from './parcel.entity.js';

/** A pupil as one directory describes them. */
export type PupilIdentity = Pick<Identity, 'ine' | 'birthDate' | 'givenName' | 'familyName'>;

/**
 * Compares the witnesses of a parcel with a pupil who has the same number, birth date or name. Pure. `same` needs what joins people of two
 * directories: number, birth date and given name. `doubt`: an administrator decides.
 */
export function matchWitnesses(witnesses: Witnesses, pupil: PupilIdentity): 'same' | 'doubt' | 'different' {
  const { answer, against } = compareIdentities(asIdentity(witnesses), asIdentity(pupil));
  const isNumberSame = witnesses.ine !== undefined && witnesses.ine === pupil.ine;
  const isDaySame = witnesses.birthDate !== undefined && witnesses.birthDate === pupil.birthDate;
  if (answer === 'different') return 'different';
  if (isNumberSame) return isDaySame && !against.includes('given-name') ? 'same' : 'doubt';
  // Twins have one birth date and one family name.
  if (against.includes('given-name')) return 'different';
  return against.includes('ine') && !isDaySame ? 'different' : 'doubt';
}

function asIdentity({ ine, birthDate, givenName, familyName }: Witnesses | PupilIdentity): Identity {
  return { stableIds: [], ine, birthDate, givenName, familyName, ages: ['pupil'] };
}
