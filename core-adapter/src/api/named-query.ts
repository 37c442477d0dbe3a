// SPDX-License-Identifier: EUPL-1.2
import type { ZodObject } from 'zod';

/**
 * A query for what a repository cannot say: joins, sums by group, searches over several tables. It stands in `queries` of the
 * manifest and runs by `db.query`. At boot the host reads the SQL and refuses what could reach another school; see
 * docs/explications/tenancy.md. The same SQL runs on SQLite and MariaDB.
 *
 * - One SELECT, or several joined by UNION. No comment, no quoted name, no `*`; each column of the result is a name, or has one
 *   by AS.
 * - FROM and JOIN … ON name tables of the brick. Each table has a condition `alias.school = :school` of its own, in WHERE or in
 *   its ON, beside others by AND; OR stands in brackets. A subquery is a SELECT of its own with the same rules.
 * - The host gives `:school`. Other parameters are keys of `parameters`: texts, numbers, booleans, dates, null, and lists where
 *   the SQL says `IN (:ids)`; an empty list contains nothing.
 * - Values of the result are read as `row` says: `z.number()`, `z.date()` and `z.boolean()` are the same on both databases.
 * @example
 * ```ts
 * export const unreadByThread = {
 *   sql: `SELECT m.threadId, COUNT(*) AS unread
 *     FROM messages_message m
 *     JOIN messages_delivery d ON d.school = :school AND d.messageId = m.id
 *     WHERE m.school = :school AND d.personId = :personId AND d.readAt IS NULL
 *     GROUP BY m.threadId`,
 *   parameters: z.object({ personId: z.string() }),
 *   row: z.object({ threadId: z.string(), unread: z.int() }),
 * };
 * ```
 * @stable
 */
export interface NamedQuery<P extends ZodObject = ZodObject, R extends ZodObject = ZodObject> {
  readonly sql: string;
  /** The parameters of the SQL, but for `:school`. */
  readonly parameters: P;
  /** The columns of a row of the result. */
  readonly row: R;
}
