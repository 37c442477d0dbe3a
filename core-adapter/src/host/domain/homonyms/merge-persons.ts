// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { moveKeptTexts } from '../kept-texts/move-kept-texts.js';
import { lendMembers, takeBackMembers } from '../sync/apply/lend-members.js';
import { schoolsEver } from '../personal-data/find-leavers.js';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { endAttachments } from '../directory/end-attachments.js';
import { endStandIns, moveStandIns } from '../directory/end-stand-ins.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { endGrants } from '../sync/apply/free-persons.js';
import { agesOf, gainsAge, type Age } from '../sync/state/identity.js';
import { attachmentKey } from '../sync/state/person-state.js';
import { moveParcels } from '../hand-over/move-parcels.js';
import { homonymProblem } from './homonym-problem.js';
import type { HomonymRow } from '../sync/state/homonym.entity.js';
import type { Move } from './move-in-bricks.js';
import { moveHomonyms } from './move-homonyms.js';
import { personToKeep, type MergeCandidate } from './person-to-keep.js';
import { FormerMembershipRow } from '../directory/former-membership.entity.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { deleteRows, insertRows } from '../sync/apply/write-rows.js';

/** The result of a merge: the person who is kept and the one that is gone. */
export interface Merged {
  readonly kept: string;
  readonly gone: string;
  /** The kept person changed from pupil to adult or the reverse, or became both: rights granted to them have ended. */
  readonly isTurned: boolean;
  /** UAIs of the schools in which groups may have other members now. */
  readonly uais: readonly string[];
}

interface MergeContext {
  readonly loginSource: string | undefined;
  readonly now: Date;
  /** Moves the rows of bricks. It is called before the host's own rows change. */
  readonly moveInBricks: (move: Move) => Promise<void>;
}

/**
 * Merges two people: keys, attachments, groups and families of one become the other's. The merged person is disabled and loses the rights
 * granted by hand. Bricks move their rows. Digests stay as they are, so that the next sync finds nothing to change.
 * @throws ConflictError when both people have left, or one source names both
 */
export async function mergePersons(
  manager: EntityManager,
  { personId, otherId, why }: Pick<HomonymRow, 'personId' | 'otherId' | 'why'>,
  { loginSource, now, moveInBricks }: MergeContext,
): Promise<Merged> {
  const persons = await manager.findBy(PersonRow, { id: In([personId, otherId]) });
  const isThere = (id: string): boolean => persons.some((one) => one.id === id && one.disabledAt === null);
  const isAnyThere = isThere(personId) || isThere(otherId);
  if (persons.length < 2 || !isAnyThere) throw homonymProblem('left');
  const keys = await manager.find(ExternalIdRow, {
    where: { personId: In([personId, otherId]) },
    order: { id: 'ASC' },
  });
  refuseNamedTwice(keys);
  const double = (id: string): MergeCandidate => {
    const named = keys.filter((key) => key.personId === id && key.leftAt === null);
    return { id, sources: named.map(({ source }) => source) };
  };
  // Bricks keep more data about the person who was there before.
  const isOlderKept = why === 'key' || !isThere(otherId);
  const kept = isOlderKept ? otherId : personToKeep([double(personId), double(otherId)], loginSource);
  const gone = kept === personId ? otherId : personId;
  await moveInBricks({ from: gone, to: kept });

  const ages = await readAges(manager, [kept, gone]);
  const isTurned = gainsAge(ages(kept), ages(gone));
  if (isTurned) await endGrants(manager, [kept], now);
  if (isTurned) await endStandIns(manager, { personId: gone }, now);
  const moving = keys.filter((key) => key.personId === gone && key.leftAt === null);
  const sources = In(moving.map(({ source }) => source));
  // A key that one of these sources gave the kept person before is deleted: one source has one key for a person.
  await keepWitnesses(
    manager,
    moving,
    keys.filter((key) => key.personId === kept),
  );
  await manager.delete(ExternalIdRow, { personId: kept, source: sources });
  await manager.update(ExternalIdRow, { id: In(moving.map(({ id }) => id)) }, { personId: kept });
  await manager.update(AttachmentRow, { personId: gone, source: sources }, { personId: kept });
  await endAttachments(manager, [gone], now);
  // Ended attachments move too, whatever their source: they give no right, even with an end in the future (ADR 67), and they name the
  // schools in which bricks have moved rows. Attachments of replacements move with their replacement.
  await manager.update(AttachmentRow, { personId: gone, until: Not(IsNull()) }, { personId: kept });
  const uais = await moveMemberships(manager, gone, kept, now);
  await moveStandIns(manager, gone, kept);
  await moveKinships(manager, gone, kept);
  await moveHomonyms(manager, gone, kept);
  await moveParcels(manager, gone, kept, now);
  await moveKeptTexts(manager, gone, kept);
  await manager.delete(AdministratorRow, { personId: gone });
  await manager.update(PersonRow, { id: gone }, { disabledAt: now });
  await manager.update(PersonRow, { id: kept }, { disabledAt: null });
  const namer = keys.find(({ leftAt }) => leftAt === null)?.personId;
  const name = persons.find(({ id }) => id === namer);
  if (name && namer === gone) {
    const { givenName, familyName, displayName, foldedName } = name;
    await manager.update(PersonRow, { id: kept }, { givenName, familyName, displayName, foldedName });
  }
  return { kept, gone, isTurned, uais };
}

