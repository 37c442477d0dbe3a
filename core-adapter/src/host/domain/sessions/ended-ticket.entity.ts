// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A ticket that the SSO ended by single logout, perhaps before its session was opened. Kept for as long as a login may take. */
@Entity('core_ended_ticket')
@Index('core_ended_ticket_at', ['endedAt'])
export class EndedTicketRow {
  @PrimaryColumn('varchar', { length: 64 })
  ticketHash!: string;

  @Column('datetime', { precision: 3 })
  endedAt!: Date;
}
