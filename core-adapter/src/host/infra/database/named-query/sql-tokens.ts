// SPDX-License-Identifier: EUPL-1.2

/** A token of a named query. `text` is as written, without quotes or colon. */
export interface SqlToken {
  readonly kind: 'word' | 'number' | 'string' | 'parameter' | 'symbol' | 'end';
  readonly text: string;
  /** The places at which the token begins and ends in the SQL. */
  readonly from: number;
  readonly to: number;
}

/** The SQL of a named query is refused. The message continues the sentence « the query "search" … ». */
export class QueryProblem extends Error {
  constructor(
    cause: string,
    readonly remedy = 'See NamedQuery for what SQL may say.',
  ) {
    super(cause);
  }
}

/** Texts that have a meaning of their own in one of the databases, each with the problem and the remedy. */
const REFUSED: readonly (readonly [start: string, cause: string, remedy: string])[] = [
  [';', 'has a semicolon', 'Write one statement, without one at its end.'],
  ['--', 'has a comment', 'Write it outside of the SQL.'],
  ['/*', 'has a comment', 'Write it outside of the SQL.'],
  ['#', 'has a comment', 'Write it outside of the SQL.'],
  ['"', 'has a quoted name', 'Write names without quotes.'],
  ['`', 'has a quoted name', 'Write names without quotes.'],
  ['[', 'has a quoted name', 'Write names without quotes.'],
  ['||', 'has "||", which MariaDB reads as OR', 'Join texts in the code.'],
  ['/', 'divides, which gives whole numbers on SQLite alone', 'Divide in the code.'],
  ['?', 'has "?"', 'Name parameters, such as :text.'],
];

const TOKEN =
  /(?<space>[ \t\r\n]+)|(?<word>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?)|'(?<string>[^'\\?\p{Cc}]*)'|:(?<parameter>[A-Za-z]\w*)|(?<symbol><>|<=|>=|!=|[=<>+\-*(),.])/uy;
const KINDS = ['word', 'number', 'string', 'parameter', 'symbol'] as const;

/** Cuts SQL into tokens. @throws QueryProblem at anything else */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let from = 0; from < sql.length;) {
    const refused = REFUSED.find(([start]) => sql.startsWith(start, from));
    if (refused) throw new QueryProblem(refused[1], refused[2]);
    TOKEN.lastIndex = from;
    const groups = TOKEN.exec(sql)?.groups;
    if (!groups) throw unreadable(sql, from);
    const to = TOKEN.lastIndex;
    const kind = KINDS.find((one) => groups[one] !== undefined);
    if (kind) tokens.push({ kind, text: groups[kind] ?? '', from, to });
    // The databases read 0x1F, 1e5 or x'41' in different ways.
    const isGlued = kind !== 'symbol' && kind !== undefined && /[\w':]/.test(sql[to] ?? '');
    if (isGlued) throw unreadable(sql, from);
    from = to;
  }
  return [...tokens, { kind: 'end', text: 'the end', from: sql.length, to: sql.length }];
}

function unreadable(sql: string, at: number): QueryProblem {
  const excerpt = sql.slice(at, at + 20).split('\n')[0] ?? '';
  if (!excerpt.startsWith("'")) return new QueryProblem(`cannot be read at «${excerpt}»`);
  return new QueryProblem(
    `has a text with a quote, a backslash or a question mark («${excerpt}»)`,
    'Make it a parameter.',
  );
}
