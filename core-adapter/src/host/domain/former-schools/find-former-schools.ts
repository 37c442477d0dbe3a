// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { Member } from '../../../api/school-directory.js';
import { PROFILES, type Profile, type School } from '../../../api/people.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { readInstant, type StoredInstant } from '../../infra/util/stored-instant.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { FORMER_MEMBERSHIPS_KEPT } from '../directory/former-membership.entity.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { schoolOf } from '../directory/school-list.js';
import { SchoolRow } from '../directory/school.entity.js';
import { hasBegun, hasEnded } from '../directory/where-attachment-in-force.js';
import { PutAwayRow } from './put-away.entity.js';

/** A school that a person, or a child of theirs, has left. */
export interface FormerSchool {
  readonly school: School;
  /** The person who left it. */
  readonly owner: Pick<Member, 'id' | 'displayName' | 'givenName'>;
  /** The profiles of the reader there when the owner left: for a child, that of a guardian. */
  readonly profiles: readonly Profile[];
  readonly leftAt: Date;
  /** The reader has put away the reminder since. */
  readonly isPutAway: boolean;
}

interface Departure extends Pick<FormerSchool, 'profiles' | 'leftAt'> {
  readonly uai: string;
  readonly ownerId: string;
}

/**
 * The schools that a person has left and is no longer in by any profile, and those that their children have left as pupils while the
 * person was a guardian there, be it of another child: kinships have no dates (ADR 74). The last one that was left comes first.
 */
export async function findFormerSchools(unitOfWork: UnitOfWork, readerId: string, now: Date): Promise<FormerSchool[]> {
  const attachments = await findAttachments(unitOfWork, readerId);
  const children = [...new Set(attachments.map(({ personId }) => personId))].filter((id) => id !== readerId);
  const own = attachments.filter((row) => row.personId === readerId && hasBegun(row, now));
  const asGuardian = own.filter(({ profile }) => profile === 'guardian');
  const departures = [
    ...departuresOf(own, now),
    ...children
      .flatMap((id) => departuresOf(pupilsAmong(attachments, id, now), now))
      .filter((one) => asGuardian.some((row) => wasThere(row, one)))
      .map((one): Departure => ({ ...one, profiles: ['guardian'] })),
  ].sort((one, other) => other.leftAt.getTime() - one.leftAt.getTime());
  return departures.length === 0 ? [] : withNames(unitOfWork, readerId, departures);
}

/** One attachment of the reader or of a child. */
type Attached = Pick<AttachmentRow, 'personId' | 'uai' | 'profile' | 'source' | 'from' | 'until'>;

/** The attachments of a person and of their children who are not disabled, by name. */
async function findAttachments(unitOfWork: UnitOfWork, readerId: string): Promise<Attached[]> {
  const rows = await SELECT_ATTACHMENTS(unitOfWork, { readerId });
  return rows.map((row) => ({
    ...row,
    from: readInstant(row.from),
    until: row.until === null ? null : readInstant(row.until),
  }));
}

interface StoredAttachment extends Omit<Attached, 'from' | 'until'> {
  readonly from: StoredInstant;
  readonly until: StoredInstant | null;
}

const SELECT_ATTACHMENTS = keptSelect<'readerId', StoredAttachment>((manager) => {
  const reader = manager.createQueryBuilder(PersonRow, 'reader').select('reader.id', 'id');
  const children = manager
    .createQueryBuilder(KinshipRow, 'kinship')
    .innerJoin(PersonRow, 'child', 'child.id = kinship.childId')
    .select('kinship.childId', 'id')
    .where('kinship.guardianId = :readerId AND child.disabledAt IS NULL');
  const owners = `(${reader.where('reader.id = :readerId').getQuery()} UNION ${children.getQuery()})`;
  return manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(owners, 'owner', 'owner.id = attachment.personId')
    .innerJoin(PersonRow, 'person', 'person.id = owner.id')
    .select('attachment.personId', 'personId')
    .addSelect('attachment.uai', 'uai')
    .addSelect('attachment.profile', 'profile')
    .addSelect('attachment.source', 'source')
    .addSelect('attachment.from', 'from')
    .addSelect('attachment.until', 'until')
    .orderBy('person.foldedName')
    .addOrderBy('person.id');
});

function pupilsAmong(attachments: readonly Attached[], childId: string, now: Date): Attached[] {
  return attachments.filter((row) => row.personId === childId && row.profile === 'pupil' && hasBegun(row, now));
}

/** The schools in which all of these attachments of one person have ended. */
function departuresOf(attachments: readonly Attached[], now: Date): Departure[] {
  return [...new Set(attachments.map(({ uai }) => uai))].flatMap((uai) => {
    const rows = attachments.filter((row) => row.uai === uai);
    const ends = rows.flatMap((row) => (row.until && hasEnded(row, now) ? row.until.getTime() : []));
    if (ends.length < rows.length) return [];
    const leftAt = new Date(Math.max(...ends));
    const last = rows.filter((row) => row.until?.getTime() === leftAt.getTime());
    const profiles = PROFILES.filter((profile) => last.some((row) => row.profile === profile));
    return [{ uai, ownerId: rows[0]?.personId ?? '', profiles, leftAt }];
  });
}

/** A sync may leave out the guardians of a child days before the family moves, so that they count as long as a membership that ended. */
function wasThere({ uai, from, until }: Attached, departure: Departure): boolean {
  const since = new Date(departure.leftAt.getTime() - FORMER_MEMBERSHIPS_KEPT);
  return uai === departure.uai && from < departure.leftAt && (until === null || until >= since);
}

async function withNames(
  unitOfWork: UnitOfWork,
  readerId: string,
  departures: readonly Departure[],
): Promise<FormerSchool[]> {
  const uai = In(departures.map((one) => one.uai));
  const id = In(departures.map(({ ownerId }) => ownerId));
  const [schools, persons, putAway] = await unitOfWork.run(async (manager) => [
    new Map((await manager.findBy(SchoolRow, { uai })).map((row) => [row.uai, schoolOf(row)])),
    new Map((await manager.findBy(PersonRow, { id })).map((row) => [row.id, row])),
    new Map((await manager.findBy(PutAwayRow, { personId: readerId, uai })).map((row) => [row.uai, row.at])),
  ]);
  return departures.flatMap(({ uai: key, ownerId, profiles, leftAt }) => {
    const [school, owner, at] = [schools.get(key), persons.get(ownerId), putAway.get(key)];
    if (!school || !owner) return [];
    const { displayName, givenName } = owner;
    const isPutAway = at !== undefined && at >= leftAt;
    return [{ school, owner: { id: ownerId, displayName, givenName }, profiles, leftAt, isPutAway }];
  });
}

/** Puts away the reminder of a school for a person. */
export async function putAway(unitOfWork: UnitOfWork, row: PutAwayRow): Promise<void> {
  await unitOfWork.run((manager) => manager.upsert(PutAwayRow, { ...row }, ['personId', 'uai']));
}
