// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

/** Ids of what the week has written so far, by which addresses name it. Only ids are read here: all else goes through pages. */
export class StoredMessages {
  readonly #dataSource: Host['database']['dataSource'];

  constructor({ database }: Pick<Host, 'database'>) {
    this.#dataSource = database.dataSource;
  }

  /** The message that a person has just written. */
  newestBy(authorId: string): Promise<string> {
    return this.#id('SELECT id FROM messaging_message WHERE authorId = ? ORDER BY sentAt DESC LIMIT 1', authorId);
  }

  /** The copy of a message that a person has. */
  copyOf(messageId: string, ownerId: string): Promise<string> {
    return this.#id('SELECT id FROM messaging_copy WHERE messageId = ? AND ownerId = ?', messageId, ownerId);
  }

  /** The review in which a message waits. */
  reviewOf(messageId: string): Promise<string> {
    return this.#id('SELECT id FROM messaging_review WHERE messageId = ?', messageId);
  }

  /** The report of a message. */
  reportOf(messageId: string): Promise<string> {
    return this.#id('SELECT id FROM messaging_report WHERE messageId = ?', messageId);
  }

  async #id(sql: string, ...values: string[]): Promise<string> {
    const [row] = await this.#dataSource.query<{ id: string }[]>(sql, values);
    if (!row) throw new Error(`No row: ${sql} [${values.join(', ')}]`);
    return row.id;
  }
}
