// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { STAND_IN_SOURCE } from '../directory/stand-in.entity.js';

/**
 * Whether a directory names a granted head in their school. `named`: as a teacher, head or member of staff, or it names no adult there at
 * all, as in summer. `lapsing`: one did so during the grant, and none does now. `unmatched`: none did, as for a head without a class.
 */
export type GrantStanding = 'named' | 'lapsing' | 'unmatched';

export interface HeadGrant {
  /** Id of the attachment. */
  readonly id: string;
  readonly personId: string;
  readonly uai: string;
  readonly standing: GrantStanding;
  /** The instant since which no directory names the person in the school; absent unless `lapsing`. */
  readonly unnamedSince?: Date;
}

/** Profiles that support the grant of a head. A guardian has no office in the school of a child. */
export const OFFICES: readonly Profile[] = ['teacher', 'head', 'staff'];

/** Attachments that a directory gave. */
export const OF_DIRECTORY = { source: Not(In([GRANT_SOURCE, STAND_IN_SOURCE])), profile: In([...OFFICES]) };

/** Reads the grants of heads in force, with their standing; those of some people, or all. */
export async function readHeadGrants(manager: EntityManager, personIds?: readonly string[]): Promise<HeadGrant[]> {
  const inForce = { source: GRANT_SOURCE, profile: 'head', until: IsNull() } as const;
  const grants: AttachmentRow[] = [];
  if (personIds === undefined) grants.push(...(await manager.findBy(AttachmentRow, inForce)));
  for (const batch of batches(personIds ?? [])) {
    grants.push(...(await manager.findBy(AttachmentRow, { ...inForce, personId: In([...batch]) })));
  }
  const offices = await readOffices(manager, grants);
  const unnamed = grants.flatMap((grant) => {
    const there = offices.get(placeOf(grant)) ?? [];
    return there.some(({ until }) => until === null) ? [] : [{ grant, lastNamed: lastNamedDuring(grant, there) }];
  });
  const staffed = await readStaffedSchools(
    manager,
    unnamed.flatMap(({ grant, lastNamed }) => (lastNamed ? [grant.uai] : [])),
  );
  const standings = new Map(unnamed.map((one) => [one.grant.id, one]));
  return grants.map(({ id, personId, uai }) => {
    const held = { id, personId, uai };
    const found = standings.get(id);
    if (!found) return { ...held, standing: 'named' };
    if (!found.lastNamed) return { ...held, standing: 'unmatched' };
    return staffed.has(uai)
      ? { ...held, standing: 'lapsing', unnamedSince: found.lastNamed }
      : { ...held, standing: 'named' };
  });
}

/** The offices that directories give and gave to these people, by person and school. */
async function readOffices(
  manager: EntityManager,
  grants: readonly AttachmentRow[],
): Promise<Map<string, AttachmentRow[]>> {
  const offices = new Map<string, AttachmentRow[]>();
  for (const batch of batches(grants)) {
    const personId = In(batch.map((grant) => grant.personId));
    for (const office of await manager.findBy(AttachmentRow, { ...OF_DIRECTORY, personId })) {
      const there = offices.get(placeOf(office)) ?? [];
      offices.set(placeOf(office), there);
      there.push(office);
    }
  }
  return offices;
}

function placeOf({ personId, uai }: Pick<AttachmentRow, 'personId' | 'uai'>): string {
  return `${personId} ${uai}`;
}

/** The end of the last office in the school that overlapped the grant. A grant given later needs no directory. */
function lastNamedDuring(grant: AttachmentRow, offices: readonly AttachmentRow[]): Date | undefined {
  const ends = offices.flatMap(({ until }) => (until && until > grant.from ? [until.getTime()] : []));
  return ends.length === 0 ? undefined : new Date(Math.max(...ends));
}

/** The schools in which a directory names an adult now. */
async function readStaffedSchools(manager: EntityManager, uais: readonly string[]): Promise<Set<string>> {
  const staffed = new Set<string>();
  for (const batch of batches([...new Set(uais)])) {
    const rows = await manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .select('attachment.uai', 'uai')
      .where({ ...OF_DIRECTORY, uai: In([...batch]), until: IsNull() })
      .groupBy('attachment.uai')
      .getRawMany<{ uai: string }>();
    for (const { uai } of rows) staffed.add(uai);
  }
  return staffed;
}
