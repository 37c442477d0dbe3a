// SPDX-License-Identifier: EUPL-1.2
import { foldedName } from '../sync/snapshot/normalise-record.js';
import { matchWitnesses } from './match-witnesses.js';
import type { Witnesses } from './parcel.entity.js';
import type { PresentPupil } from './read-pupils.js';

/** A pupil who was handed over and is not a pupil of the school by that account. */
export interface SoughtPupil {
  readonly pupilId: string;
  readonly witnesses: Witnesses;
  /** Ids of pupils that an administrator has declared to be somebody else. */
  readonly others: ReadonlySet<string>;
}

export interface Likenesses {
  /** The pupil of the school, by id of the pupil who was handed over. */
  readonly found: ReadonlyMap<string, string>;
  /** Pairs about which an administrator decides. */
  readonly doubts: readonly { readonly pupilId: string; readonly candidateId: string }[];
}

/** Finds pupils who were handed over among the pupils of a school. Pure. A match is certain when it is the only one on both sides. */
export function findLikenesses(sought: readonly SoughtPupil[], pupils: readonly PresentPupil[]): Likenesses {
  const like = indexOf(pupils);
  const same = new Map<string, string[]>();
  const doubtful = new Map<string, string[]>();
  for (const { pupilId, witnesses, others } of sought) {
    for (const pupil of like(witnesses)) {
      if (others.has(pupil.id)) continue;
      const answer = compare(witnesses, pupil);
      if (answer === 'different') continue;
      const list = answer === 'same' ? same : doubtful;
      list.set(pupilId, [...(list.get(pupilId) ?? []), pupil.id]);
    }
  }
  const claims = [...same.values()].flat();
  const found = new Map<string, string>();
  const doubts: { pupilId: string; candidateId: string }[] = [];
  for (const { pupilId } of sought) {
    const [only, ...more] = same.get(pupilId) ?? [];
    if (only !== undefined && more.length === 0 && claims.filter((id) => id === only).length === 1) {
      found.set(pupilId, only);
      continue;
    }
    const asked = [...(same.get(pupilId) ?? []), ...(doubtful.get(pupilId) ?? [])];
    doubts.push(...asked.map((candidateId) => ({ pupilId, candidateId })));
  }
  return { found, doubts };
}

/** Directories that contradict each other about a pupil leave a doubt. */
function compare(witnesses: Witnesses, { said }: PresentPupil): ReturnType<typeof matchWitnesses> {
  const answers = said.map((one) => matchWitnesses(witnesses, one));
  if (answers.every((answer) => answer === 'different')) return 'different';
  return answers.includes('same') && !answers.includes('different') ? 'same' : 'doubt';
}

/** Indexes pupils by number, birth date and name: comparing each with each would take seconds in a large school. */
function indexOf(pupils: readonly PresentPupil[]): (witnesses: Witnesses) => PresentPupil[] {
  const by = new Map<string, Set<PresentPupil>>();
  const note = (mark: string | undefined, pupil: PresentPupil): void => {
    if (mark) by.set(mark, (by.get(mark) ?? new Set()).add(pupil));
  };
  for (const pupil of pupils) {
    note(pupil.foldedName, pupil);
    for (const { ine, birthDate } of pupil.said) for (const mark of [ine, birthDate]) note(mark, pupil);
  }
  return ({ ine = '', birthDate = '', familyName, givenName }) => {
    const marks = [ine, birthDate, foldedName(`${familyName} ${givenName}`)];
    return [...new Set(marks.flatMap((mark) => [...(by.get(mark) ?? [])]))];
  };
}
