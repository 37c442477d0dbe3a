// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { whereAttachmentInForce } from '../directory/where-attachment-in-force.js';
import type { PupilIdentity } from './match-witnesses.js';

/** A pupil of a school now, with what each directory says of them. */
export interface PresentPupil {
  readonly id: string;
  readonly foldedName: string;
  readonly said: readonly PupilIdentity[];
}

interface Said extends Pick<ExternalIdRow, 'lastIne' | 'lastBirthDate'> {
  readonly id: string;
  readonly foldedName: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** The pupils of a school now; one query. */
export async function readPupils(manager: EntityManager, uai: string, now: Date): Promise<PresentPupil[]> {
  const query = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.leftAt IS NULL')
    .select('person.id', 'id')
    .distinct()
    .addSelect('person.foldedName', 'foldedName')
    .addSelect('COALESCE(external.givenName, person.givenName)', 'givenName')
    .addSelect('COALESCE(external.familyName, person.familyName)', 'familyName')
    .addSelect('external.lastIne', 'lastIne')
    .addSelect('external.lastBirthDate', 'lastBirthDate')
    .where({ uai, profile: 'pupil' });
  const rows = await whereAttachmentInForce(query, now).orderBy('person.id').getRawMany<Said>();
  const pupils = new Map<string, PresentPupil & { said: PupilIdentity[] }>();
  for (const { id, foldedName, givenName, familyName, lastIne, lastBirthDate } of rows) {
    const pupil = pupils.get(id) ?? { id, foldedName, said: [] };
    pupil.said.push({ givenName, familyName, ine: lastIne ?? undefined, birthDate: lastBirthDate ?? undefined });
    pupils.set(id, pupil);
  }
  return [...pupils.values()];
}
