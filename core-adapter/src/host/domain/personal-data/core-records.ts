// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { LapsingGrantRow } from '../administrators/lapsing-grant.entity.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { FormerMembershipRow } from '../directory/former-membership.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { StandInRow } from '../directory/stand-in.entity.js';
import { PutAwayRow } from '../former-schools/put-away.entity.js';
import { KeptTextRow } from '../kept-texts/kept-text.entity.js';
import { unpackFields } from '../kept-texts/pack-fields.js';
import { parcelRecords } from '../hand-over/forget-parcels.js';
import { LastLoginRow } from '../sessions/last-login.entity.js';
import { LastSchoolRow } from '../sessions/last-school.entity.js';
import { SessionRow } from '../sessions/session.entity.js';
import { AccessTokenRow } from '../tokens/access-token.entity.js';

/** The host's data about one person. A kinship does not name the other person, since that name is their personal data. */
export async function coreRecords(manager: EntityManager, personId: string): Promise<Record<string, unknown>> {
  const kinships = await manager.find(KinshipRow, { where: [{ guardianId: personId }, { childId: personId }] });
  const attachments = await manager.findBy(AttachmentRow, { personId });
  const attachmentId = In(attachments.map(({ id }) => id));
  return {
    person: await manager.findOneBy(PersonRow, { id: personId }),
    directories: withoutId(await manager.findBy(ExternalIdRow, { personId })),
    schools: withoutId(attachments),
    endingRights: (await manager.findBy(LapsingGrantRow, { attachmentId })).map(({ noticedAt, warnedAt }) => {
      return { noticedAt, warnedAt };
    }),
    groups: await groupsOf(manager, personId),
    formerGroups: await formerGroupsOf(manager, personId),
    replacements: await replacementsOf(manager, personId),
    wordsForReplacements: await wordsLeftBy(manager, personId),
    kinships: kinships.map(({ source, guardianId }) => ({
      source,
      as: guardianId === personId ? 'guardian' : 'child',
    })),
    parcels: await parcelRecords(manager, personId),
    administrator: await manager.findOneBy(AdministratorRow, { personId }),
    sessions: (await manager.findBy(SessionRow, { personId })).map(({ seenAt, endsAt }) => ({ seenAt, endsAt })),
    accessTokens: (await manager.findBy(AccessTokenRow, { personId })).map(
      ({ name, brickIds, createdAt, lastUsedAt, endsAt }) => ({ name, brickIds, createdAt, lastUsedAt, endsAt }),
    ),
    lastSchool: (await manager.findOneBy(LastSchoolRow, { personId }))?.uai ?? null,
    remindersPutAway: (await manager.findBy(PutAwayRow, { personId })).map(({ uai, at }) => ({ uai, at })),
    keptTexts: await keptTextsOf(manager, personId),
    lastLogin: (await manager.findOneBy(LastLoginRow, { personId }))?.at ?? null,
    actions: (await manager.find(AuditLine, { where: { actor: personId }, order: { at: 'ASC' } })).map(
      ({ at, uai, action, outcome }) => ({ at, uai, action, outcome }),
    ),
  };
}

async function groupsOf(manager: EntityManager, personId: string): Promise<object[]> {
  const memberships = await manager.findBy(MembershipRow, { personId, via: IsNull() });
  const roles = new Map(memberships.map(({ groupId, role }) => [groupId, role]));
  const groups = await manager.findBy(GroupRow, { id: In([...roles.keys()]) });
  return groups.map(({ id, uai, schoolYear, kind, name }) => ({ uai, schoolYear, kind, name, role: roles.get(id) }));
}

/** Groups that the person left recently, and groups that ended while the person was a member. */
async function formerGroupsOf(manager: EntityManager, personId: string): Promise<object[]> {
  const rows = await manager.find(FormerMembershipRow, { where: { personId, via: IsNull() }, order: { until: 'ASC' } });
  const groups = await manager.findBy(GroupRow, { id: In(rows.map(({ groupId }) => groupId)) });
  return rows.map(({ groupId, role, until, leftAt }) => {
    const { uai, schoolYear, kind, name } = groups.find(({ id }) => id === groupId) ?? {};
    return { uai, schoolYear, kind, name, role, until, leftAt };
  });
}

/** The classes in which the person replaces or replaced a teacher. */
async function replacementsOf(manager: EntityManager, personId: string): Promise<object[]> {
  const rows = await manager.find(StandInRow, { where: { personId }, order: { from: 'ASC' } });
  const groups = await manager.findBy(GroupRow, { id: In(rows.map(({ groupId }) => groupId)) });
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return rows.map(({ uai, groupId, from, until, addedAt, word }) => ({
    ...{ uai, name: names.get(groupId), from, until, addedAt, word },
  }));
}

/** The words that the person has left for replacement teachers, without the names of these. */
async function wordsLeftBy(manager: EntityManager, personId: string): Promise<object[]> {
  const rows = await manager.find(StandInRow, { where: { wordBy: personId }, order: { from: 'ASC' } });
  return rows.map(({ uai, from, until, word }) => ({ uai, from, until, word }));
}

/** Texts that the person has typed and not sent. */
async function keptTextsOf(manager: EntityManager, personId: string): Promise<object[]> {
  const rows = await manager.find(KeptTextRow, { where: { personId }, order: { savedAt: 'ASC' } });
  const fields = (packed: string | null): object | null =>
    packed === null ? null : unpackFields(packed).map(([name, value]) => ({ name, value }));
  return rows.map(({ uai, page, title, savedAt, content, otherAt, other }) => ({
    ...{ uai, page, title, savedAt, fields: fields(content), otherAt, otherFields: fields(other) },
  }));
}

function withoutId<T extends { personId: string }>(rows: readonly T[]): Omit<T, 'personId'>[] {
  return rows.map(({ personId: _, ...rest }) => rest);
}
