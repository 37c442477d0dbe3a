// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A proxy-granting ticket that the SSO has handed over, until the session that it belongs to opens (CAS 3.0 §2.5.4). */
@Entity('core_pending_grant')
@Index('core_pending_grant_at', ['keptAt'])
export class PendingGrantRow {
  @PrimaryColumn('varchar', { length: 64 })
  idHash!: string;

  /** Sealed: a copy of the table opens nothing. */
  @Column('varchar', { length: 600 })
  sealed!: string;

  @Column('datetime', { precision: 3 })
  keptAt!: Date;
}
