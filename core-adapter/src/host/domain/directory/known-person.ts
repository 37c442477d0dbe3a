// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from './batches.js';
import { AttachmentRow } from './attachment.entity.js';
import { ExternalIdRow } from './external-id.entity.js';
import { findGroupsOf, type GroupOfPerson } from './groups-of-persons.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

/** The data that sources have about a person, except the national number. */
export interface KnownPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  /** The sources that name the person now, the oldest first. */
  readonly sources: readonly { readonly name: string; readonly key: string }[];
  /** `YYYY-MM-DD`; more than one when sources do not agree. */
  readonly birthDates: readonly string[];
  readonly numbered: boolean;
  /** No source names the person any more, and no right keeps the account open. */
  readonly hasLeft: boolean;
  /** The schools where the person has a profile now, by name. */
  readonly schools: readonly {
    readonly uai: string;
    readonly name: string;
    readonly profiles: readonly Profile[];
    readonly classes: readonly string[];
  }[];
}

interface Known {
  readonly person: KnownPerson;
  /** For comparison only; never shown. */
  readonly ines: ReadonlySet<string>;
}

interface Place {
  readonly personId: string;
  readonly uai: string;
  readonly name: string;
  readonly profile: Profile;
}

/** Describes people, by id; five queries for a thousand. */
export async function describeKnown(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const batch of batches([...new Set(ids)])) {
    const persons = await unitOfWork.run((manager) => manager.findBy(PersonRow, { id: In([...batch]) }));
    const keys = await unitOfWork.run((manager) =>
      manager.find(ExternalIdRow, { where: { personId: In([...batch]) }, order: { id: 'ASC' } }),
    );
    const places = await readPlaces(unitOfWork, batch, now);
    const groups = await findGroupsOf(unitOfWork, batch, { now });
    for (const row of persons) {
      const own = <T extends { personId: string }>(rows: readonly T[]): T[] =>
        rows.filter(({ personId }) => personId === row.id);
      known.set(row.id, knownOf(row, own(keys), own(places), own(groups)));
    }
  }
  return known;
}

function knownOf(
  { id, givenName, familyName, displayName, disabledAt }: PersonRow,
  keys: readonly ExternalIdRow[],
  places: readonly Place[],
  groups: readonly GroupOfPerson[],
): Known {
  const named = keys.filter(({ leftAt }) => leftAt === null);
  const said = named.length > 0 ? named : keys;
  const ines = new Set(said.flatMap(({ ine }) => ine ?? []));
  const uais = [...new Set(places.map(({ uai }) => uai))];
  return {
    ines,
    person: {
      ...{ id, givenName, familyName, displayName },
      sources: named.map(({ source, key }) => ({ name: source, key })),
      birthDates: [...new Set(said.flatMap(({ birthDate }) => birthDate ?? []))].sort(),
      numbered: ines.size > 0,
      hasLeft: disabledAt !== null,
      schools: uais.map((uai) => ({
        uai,
        name: places.find((place) => place.uai === uai)?.name ?? uai,
        profiles: [...new Set(places.filter((place) => place.uai === uai).map(({ profile }) => profile))],
        classes: groups.filter((group) => group.uai === uai && group.kind === 'class').map(({ name }) => name),
      })),
    },
  };
}

function readPlaces(unitOfWork: UnitOfWork, ids: readonly string[], now: Date): Promise<Place[]> {
  return unitOfWork.run((manager) => {
    const query = manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .innerJoin(SchoolRow, 'school', 'school.uai = attachment.uai')
      .select('attachment.personId', 'personId')
      .addSelect('attachment.uai', 'uai')
      .addSelect('attachment.profile', 'profile')
      .addSelect('school.name', 'name')
      .where('attachment.personId IN (:...ids)', { ids });
    return whereAttachmentInForce(query, now).orderBy('school.foldedName').addOrderBy('school.uai').getRawMany<Place>();
  });
}
