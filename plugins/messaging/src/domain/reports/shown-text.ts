// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { withoutWords, type Letter } from '../box/read-letters.js';
import type { MessageRow } from '../../store/message.entity.js';
import type { RecipientRow } from '../../store/recipient.entity.js';
import type { ReportRow } from '../../store/report.entity.js';

/** A message as a teacher showed it. Its author may write it anew meanwhile: the head reads what the teacher read. */
const shownText = z.object({
  subject: z.string(),
  body: z.string(),
  /** The ids of its files, and those of its rows of recipients. A file or row that is gone by then is left out. */
  files: z.array(z.string()).readonly(),
  recipients: z.array(z.string()).readonly(),
});

type ShownText = z.output<typeof shownText>;

/** Whether a teacher has shown the message before deciding about it. */
export function isShown({ shownSentAt }: Pick<ReportRow, 'shownSentAt'>): boolean {
  return shownSentAt !== '';
}

/** The columns that tell a report of a message as it was sent at an instant from one of the message as it is written anew. */
export function shownKey({
  id,
  sentAt,
}: Pick<MessageRow, 'id' | 'sentAt'>): Pick<ReportRow, 'messageId' | 'shownSentAt'> {
  return { messageId: id, shownSentAt: sentAt.toISOString() };
}

export function packShown({ message, body, files }: Letter, recipients: readonly Pick<RecipientRow, 'id'>[]): string {
  const { subject } = message;
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  return JSON.stringify({ subject, body, files: ids(files), recipients: ids(recipients) } satisfies ShownText);
}

/** Undefined once the text is no longer kept. */
export function shownOf({ shown }: Pick<ReportRow, 'shown'>): ShownText | undefined {
  return shown === null ? undefined : shownText.parse(JSON.parse(shown));
}

/** The message of a report as it was shown. */
export function shownLetter(letter: Letter, report: Pick<ReportRow, 'shown'>): Letter {
  const shown = shownOf(report);
  if (!shown) return withoutWords(letter);
  const { subject, body } = shown;
  const files = letter.files.filter(({ id }) => shown.files.includes(id));
  return { message: { ...letter.message, subject }, body, files };
}
