// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A login of a person on one device. The session id and the ticket are stored as hashes: a copy of the table is useless. */
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

  /** The absolute limit of the session. */
  @Column('datetime', { precision: 3 })
  endsAt!: Date;
}
