// SPDX-License-Identifier: EUPL-1.2
import { QueryProblem, sqlTokens, type SqlToken } from './sql-tokens.js';

/** Words that are not names. Words that no rule of the parser reads are refused everywhere. */
const KEYWORDS = new Set(
  `SELECT DISTINCT FROM WHERE GROUP BY HAVING ORDER LIMIT OFFSET UNION ALL AS ON AND OR NOT IN IS NULL EXISTS CASE WHEN THEN ELSE
  END JOIN INNER LEFT OUTER CROSS ASC DESC OVER PARTITION
  WITH RECURSIVE RIGHT FULL NATURAL USING LIKE BETWEEN XOR INTERSECT EXCEPT MINUS INTO FOR LOCK WINDOW VALUES TABLE STRAIGHT_JOIN
  LATERAL COLLATE GLOB REGEXP RLIKE MATCH DIV MOD PROCEDURE UPDATE DELETE INSERT REPLACE ESCAPE ANY SOME INTERVAL BINARY CAST
  CONVERT RETURNING INDEXED USE FORCE IGNORE`.split(/\s+/),
);

/** The replacements of words that are refused. */
const INSTEAD: ReadonlyMap<string, readonly [cause: string, remedy: string]> = new Map([
  ['WITH', ['has WITH', 'Write a subquery instead.']],
  ['LIKE', ['has LIKE, which takes case otherwise on SQLite', 'Write INSTR(column, :text) > 0.']],
  ['BETWEEN', ['has BETWEEN, and its AND could be taken for another one', 'Write >= and <=.']],
  ['USING', ['has USING', 'Write ON.']],
  ['RIGHT', ['has RIGHT JOIN', 'Write LEFT JOIN the other way round.']],
]);

/** The tokens of a query, read from left to right. */
export class TokenReader {
  readonly tokens: readonly SqlToken[];
  #at = 0;

  constructor(sql: string) {
    this.tokens = sqlTokens(sql);
  }

  get at(): number {
    return this.#at;
  }

  peek(ahead = 0): SqlToken {
    const token = this.tokens[Math.min(this.#at + ahead, this.tokens.length - 1)];
    if (!token) throw new QueryProblem('is empty');
    return token;
  }

  next(): SqlToken {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'word' && text.toUpperCase() === word;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'symbol' && text === symbol;
  }

  isName(ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'word' && !KEYWORDS.has(text.toUpperCase());
  }

  acceptWord(word: string): boolean {
    const isThere = this.isWord(word);
    if (isThere) this.#at += 1;
    return isThere;
  }

  acceptSymbol(symbol: string): boolean {
    const isThere = this.isSymbol(symbol);
    if (isThere) this.#at += 1;
    return isThere;
  }

  expectWord(word: string): void {
    if (!this.acceptWord(word)) this.refuse(word);
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) this.refuse(`"${symbol}"`);
  }

  expectName(what: string): string {
    return this.isName() ? this.next().text : this.refuse(what);
  }

  /** Refuses the next token. */
  refuse(expected: string): never {
    const { kind, text } = this.peek();
    const instead = kind === 'word' ? INSTEAD.get(text.toUpperCase()) : undefined;
    if (instead) throw new QueryProblem(...instead);
    throw new QueryProblem(`has ${kind === 'end' ? 'its end' : `«${text}»`} where ${expected} is expected`);
  }
}
