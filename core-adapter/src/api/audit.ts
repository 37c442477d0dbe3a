// SPDX-License-Identifier: EUPL-1.2

/** The ids of the rows that an audit line is about, and short facts such as a reason. Stored as JSON. @stable */
export type AuditSubject = Readonly<Record<string, unknown>>;

/** The answer of audited work: the subject of its line, and the result for the caller. @stable */
export interface Audited<R> {
  /** Names the rows that the work changed, maybe fewer than were asked. Null when it changed none: no line is written. */
  readonly subject: AuditSubject | null;
  readonly result: R;
}

/** Writes audit lines: user, action, subject, school, time and outcome. @stable */
export interface Audit {
  /**
   * Runs the work of an action and writes its line with the subject that the work answers. The line commits in the same transaction as
   * the rows. When the work throws, its rows are rolled back, and the line has the outcome `failed` and the subject that was asked.
   * @param asked the subject of the line when the work throws
   * @example
   * `await audit('notices.hide', { notices: ids }, async () => {
   *   const hidden = await hideNotices(ids, db);
   *   return { subject: hidden.length > 0 ? { notices: hidden } : null, result: hidden.length };
   * });`
   */
  <R>(action: string, asked: AuditSubject, work: () => Promise<Audited<R>>): Promise<R>;
  /**
   * Writes the line of an action that needs no work of its own, such as reading, or that has just been done in this transaction.
   * @example `await audit('notices.read', { notice: id });`
   */
  (action: string, subject: AuditSubject): Promise<void>;
}
