// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { insertRows, type Row } from '../consoles/insert-rows.js';
import { inventIds } from '../consoles/invented-ids.js';
import { bodyOf, subjectOf } from './invented-texts.js';

export interface FilledMailbox {
  /** The person with a mailbox of `THREADS` threads. */
  readonly ownerId: string;
  readonly seconds: number;
}

export const THREADS = 10_000;

/** Messages made in memory at once. */
const PART = 5_000;
const MINUTE = 60_000;

/**
 * Fills the tables with messages of one recipient each, a minute between two. The first ones go to one person, so that their rows lie under
 * everything that was written later.
 */
export async function fillMailbox(
  { database: { dataSource }, clock }: Host,
  { uai, messages }: { readonly uai: string; readonly messages: number },
): Promise<FilledMailbox> {
  const begun = performance.now();
  const persons = await dataSource.query<{ personId: string }[]>(
    `SELECT personId FROM core_attachment WHERE uai = ? AND profile = 'teacher' ORDER BY personId`,
    [uai],
  );
  const idAt = (n: number): string => persons[n % persons.length]?.personId ?? '';
  const ownerId = idAt(0);
  const newId = inventIds();
  const before = clock.now().getTime() - (messages + 1) * MINUTE;
  for (let start = 0; start < messages; start += PART) {
    const tables = new Map<string, Row[]>([...TABLES].map((name) => [name, []]));
    for (let n = start; n < Math.min(messages, start + PART); n += 1) {
      const at = new Date(before + n * MINUTE);
      // Each hundredth message of a million is the owner's, so that their rows are spread over the tables.
      const isOwners = n % Math.max(1, Math.floor(messages / THREADS)) === 0;
      const other = 1 + (n % (persons.length - 2));
      const to = isOwners ? ownerId : idAt(other);
      const id = newId(at);
      const common = { school: uai, messageId: id };
      const own = {
        ...common,
        threadId: id,
        isLast: true,
        at,
        shownAt: at,
        recalledAt: null,
        hiddenAt: null,
        purgeAt: null,
      };
      const add = (table: string, row: Row): void => void tables.get(table)?.push({ id: newId(at), ...row });
      add('message', {
        ...{ id, school: uai, threadId: id, replyToId: null, authorId: idAt(other + 1), asProfile: 'teacher' },
        ...{
          subject: subjectOf(n),
          state: 'sent',
          version: 2,
          urgent: false,
          apart: null,
          sentAt: at,
          formKey: null,
          formTurn: null,
        },
      });
      add('text', { ...common, body: bodyOf(n), folded: `${subjectOf(n)}\n${bodyOf(n)}`.toLowerCase() });
      add('recipient', { ...common, toPerson: to, toGroup: null, part: null });
      add('copy', { ...own, ownerId: to, box: 'inbox', readAt: n % 3 === 0 ? null : at });
      add('copy', { ...own, ownerId: idAt(other + 1), box: 'sent', readAt: at });
    }
    for (const [name, rows] of tables) await insertRows(dataSource, `messaging_${name}`, rows);
  }
  if (dataSource.options.type === 'better-sqlite3') await dataSource.query('ANALYZE');
  return { ownerId, seconds: (performance.now() - begun) / 1000 };
}

const TABLES = ['message', 'text', 'recipient', 'copy'];
