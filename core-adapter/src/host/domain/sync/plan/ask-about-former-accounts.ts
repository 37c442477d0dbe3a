// SPDX-License-Identifier: EUPL-1.2
import { Brackets, In } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { HomonymReason } from '../state/homonym.entity.js';
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
 * Pairs of a new person and one that the directory names no more: an account that may have been made anew. They have the same national
 * number, whatever else differs, or else the same names and day of birth in the same school. Two known and different numbers mean two persons.
 * @param newcomers a thousand at most
 */
export async function askAboutFormerAccounts(
  { unitOfWork, source, snapshot, renamed }: FormerAccountsContext,
  newcomers: readonly PersonState[],
): Promise<HomonymPlan[]> {
  const sought = newcomers.filter(({ birthDate, ine }) => birthDate !== undefined || ine !== undefined);
  if (sought.length === 0) return [];
  const names = [...new Set(sought.map(foldedNameOf))];
  const numbers = [...new Set(sought.flatMap(({ ine }) => ine ?? []))];
  const rows = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
      .select('external.personId', 'personId')
      .addSelect('external.key', 'key')
      .addSelect('external.ine', 'ine')
      .addSelect('external.birthDate', 'birthDate')
      .addSelect('person.foldedName', 'foldedName')
      .where('external.source = :source', { source })
      .andWhere(
        new Brackets((same) => {
          same.where('(person.foldedName IN (:...names) AND external.birthDate IS NOT NULL)', { names });
          if (numbers.length > 0) same.orWhere('external.ine IN (:...numbers)', { numbers });
        }),
      )
      .getRawMany<FormerAccount>(),
  );
  const former = rows.filter(({ key }) => snapshot.numberOf(key) === undefined && !renamed.newKeys.has(key));
  if (former.length === 0) return [];
  const personId = In(former.map((one) => one.personId));
  const places = await unitOfWork.run((manager) => manager.findBy(AttachmentRow, { source, personId }));
  const wasIn = new Set(places.map((place) => `${place.personId} ${place.uai}`));
  return sought.flatMap((person) => {
    const hasNumber = ({ ine }: FormerAccount): boolean => ine !== null && ine === person.ine;
    const isLike = (one: FormerAccount): boolean =>
      one.foldedName === foldedNameOf(person) && one.birthDate !== null && one.birthDate === person.birthDate;
    const isTheirs = (one: FormerAccount): boolean =>
      hasNumber(one) ||
      (isLike(one) &&
        (one.ine === null || person.ine === undefined) &&
        schoolsOf(person.attachments).some((uai) => wasIn.has(`${one.personId} ${uai}`)));
    const reasonOf = (one: FormerAccount): HomonymReason => {
      if (!hasNumber(one)) return 'number';
      if (one.birthDate === null || one.birthDate !== person.birthDate) return 'day';
      return isLike(one) ? 'several' : 'name';
    };
    return former.filter(isTheirs).map((one): HomonymPlan => ({
      key: person.key,
      displayName: person.displayName,
      other: one.personId,
      why: reasonOf(one),
    }));
  });
}
