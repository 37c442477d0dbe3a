// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import { GroupRow } from './group.entity.js';
import { PersonRow } from './person.entity.js';

@Entity('core_membership')
@Index('core_membership_person', ['personId'])
export class MembershipRow {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => GroupRow, { name: 'core_membership_to_group', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  groupId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_membership_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  @Column('varchar', { length: 10 })
  role!: MembershipRole;

  /** The joined class from which the group has this member; null: the source of the group names the member itself. */
  @Column('varchar', { length: 36, nullable: true })
  via!: string | null;
}
