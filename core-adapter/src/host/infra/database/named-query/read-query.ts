// SPDX-License-Identifier: EUPL-1.2
import { SelectParser } from './select-parser.js';
import { QueryProblem, sqlTokens } from './sql-tokens.js';

/** The SQL of a named query, understood. */
export interface ReadQuery {
  readonly tables: ReadonlySet<string>;
  /** The names of all parameters, and of those that are lists. */
  readonly parameters: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  /** The SQL in parts: the text before a parameter, and its name; the last part has none. */
  readonly parts: readonly { readonly text: string; readonly parameter?: string }[];
}

/** @throws QueryProblem when the host does not understand the SQL, or a table has no condition on its school */
export function readQuery(sql: string): ReadQuery {
  const parser = new SelectParser(sql);
  parser.parse();
  const { tables, lists, scalars } = parser;
  const both = [...lists].find((name) => scalars.has(name));
  if (both !== undefined) throw new QueryProblem(`has :${both} as a list and as a value`, 'Use two parameters.');
  const parts: { text: string; parameter?: string }[] = [];
  let from = 0;
  for (const token of sqlTokens(sql)) {
    if (token.kind !== 'parameter') continue;
    parts.push({ text: sql.slice(from, token.from), parameter: token.text });
    from = token.to;
  }
  parts.push({ text: sql.slice(from) });
  return { tables, lists, parameters: new Set([...lists, ...scalars]), parts };
}
