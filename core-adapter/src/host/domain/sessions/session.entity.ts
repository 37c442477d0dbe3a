// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who is logged in on one device. The cookie's id and the ticket are kept as hashes: a copy of the table opens nothing. */
@Entity('core_session')
@Index('core_session_ticket', ['ticketHash'])
@Index('core_session_person', ['personId'])
@Index('core_session_ends', ['endsAt'])
export class SessionRow {
  @PrimaryColumn('varchar', { length: 64 })
  idHash!: string;

  @Column('varchar', { length: 36 })
  personId!: string;

  @Column('varchar', { length: 64 })
  ticketHash!: string;

  @Column('simple-json')
  data!: Record<string, unknown>;

  @Column('datetime', { precision: 3 })
  seenAt!: Date;

  /** Whatever happens, the session is over then. */
  @Column('datetime', { precision: 3 })
  endsAt!: Date;
}
