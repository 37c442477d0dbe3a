// SPDX-License-Identifier: EUPL-1.2

/** Rows in one query. */
const PART = 2_000;

/** The options of a query for the rows after `after`. */
interface PartOptions {
  readonly order: { readonly id: 'ASC' };
  readonly take: number;
  readonly after?: { readonly id: string };
}

/**
 * The rows of a table in the order of their ids, of which a part is in memory: a school may have a million.
 * @param read the query, which takes these options
 */
export async function* everyRow<Row extends { readonly id: string }>(
  read: (part: PartOptions) => Promise<Row[]>,
  signal: AbortSignal,
): AsyncGenerator<Row> {
  let after: Row | undefined;
  do {
    signal.throwIfAborted();
    const rows = await read({ order: { id: 'ASC' }, take: PART, ...(after && { after: { id: after.id } }) });
    yield* rows;
    after = rows.length === PART ? rows.at(-1) : undefined;
  } while (after);
}
