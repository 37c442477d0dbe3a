// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ReportState = 'open' | 'closed';

/** The columns that tell a report of a message by a person who received it from those of words, and of messages that a teacher showed. */
export const OF_RECEIVER = { refusalId: '', shownSentAt: '' } as const;

/** A message that a receiver reported to the head. It names no class: reports are for the head alone. */
@Entity('messaging_report')
@Index('messaging_report_message', ['school', 'messageId', 'reportedBy', 'refusalId', 'shownSentAt'], { unique: true })
@Index('messaging_report_open', ['school', 'state', 'reportedAt'])
export class ReportRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  @Column('varchar', { length: 8 })
  state!: ReportState;

  /** Null once the person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  reportedBy!: string | null;

  @Column('datetime', { precision: 3 })
  reportedAt!: Date;

  /** The person's own words about the message; empty when they wrote nothing. */
  @Column('varchar', { length: 500 })
  reason!: string;

  /** Their later words, each with its instant, as JSON of `reasons.ts`. Null when there are none. */
  @Column('text', { nullable: true })
  added!: string | null;

  /**
   * For a message that was taken back before the person saw it, and for one that a teacher showed: the instant until which the head reads its
   * text. Null for all others.
   */
  @Column('datetime', { precision: 3, nullable: true })
  textUntil!: Date | null;

  /** The refusal with the word that is reported; empty in a report of the message itself. */
  @Column('varchar', { length: 36, default: '' })
  refusalId!: string;

  /**
   * The instant at which the message was sent that a teacher showed before deciding, in ISO 8601; empty for all others. A text, since a unique
   * index takes each null for another value.
   */
  @Column('varchar', { length: 24, default: '' })
  shownSentAt!: string;

  /** For a report about the word by which a message of the person was refused: the word, its author, and when it was given. */
  @Column('varchar', { length: 500, nullable: true })
  word!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  wordBy!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  wordAt!: Date | null;

  /** The message as a teacher showed it, as JSON of `shown-text.ts`. Null for all others, and once it is no longer kept. */
  @Column('text', { nullable: true })
  shown!: string | null;

  /** The head who closed it last, also where it was made again since. */
  @Column('varchar', { length: 36, nullable: true })
  closedBy!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  closedAt!: Date | null;
}
