// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A proxy-granting ticket from the SSO, kept until its session opens (CAS 3.0 §2.5.4). */
@Entity('core_pending_grant')
@Index('core_pending_grant_at', ['keptAt'])
export class PendingPgtRow {
  @PrimaryColumn('varchar', { length: 64 })
  idHash!: string;

  /** Encrypted: a copy of the table is useless. */
  @Column('varchar', { length: 600 })
  sealed!: string;

  @Column('datetime', { precision: 3 })
  keptAt!: Date;
}
