// SPDX-License-Identifier: EUPL-1.2
import { QueryProblem, type SqlToken } from './sql-tokens.js';
import { TokenReader } from './token-reader.js';

/** Functions that give the same on both databases. LOWER and LENGTH do not: SQLite knows ASCII letters alone, MariaDB counts bytes. */
const FUNCTIONS = new Set(['COALESCE', 'NULLIF', 'ABS', 'ROUND', 'INSTR', 'SUBSTR', 'TRIM']);
/** Functions of one argument. With two, MIN and MAX are other functions on SQLite. */
const AGGREGATES = new Set(['COUNT', 'SUM', 'MIN', 'MAX', 'AVG']);
const WINDOWS = new Set(['ROW_NUMBER', 'RANK', 'DENSE_RANK']);
const OPERATORS = ['=', '<>', '!=', '<=', '>=', '<', '>', '+', '-', '*'];

/** The tokens of `alias.school = :school`. The kinds count, too, since a text may hold the same letters. */
const SCHOOL: readonly (readonly [kind: SqlToken['kind'], text?: string])[] = [
  ['word'],
  ['symbol', '.'],
  ['word', 'school'],
  ['symbol', '='],
  ['parameter', 'school'],
];

/** Reads expressions and conditions of a named query. */
export abstract class ExpressionParser {
  protected readonly reader: TokenReader;
  /** The parameters that stand alone in `IN (:ids)`. */
  readonly lists = new Set<string>();
  readonly scalars = new Set<string>();

  constructor(sql: string) {
    this.reader = new TokenReader(sql);
  }

  protected abstract query(options?: { mayLimit?: boolean }): void;

  protected list(one: () => void): void {
    do one();
    while (this.reader.acceptSymbol(','));
  }

  /**
   * Reads conditions that are joined by AND, outside of brackets.
   * @returns the aliases of which one condition says `alias.school = :school`
   */
  protected conditions(): ReadonlySet<string> {
    const aliases = this.#conjunction();
    if (this.reader.isWord('OR')) {
      throw new QueryProblem('has OR outside brackets, which would undo the condition on the school', 'Add brackets.');
    }
    return aliases;
  }

  protected orderBy(): void {
    this.reader.expectWord('BY');
    this.list(() => {
      this.conditions();
      if (!this.reader.acceptWord('ASC')) this.reader.acceptWord('DESC');
    });
  }

  protected operand(): void {
    if (this.reader.acceptSymbol('-')) return this.operand();
    if (this.reader.acceptSymbol('(')) return this.#brackets();
    if (this.reader.acceptWord('CASE')) return this.#case();
    if (this.reader.acceptWord('NULL')) return;
    if (this.reader.acceptWord('EXISTS')) {
      this.reader.expectSymbol('(');
      this.query();
      return this.reader.expectSymbol(')');
    }
    const { kind, text } = this.reader.peek();
    if (kind === 'parameter') this.scalars.add(text);
    if (kind === 'parameter' || kind === 'number' || kind === 'string') return void this.reader.next();
    if (this.reader.isSymbol('(', 1) && kind === 'word') return this.#function();
    this.reader.expectName('a column, a value or a bracket');
    if (this.reader.acceptSymbol('.')) this.reader.expectName('a column');
  }

  #conjunction(): ReadonlySet<string> {
    const aliases = new Set<string>();
    do {
      const start = this.reader.at;
      this.#condition();
      const alias = this.#schoolOf(start, this.reader.at);
      if (alias !== undefined) aliases.add(alias);
    } while (this.reader.acceptWord('AND'));
    return aliases;
  }

  /** The alias when these tokens are exactly `alias.school = :school`. */
  #schoolOf(start: number, end: number): string | undefined {
    const tokens = this.reader.tokens.slice(start, end);
    const isSchool =
      tokens.length === SCHOOL.length &&
      SCHOOL.every(
        ([kind, text], index) => tokens[index]?.kind === kind && (text ?? tokens[index].text) === tokens[index].text,
      );
    return isSchool ? tokens[0]?.text : undefined;
  }

  #condition(): void {
    while (this.reader.acceptWord('NOT'));
    this.operand();
    for (;;) {
      if (OPERATORS.some((operator) => this.reader.acceptSymbol(operator))) this.operand();
      else if (this.reader.acceptWord('IS')) {
        this.reader.acceptWord('NOT');
        this.reader.expectWord('NULL');
      } else if (this.reader.isWord('IN') || (this.reader.isWord('NOT') && this.reader.isWord('IN', 1))) {
        this.reader.acceptWord('NOT');
        this.reader.expectWord('IN');
        this.#in();
      } else return;
    }
  }

  #in(): void {
    this.reader.expectSymbol('(');
    if (this.reader.isWord('SELECT')) this.query({ mayLimit: false });
    else if (this.reader.peek().kind === 'parameter' && this.reader.isSymbol(')', 1))
      this.lists.add(this.reader.next().text);
    else this.list(() => this.operand());
    this.reader.expectSymbol(')');
  }

  /** The content of brackets: a subquery, or conditions, which may have OR. */
  #brackets(): void {
    if (this.reader.isWord('SELECT')) this.query();
    else this.#alternatives();
    this.reader.expectSymbol(')');
  }

  #alternatives(): void {
    do this.#conjunction();
    while (this.reader.acceptWord('OR'));
  }

  #case(): void {
    if (!this.reader.isWord('WHEN')) this.operand();
    do {
      this.reader.expectWord('WHEN');
      this.#alternatives();
      this.reader.expectWord('THEN');
      this.#alternatives();
    } while (this.reader.isWord('WHEN'));
    if (this.reader.acceptWord('ELSE')) this.#alternatives();
    this.reader.expectWord('END');
  }

  #function(): void {
    const { text, to } = this.reader.next();
    const name = text.toUpperCase();
    // MariaDB takes the name for a column otherwise (IGNORE_SPACE).
    if (this.reader.peek().from !== to)
      throw new QueryProblem(`has a space between ${name} and its bracket`, 'Remove it.');
    this.reader.expectSymbol('(');
    if (WINDOWS.has(name)) this.reader.expectSymbol(')');
    else if (AGGREGATES.has(name)) this.#argument(name);
    else if (FUNCTIONS.has(name)) {
      this.list(() => this.#alternatives());
      this.reader.expectSymbol(')');
    } else
      throw new QueryProblem(
        `calls ${name}, which is not among the functions that both databases have`,
        'See NamedQuery.',
      );
    if (this.reader.acceptWord('OVER')) this.#window();
  }

  #argument(name: string): void {
    if (name !== 'COUNT' || !this.reader.acceptSymbol('*')) {
      this.reader.acceptWord('DISTINCT');
      this.#alternatives();
    }
    this.reader.expectSymbol(')');
  }

  #window(): void {
    this.reader.expectSymbol('(');
    if (this.reader.acceptWord('PARTITION')) {
      this.reader.expectWord('BY');
      this.list(() => this.operand());
    }
    if (this.reader.acceptWord('ORDER')) this.orderBy();
    this.reader.expectSymbol(')');
  }
}
