// SPDX-License-Identifier: EUPL-1.2
import { In, Not, type EntityManager } from 'typeorm';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import type { PersonFields } from '../state/person-state.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';

/** A person that another source names or named, with all that sources say of them. */
export interface Candidate {
  readonly personId: string;
  readonly foldedName: string;
  readonly givenName: string;
  readonly said: readonly Said[];
}

export type Said = Pick<ExternalIdRow, 'source' | 'key' | 'ine' | 'birthDate' | 'leftAt'>;

/**
 * Reads people of other sources with the national number of one of these people, or with the name of one and a birth date.
 * @param people a thousand at most
 */
export async function readCandidates(
  manager: EntityManager,
  source: string,
  persons: readonly PersonFields[],
): Promise<Candidate[]> {
  const numbers = [...new Set(persons.flatMap(({ ine }) => ine ?? []))];
  const names = [...new Set(persons.filter(({ birthDate }) => birthDate !== undefined).map(foldedNameOf))];
  const ids = new Set([
    ...(numbers.length > 0 ? await byNumber(manager, source, numbers) : []),
    ...(names.length > 0 ? await byName(manager, source, names) : []),
  ]);
  return ids.size === 0 ? [] : describe(manager, [...ids]);
}

async function byNumber(manager: EntityManager, source: string, numbers: readonly string[]): Promise<string[]> {
  const rows = await manager.find(ExternalIdRow, {
    select: { personId: true },
    where: { ine: In([...numbers]), source: Not(source) },
  });
  return rows.map(({ personId }) => personId);
}

async function byName(manager: EntityManager, source: string, names: readonly string[]): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
    .select('person.id', 'id')
    .where('person.foldedName IN (:...names) AND person.disabledAt IS NULL', { names })
    .andWhere('external.source <> :source AND external.birthDate IS NOT NULL', { source })
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

async function describe(manager: EntityManager, ids: string[]): Promise<Candidate[]> {
  const persons = await manager.find(PersonRow, {
    select: { id: true, foldedName: true, givenName: true },
    where: { id: In(ids) },
  });
  const rows = await manager.find(ExternalIdRow, { where: { personId: In(ids) } });
  const said = new Map<string, Said[]>(persons.map(({ id }) => [id, []]));
  for (const row of rows) said.get(row.personId)?.push(row);
  return persons.map(({ id, ...names }) => ({ personId: id, ...names, said: said.get(id) ?? [] }));
}
