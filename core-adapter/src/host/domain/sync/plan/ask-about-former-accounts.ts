// SPDX-License-Identifier: EUPL-1.2
import { Brackets, In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { attachmentKey, schoolsOf, type PersonState } from '../state/person-state.js';
import { likenessOf, type FormerAccount } from './former-account-likeness.js';
import type { KnownDigests } from './known-digests.js';
import type { RenamedKeys } from './renamed-keys.js';
import type { HomonymPlan } from './sync-plan.js';

export interface FormerAccountsContext {
  readonly unitOfWork: UnitOfWork;
  readonly source: string;
  readonly snapshot: Pick<Snapshot, 'numberOf'>;
  readonly known: Pick<KnownDigests, 'hasNew'>;
  readonly renamed: Pick<RenamedKeys, 'newKeys'>;
}

/**
 * Pairs of a new person and one that the directory names no more: an account that may have been made anew (ADR 71, 79).
 * @param newcomers a thousand at most
 */
export async function askAboutFormerAccounts(
  { unitOfWork, source, snapshot, known, renamed }: FormerAccountsContext,
  newcomers: readonly PersonState[],
): Promise<HomonymPlan[]> {
  if (newcomers.length === 0 || !known.hasNew) return [];
  const rows = await unitOfWork.run(async (manager) => [
    ...(await findByNameOrNumber(manager, source, newcomers)),
    ...(await findByDay(manager, source, newcomers)),
  ]);
  const gone = rows.filter(({ key }) => snapshot.numberOf(key) === undefined && !renamed.newKeys.has(key));
  if (gone.length === 0) return [];
  const personId = In(gone.map((one) => one.personId));
  const places = await unitOfWork.run((manager) => manager.findBy(AttachmentRow, { source, personId }));
  const attachments = new Map<string, Set<string>>();
  for (const { personId: id, uai, profile } of places) {
    attachments.set(id, (attachments.get(id) ?? new Set()).add(attachmentKey(uai, profile)));
  }
  const former = new Map<string, FormerAccount>();
  for (const row of gone) former.set(row.personId, { ...row, attachments: attachments.get(row.personId) ?? new Set() });
  const findLike = indexOf([...former.values()]);
  return newcomers.flatMap((person) =>
    findLike(person).flatMap((one): HomonymPlan[] => {
      const why = likenessOf(one, person);
      return why ? [{ key: person.key, displayName: person.displayName, other: one.personId, why }] : [];
    }),
  );
}

type FormerRow = Omit<FormerAccount, 'attachments'>;

function findByNameOrNumber(
  manager: EntityManager,
  source: string,
  newcomers: readonly PersonState[],
): Promise<FormerRow[]> {
  const names = [...new Set(newcomers.flatMap(foldedNamesOf))];
  const numbers = [...new Set(newcomers.flatMap(({ ine }) => ine ?? []))];
  const same = new Brackets((either) => {
    either.where('person.foldedName IN (:...names)', { names });
    if (numbers.length > 0) either.orWhere('external.ine IN (:...numbers)', { numbers });
  });
  return accounts(manager, source).andWhere(same).getRawMany<FormerRow>();
}

/** Pupils of the same schools with the same days of birth: their names may have been corrected. */
async function findByDay(
  manager: EntityManager,
  source: string,
  newcomers: readonly PersonState[],
): Promise<FormerRow[]> {
  const born = newcomers.filter(({ birthDate }) => birthDate !== undefined);
  const days = [...new Set(born.flatMap(({ birthDate }) => birthDate ?? []))];
  const uais = [...new Set(born.flatMap(({ attachments }) => schoolsOf(attachments)))];
  if (uais.length === 0) return [];
  return accounts(manager, source)
    .innerJoin(AttachmentRow, 'place', 'place.personId = person.id AND place.source = :source')
    .andWhere("place.uai IN (:...uais) AND place.profile = 'pupil'", { uais })
    .andWhere('external.birthDate IN (:...days)', { days })
    .getRawMany<FormerRow>();
}

function accounts(manager: EntityManager, source: string): SelectQueryBuilder<PersonRow> {
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
    .select('external.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect('external.ine', 'ine')
    .addSelect('external.birthDate', 'birthDate')
    .addSelect('COALESCE(external.givenName, person.givenName)', 'givenName')
    .addSelect('COALESCE(external.familyName, person.familyName)', 'familyName')
    .addSelect('person.foldedName', 'foldedName')
    .where('external.source = :source', { source });
}

/** Indexes people by number, day and name, so that a thousand newcomers are not compared with everybody who left. */
function indexOf(former: readonly FormerAccount[]): (person: PersonState) => FormerAccount[] {
  const by = new Map<string, Set<FormerAccount>>();
  for (const one of former) {
    for (const mark of [one.ine, one.birthDate, one.foldedName]) {
      if (mark !== null) by.set(mark, (by.get(mark) ?? new Set()).add(one));
    }
  }
  return (person) => {
    const marks = [person.ine ?? '', person.birthDate ?? '', ...foldedNamesOf(person)];
    return [...new Set(marks.flatMap((mark) => [...(by.get(mark) ?? [])]))];
  };
}

/** The names in both orders: a directory may have swapped them. */
function foldedNamesOf(person: PersonState): string[] {
  const { givenName, familyName } = person;
  return [foldedNameOf(person), foldedNameOf({ ...person, givenName: familyName, familyName: givenName })];
}
