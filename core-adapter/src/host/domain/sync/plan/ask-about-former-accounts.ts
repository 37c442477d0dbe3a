// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { schoolsOf, type PersonState } from '../state/person-state.js';
import type { RenamedKeys } from './renamed-keys.js';
import type { HomonymPlan } from './sync-plan.js';

interface FormerAccount extends Pick<ExternalIdRow, 'personId' | 'key' | 'ine' | 'birthDate'> {
  readonly foldedName: string;
}

export interface FormerAccountsContext {
  readonly unitOfWork: UnitOfWork;
  readonly source: string;
  readonly snapshot: Pick<Snapshot, 'numberOf'>;
  readonly renamed: Pick<RenamedKeys, 'newKeys'>;
}

/**
 * Pairs of a new person and one that the directory names no more in the same school, with the same names and day of birth: an account that
 * may have been made anew. Two known and different national numbers mean two persons.
 * @param newcomers a thousand at most
 */
export async function askAboutFormerAccounts(
  { unitOfWork, source, snapshot, renamed }: FormerAccountsContext,
  newcomers: readonly PersonState[],
): Promise<HomonymPlan[]> {
  const sought = newcomers.filter(({ birthDate }) => birthDate !== undefined);
  if (sought.length === 0) return [];
  const names = [...new Set(sought.map(foldedNameOf))];
  const rows = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
      .select('external.personId', 'personId')
      .addSelect('external.key', 'key')
      .addSelect('external.ine', 'ine')
      .addSelect('external.birthDate', 'birthDate')
      .addSelect('person.foldedName', 'foldedName')
      .where('person.foldedName IN (:...names) AND external.source = :source', { names, source })
      .andWhere('external.birthDate IS NOT NULL')
      .getRawMany<FormerAccount>(),
  );
  const former = rows.filter(({ key }) => snapshot.numberOf(key) === undefined && !renamed.newKeys.has(key));
  if (former.length === 0) return [];
  const personId = In(former.map((one) => one.personId));
  const places = await unitOfWork.run((manager) => manager.findBy(AttachmentRow, { source, personId }));
  const wasIn = new Set(places.map((place) => `${place.personId} ${place.uai}`));
  return sought.flatMap((person) => {
    const isTheirs = (one: FormerAccount): boolean =>
      one.foldedName === foldedNameOf(person) &&
      one.birthDate === person.birthDate &&
      (one.ine === null || person.ine === undefined || one.ine === person.ine) &&
      schoolsOf(person.attachments).some((uai) => wasIn.has(`${one.personId} ${uai}`));
    return former.filter(isTheirs).map((one): HomonymPlan => ({
      key: person.key,
      displayName: person.displayName,
      other: one.personId,
      why: one.ine !== null && one.ine === person.ine ? 'several' : 'number',
    }));
  });
}
