// SPDX-License-Identifier: EUPL-1.2
import { expectedLines, lineText, type Line, type Rows, type Snapshot } from './journal-lines-for-tests.js';

/** The ids of two people who became one. */
export interface Merged {
  readonly from: string;
  readonly to: string;
}

/** Runs a statement of a test. */
type Query = <T>(sql: string) => Promise<T[]>;

const NOTHING: Rows = new Map();
const EMPTY: Snapshot = {
  ...{
    messages: NOTHING,
    copies: NOTHING,
    reviews: NOTHING,
    reports: NOTHING,
    openings: NOTHING,
    policies: NOTHING,
    breakers: NOTHING,
  },
  ...{ words: new Map(), lines: new Map() },
};

/**
 * Compares, after each step of a walk, what changed in the rows of messages with the lines that the journal has got: each change has its
 * line, and each line its change. The rows are read here, by hand, and not by the code under test.
 */
export class JournalCheck {
  #before: Snapshot = EMPTY;
  readonly #query: Query;
  /** The number of compared lines: a walk without any proves nothing. */
  lines = 0;
  recalls = 0;

  constructor(query: Query) {
    this.#query = query;
  }

  /** Resets everything to the beginning. */
  async reset(): Promise<void> {
    await this.#query(`DELETE FROM core_audit WHERE action LIKE 'messaging.%'`);
    this.#before = EMPTY;
  }

  /** @param merged two people who became one in this step: of two copies or reports of one message, one went, without a line */
  async compare({ merged }: { readonly merged: Merged | undefined }): Promise<void> {
    const before = this.#before;
    const after = await this.#read();
    this.#before = after;
    const fresh = [...after.lines.values()].filter(({ id }) => !before.lines.has(id));
    this.lines += fresh.length;
    this.recalls += fresh.filter(({ action }) => action === 'messaging.recall').length;
    nothingShownIsLost(before, after, merged);
    const expected = merged ? [] : expectedLines(before, after).sort();
    const found = fresh.map(lineText).sort();
    if (expected.join('\n') === found.join('\n')) return;
    throw new Error(`The rows say\n${expected.join('\n')}\nand the journal says\n${found.join('\n')}`);
  }

  async #read(): Promise<Snapshot> {
    const rows = async (table: string, columns: string): Promise<Rows> => {
      const read = await this.#query<{ id: string }>(`SELECT id, ${columns} FROM messaging_${table}`);
      return new Map(read.map(({ id, ...rest }) => [id, { ...rest }]));
    };
    const lines = await this.#query<Omit<Line, 'subject'> & { subject: string | object }>(
      `SELECT id, actor, action, subject FROM core_audit WHERE action LIKE 'messaging.%' AND outcome = 'done'`,
    );
    const texts = await this.#query<{ id: string; subject: string; body: string }>(
      `SELECT m.id, m.subject, t.body FROM messaging_message m JOIN messaging_text t ON t.messageId = m.id`,
    );
    return {
      messages: await rows('message', 'authorId, state, urgent'),
      words: new Map(texts.map(({ id, subject, body }) => [id, `${subject}\n${body}`])),
      copies: await rows('copy', 'messageId, ownerId, shownAt, recalledAt'),
      reviews: await rows('review', 'state, version, decidedBy'),
      reports: await rows('report', 'messageId, reportedBy, added, closedBy, closedAt'),
      openings: await rows('opening', 'reportId, openedBy'),
      policies: await rows('policy', 'number, decidedBy'),
      breakers: await rows('breaker', 'startedBy, endedBy'),
      lines: new Map(
        lines.map(({ subject, ...line }) => [
          line.id,
          { ...line, subject: (typeof subject === 'string' ? JSON.parse(subject) : subject) as Line['subject'] },
        ]),
      ),
    };
  }
}

/**
 * Asserts that no step takes away a copy of which a word was shown, or its words. When two people became one, the person who stays has it.
 */
function nothingShownIsLost(before: Snapshot, after: Snapshot, merged: Merged | undefined): void {
  const now = (id: unknown): unknown => (id === merged?.from ? merged?.to : id);
  const kept = new Set(
    [...after.copies.values()]
      .filter(({ shownAt, recalledAt }) => shownAt !== null && recalledAt === null)
      .map(({ messageId, ownerId }) => `${String(messageId)} ${String(ownerId)}`),
  );
  for (const { messageId, ownerId, shownAt } of before.copies.values()) {
    const author = before.messages.get(String(messageId))?.['authorId'];
    if (shownAt === null || now(author) === now(ownerId)) continue;
    const isSame = before.words.get(String(messageId)) === after.words.get(String(messageId));
    if (!isSame || !kept.has(`${String(messageId)} ${String(now(ownerId))}`))
      throw new Error(`${String(ownerId)} has lost ${String(messageId)}, which a page has shown.`);
  }
}
