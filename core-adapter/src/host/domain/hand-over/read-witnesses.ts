// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { batches } from '../directory/batches.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import type { Witnesses } from './parcel.entity.js';

/** The pupil of a parcel, as directories describe them. */
export interface DescribedPupil {
  readonly displayName: string;
  readonly level: string | null;
  readonly witnesses: Witnesses;
}

/** Describes people, by id. A number or birth date about which directories disagree identifies nobody. */
export async function readWitnesses(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, DescribedPupil>> {
  const described = new Map<string, DescribedPupil>();
  for (const batch of batches(ids)) {
    const persons = await manager.findBy(PersonRow, { id: In([...batch]) });
    const keys = await manager.find(ExternalIdRow, { where: { personId: In([...batch]) }, order: { id: 'ASC' } });
    for (const { id, givenName, familyName, displayName } of persons) {
      const said = keys.filter(({ personId }) => personId === id);
      const ine = only(said.map(({ lastIne }) => lastIne));
      const birthDate = only(said.map(({ lastBirthDate }) => lastBirthDate));
      const level = said.flatMap((one) => one.level ?? [])[0] ?? null;
      const witnesses = { givenName, familyName, ...(ine && { ine }), ...(birthDate && { birthDate }) };
      described.set(id, { displayName, level, witnesses });
    }
  }
  return described;
}

function only(values: readonly (string | null)[]): string | undefined {
  const [first, ...others] = new Set(values.flatMap((value) => value ?? []));
  return others.length === 0 ? first : undefined;
}
