// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { whereAttachmentInForce } from '../directory/where-attachment-in-force.js';
import type { ParcelRow } from './parcel.entity.js';

type Addressed = Pick<ParcelRow, 'toUai' | 'pupilId' | 'recipientId'>;

/** The person that a parcel is delivered to. */
export function recipientOf({ pupilId, recipientId }: Pick<Addressed, 'pupilId' | 'recipientId'>): string {
  return recipientId ?? pupilId;
}

/** A person in a school, as a key. */
export function pupilKey(uai: string, personId: string): string {
  return `${uai} ${personId}`;
}

/** The recipients of these parcels that are pupils of their schools now, as `pupilKey`s. */
export async function findPresentPupils(
  manager: EntityManager,
  parcels: readonly Addressed[],
  now: Date,
): Promise<Set<string>> {
  const present = new Set<string>();
  const uai = In([...new Set(parcels.map(({ toUai }) => toUai))]);
  for (const ids of batches([...new Set(parcels.map(recipientOf))])) {
    const query = manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .select('attachment.uai', 'uai')
      .addSelect('attachment.personId', 'personId')
      .where({ personId: In([...ids]), uai, profile: 'pupil' });
    const rows = await whereAttachmentInForce(query, now).getRawMany<Pick<AttachmentRow, 'uai' | 'personId'>>();
    for (const row of rows) present.add(pupilKey(row.uai, row.personId));
  }
  return present;
}
