// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import { GroupRow } from './group.entity.js';
import { PersonRow } from './person.entity.js';

/**
 * A membership that has ended. The sync guard counts the losses of classes and teams for `FORMER_MEMBERSHIPS_KEPT`. One that was there when
 * its group ended is kept for `TIES_AT_END_KEPT`: past ties follow from it.
 */
@Entity('core_former_membership')
@Index('core_former_membership_until', ['until'])
@Index('core_former_membership_person', ['personId'])
@Index('core_former_membership_group', ['groupId'])
export class FormerMembershipRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => GroupRow, { name: 'core_former_membership_to_group', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  groupId!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_former_membership_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  @Column('varchar', { length: 10 })
  role!: MembershipRole;

  /** When it ended; for one that counts until its group ended (ADR 76), when that was. */
  @Column('datetime', { precision: 3 })
  until!: Date;

  /** When the person left, if that was before `until`. */
  @Column('datetime', { precision: 3, nullable: true })
  leftAt!: Date | null;

  /** The joined class from which the group had this member; null: the source of the group named the member itself. */
  @Column('varchar', { length: 36, nullable: true })
  via!: string | null;
}

/** SQL: the instant at which the person of a `former` membership left the group. */
export const LEFT_AT = 'COALESCE(former.leftAt, former.until)';

/** In milliseconds: a week, plus one day for a late sync. */
export const FORMER_MEMBERSHIPS_KEPT = 8 * 24 * 3_600_000;

/** In milliseconds: as long as a brick keeps something of the group for families, a bilan of CP (ADR 77). */
export const TIES_AT_END_KEPT = 4 * 366 * 24 * 3_600_000;