/** Copies the identity data that a source said before: it still identifies the person when the source is silent now. */
async function keepWitnesses(
  manager: EntityManager,
  moving: readonly ExternalIdRow[],
  former: readonly ExternalIdRow[],
): Promise<void> {
  for (const { id, source, stableIds, lastIne, lastBirthDate, firstBirthDate } of moving) {
    const known = former.find((one) => one.source === source);
    if (!known) continue;
    await manager.update(
      ExternalIdRow,
      { id },
      {
        stableIds: stableIds ?? known.stableIds,
        lastIne: lastIne ?? known.lastIne,
        lastBirthDate: lastBirthDate ?? known.lastBirthDate,
        firstBirthDate: firstBirthDate ?? known.lastBirthDate,
      },
    );
  }
}

/** Whether people are pupils or adults now, by id. */
async function readAges(manager: EntityManager, ids: readonly string[]): Promise<(id: string) => Age[]> {
  const rows = await manager.findBy(AttachmentRow, {
    personId: In([...ids]),
    source: Not(GRANT_SOURCE),
    until: IsNull(),
  });
  return (id) => agesOf(rows.flatMap((row) => (row.personId === id ? [attachmentKey(row.uai, row.profile)] : [])));
}

/** Refuses two people that one source names: a source knows its own people, so they are two. */
export function refuseNamedTwice(keys: readonly ExternalIdRow[]): void {
  const sources = keys.filter(({ leftAt }) => leftAt === null).map(({ source }) => source);
  const twice = sources.find((source, index) => sources.indexOf(source) !== index);
  if (twice === undefined) return;
  throw homonymProblem('twice', { source: twice });
}

/** Moves the memberships of one person to another, the former ones too. A group that has both as members keeps one membership. */
async function moveMemberships(manager: EntityManager, from: string, to: string, now: Date): Promise<string[]> {
  const uais = [...new Set([...(await schoolsEver(manager, from)), ...(await schoolsEver(manager, to))])];
  const lent = await takeBackMembers(manager, uais, now);
  const rows = await manager.findBy(MembershipRow, { personId: from });
  const there = await manager.findBy(MembershipRow, { personId: to });
  const groups = new Set(there.map(({ groupId }) => groupId));
  await manager.delete(MembershipRow, { personId: from });
  const moved = rows.filter(({ groupId }) => !groups.has(groupId)).map((row) => ({ ...row, personId: to }));
  await insertRows(manager, MembershipRow, moved);
  await manager.update(FormerMembershipRow, { personId: from }, { personId: to });
  const before = lent.map((row) => (row.personId === from ? { ...row, personId: to } : row));
  await lendMembers(manager, uais, { before, now });
  return uais;
}

/** Moves the kinships of one person to another. A kinship of a person with themselves is dropped. */
async function moveKinships(manager: EntityManager, from: string, to: string): Promise<void> {
  const rows = await manager.findBy(KinshipRow, [{ guardianId: from }, { childId: from }]);
  const there = await manager.findBy(KinshipRow, [{ guardianId: to }, { childId: to }]);
  const keyOf = ({ source, guardianId, childId }: KinshipRow): string => [source, guardianId, childId].join(' ');
  const known = new Set(there.map(keyOf));
  const instead = (id: string): string => (id === from ? to : id);
  const moved = rows
    .map(({ source, guardianId, childId }) => ({ source, guardianId: instead(guardianId), childId: instead(childId) }))
    .filter((row) => row.guardianId !== row.childId && !known.has(keyOf(row)));
  await deleteRows(manager, KinshipRow, rows);
  await insertRows(manager, KinshipRow, moved);
}
