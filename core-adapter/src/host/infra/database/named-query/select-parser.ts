// SPDX-License-Identifier: EUPL-1.2
import { ExpressionParser } from './expression-parser.js';
import { QueryProblem } from './sql-tokens.js';

/** A table or a subquery of FROM or JOIN. */
interface Source {
  /** Absent for a subquery, which has conditions of its own. */
  readonly table: string | undefined;
  readonly alias: string;
  hasSchool: boolean;
}

/**
 * Reads the statements that a named query may have, and refuses every other. A table counts as restricted to the school when
 * `alias.school = :school` is one of the conditions that WHERE, or the ON of that table, joins by AND outside of brackets.
 */
export class SelectParser extends ExpressionParser {
  readonly tables = new Set<string>();

  /** @throws QueryProblem */
  parse(): void {
    if (!this.reader.isWord('SELECT') && !this.reader.isWord('WITH')) {
      throw new QueryProblem(`begins with «${this.reader.peek().text}»`, 'Only SELECT is for named queries.');
    }
    this.query();
    if (this.reader.peek().kind !== 'end') this.reader.refuse('the end');
  }

  protected override query({ mayLimit = true } = {}): void {
    this.#select();
    while (this.reader.acceptWord('UNION')) {
      this.reader.acceptWord('ALL');
      this.#select();
    }
    if (this.reader.acceptWord('ORDER')) this.orderBy();
    // MariaDB error 1235.
    if (!mayLimit && this.reader.isWord('LIMIT'))
      throw new QueryProblem('has LIMIT in a subquery of IN, which MariaDB refuses');
    if (!this.reader.acceptWord('LIMIT')) return;
    this.operand();
    if (this.reader.acceptWord('OFFSET')) this.operand();
  }

  #select(): void {
    this.reader.expectWord('SELECT');
    this.reader.acceptWord('DISTINCT');
    this.list(() => this.#column());
    this.reader.expectWord('FROM');
    const sources = [this.#source([])];
    while (this.#isJoin()) this.#join(sources);
    if (this.reader.isSymbol(',')) throw new QueryProblem('lists tables after a comma', 'Write JOIN … ON.');
    if (this.reader.acceptWord('WHERE')) markSchools(sources, this.conditions());
    if (this.reader.acceptWord('GROUP')) {
      this.reader.expectWord('BY');
      this.list(() => this.conditions());
    }
    if (this.reader.acceptWord('HAVING')) this.conditions();
    this.#expectEndOfSelect();
    const open = sources.find(({ table, hasSchool }) => table !== undefined && !hasSchool);
    if (open) {
      throw new QueryProblem(
        `reads ${open.table} of every school`,
        `Add "${open.alias}.school = :school" to its conditions, joined by AND.`,
      );
    }
  }

  /** Refuses an unknown clause with a sentence about it, before the conditions are judged. */
  #expectEndOfSelect(): void {
    const isEnd = this.reader.peek().kind === 'end' || this.reader.isSymbol(')');
    if (isEnd || ['UNION', 'ORDER', 'LIMIT'].some((word) => this.reader.isWord(word))) return;
    this.reader.refuse('the end');
  }

  #column(): void {
    if (this.reader.isSymbol('*') || (this.reader.isSymbol('.', 1) && this.reader.isSymbol('*', 2))) {
      throw new QueryProblem('selects "*"', 'Name the columns.');
    }
    this.conditions();
    if (this.reader.acceptWord('AS')) this.reader.expectName('a name');
  }

  #isJoin(): boolean {
    return ['JOIN', 'INNER', 'LEFT', 'CROSS'].some((word) => this.reader.isWord(word));
  }

  #join(sources: Source[]): void {
    const isCross = this.reader.acceptWord('CROSS');
    if (!isCross && !this.reader.acceptWord('INNER') && this.reader.acceptWord('LEFT')) this.reader.acceptWord('OUTER');
    this.reader.expectWord('JOIN');
    const source = this.#source(sources);
    sources.push(source);
    if (isCross) return;
    this.reader.expectWord('ON');
    // The ON of a LEFT JOIN restricts the joined table alone, so a condition on another table proves nothing.
    markSchools([source], this.conditions());
  }

  #source(others: readonly Source[]): Source {
    const table = this.reader.isSymbol('(') ? undefined : this.#table();
    if (table === undefined) {
      this.reader.expectSymbol('(');
      this.query();
      this.reader.expectSymbol(')');
    }
    const isNamed = this.reader.acceptWord('AS') || this.reader.isName() || table === undefined;
    const alias = isNamed ? this.reader.expectName('a name for the table') : (table ?? '');
    if (others.some((other) => other.alias.toLowerCase() === alias.toLowerCase())) {
      throw new QueryProblem(`calls two tables ${alias}`, 'Give each a name of its own by AS.');
    }
    return { table, alias, hasSchool: false };
  }

  #table(): string {
    const table = this.reader.expectName('a table of the brick');
    if (this.reader.isSymbol('.')) throw new QueryProblem(`names a database (${table})`, 'Name tables alone.');
    this.tables.add(table);
    return table;
  }
}

/** Marks the sources to which the aliases belong. */
function markSchools(sources: readonly Source[], aliases: ReadonlySet<string>): void {
  for (const source of sources) if (aliases.has(source.alias)) source.hasSchool = true;
}
