// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A platform administrator. The right is granted on the command line or by another administrator, never derived from a directory. */
@Entity('core_administrator')
export class AdministratorRow {
  @PrimaryColumn('varchar', { length: 36 })
  personId!: string;

  @Column('datetime', { precision: 3 })
  grantedAt!: Date;
}
