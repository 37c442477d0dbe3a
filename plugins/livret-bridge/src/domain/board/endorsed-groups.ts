// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { DEPARTED } from '../../paths.js';
import type { Board } from './read-board.js';

/** A pupil with a bilan that waits for its publication. */
export interface EndorsedPupil {
  readonly bilanId: string;
  /** Undefined where the school knows no name of theirs any more. */
  readonly pupil: Member | undefined;
}

/** The endorsed bilans of a class, by given name. */
export interface EndorsedGroup {
  readonly id: string;
  /** Undefined for pupils who left. */
  readonly name: string | undefined;
  readonly pupils: readonly EndorsedPupil[];
}

/** The bilans that a publication of the period shows to their families, by class; those of pupils who left come last. */
export async function endorsedGroups(
  { classes, departed }: Pick<Board, 'classes' | 'departed'>,
  { directory }: { readonly directory: Pick<LivretRequest['directory'], 'persons'> },
): Promise<readonly EndorsedGroup[]> {
  const groups = [
    ...classes.map(({ group: { id, name }, bilans }) => ({ id, name, bilans })),
    { id: DEPARTED, name: undefined, bilans: departed },
  ]
    .map((group) => ({ ...group, bilans: group.bilans.filter(({ state }) => state === 'visa') }))
    .filter(({ bilans }) => bilans.length > 0);
  const persons = await directory.persons(groups.flatMap(({ bilans }) => bilans.map(({ pupilId }) => pupilId)));
  return groups.map(({ id, name, bilans }) => ({
    ...{ id, name },
    pupils: bilans
      .map((bilan) => ({ bilanId: bilan.id, pupil: persons.get(bilan.pupilId) }))
      .sort((a, b) => byGivenName(a.pupil, b.pupil)),
  }));
}

function byGivenName(one: Member | undefined, other: Member | undefined): number {
  const [a, b] = [one, other].map((person) => `${person?.givenName ?? ''} ${person?.familyName ?? ''}`);
  return (a ?? '').localeCompare(b ?? '', 'fr');
}
