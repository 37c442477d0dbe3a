// SPDX-License-Identifier: EUPL-1.2
import type { FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { z, ZodObject } from 'zod';
import type { NamedQuery } from './named-query.js';

/** A TypeORM entity class, as listed in a manifest. @stable */
export type EntityClass<T extends ObjectLiteral = ObjectLiteral> = new () => T;

/** The condition, the order and the number of rows of a query. @stable */
export interface FindOptions<T> {
  /** Plain values and TypeORM's operators (`In`, `MoreThan`, …), except `Raw`. An array means "or". */
  readonly where?: FindOptionsWhere<T> | FindOptionsWhere<T>[];
  readonly order?: FindOptionsOrder<T>;
  readonly take?: number;
  readonly skip?: number;
  /**
   * Only rows with the text in this column. `%` and `_` are ordinary characters, and letters are compared exactly: search
   * a column that holds `normaliseForSearch` of the text.
   */
  readonly containing?: Containing<T>;
  /**
   * Only rows after this one in `order`, for pages: the last row of the page before, or its columns in `order`. The order ends
   * with `id`, so that rows with equal values are neither shown twice nor left out. A page far into a table is as fast as the
   * first one, where `skip` reads all rows before it.
   * @example
   * `find({ order: { sentAt: 'DESC', id: 'DESC' }, after: { sentAt, id }, take: 50 })`
   */
  readonly after?: Readonly<Partial<T>>;
}

/** A text to look for in one column. An empty text is in each row where the column is not null. @stable */
export interface Containing<T> {
  readonly column: TextColumn<T>;
  readonly text: string;
}

/**
 * One table of a brick, restricted to one school. Every condition is put in brackets and joined with the school by AND;
 * every row written gets the school. Rows of another school cannot be read or written.
 * @stable
 */
export interface SchoolRepository<T extends ObjectLiteral> {
  /**
   * With `select`, the rows have these columns alone: for a list without its long texts, for example. `select` names either all columns
   * among `groupId`, `ownerId` and `pupilId` that the entity has, or none: a scope with a part of them relates more people.
   * @example
   * `find({ select: ['id', 'title'], where: { groupId }, order: { title: 'ASC' } })`
   */
  find<K extends keyof T & string>(options: FindOptions<T> & { readonly select: readonly K[] }): Promise<Pick<T, K>[]>;
  find(options?: FindOptions<T>): Promise<T[]>;
  findOne(options: FindOptions<T>): Promise<T | undefined>;
  count(options?: Pick<FindOptions<T>, 'where' | 'containing'>): Promise<number>;
  /** The sum of a column of numbers; 0 when no row matches. */
  sum(column: NumberColumn<T>, options?: Pick<FindOptions<T>, 'where'>): Promise<number>;
  /**
   * Inserts rows, all or none, and returns them as written. The host fills in `id` and `school`. More than 500 rows are
   * written by several statements in one transaction.
   * @throws ConflictError when a unique index refuses a row: retry the whole transaction, which then reads the row of
   * the other writer
   */
  insert(rows: readonly NewRow<T>[]): Promise<T[]>;
  /**
   * Inserts one row and returns it as written.
   * @throws ConflictError as `insert` does
   */
  insertOne(row: NewRow<T>): Promise<T>;
  /**
   * @returns the number of rows changed
   * @throws ConflictError as `insert` does
   */
  update(where: FindOptionsWhere<T>, changes: Partial<NewRow<T>>): Promise<number>;
  /**
   * Adds to one or several columns in one statement: no other request can change the row between reading and writing. The amounts may be
   * negative. A row in which a column would leave its bounds stays as it is and is not counted.
   * @returns the number of rows changed
   * @throws ConflictError as `insert` does
   * @example
   * `const taken = await db.repository(Outing).increment({ id }, { seats: 1 }, { seats: { atMost: 'capacity' } }); // 0 when it is full`
   */
  increment(where: FindOptionsWhere<T>, by: Increments<T>, bounds?: ColumnBounds<T>): Promise<number>;
  /** @returns the number of rows deleted */
  delete(where: FindOptionsWhere<T>): Promise<number>;
}

/** The amounts that `increment` adds, by column: `{ files: 1, bytes: 2048 }`. @stable */
export type Increments<T> = Readonly<Partial<Record<NumberColumn<T>, number>>>;

/** The bounds of columns that `increment` adds to. @stable */
export type ColumnBounds<T> = Readonly<Partial<Record<NumberColumn<T>, Bounds<T>>>>;

/**
 * The least and the greatest value that a column may have after `increment`: a number, or another column of the row.
 * @stable
 */
export interface Bounds<T> {
  readonly atLeast?: number | NumberColumn<T>;
  readonly atMost?: number | NumberColumn<T>;
}

/** The columns of an entity that hold numbers. @stable */
export type NumberColumn<T> = { [K in keyof T & string]: T[K] extends number ? K : never }[keyof T & string];

/** The columns of an entity that hold texts. @stable */
export type TextColumn<T> = {
  [K in keyof T & string]: NonNullable<T[K]> extends string ? K : never;
}[keyof T & string];

/** A row as a brick passes it to `insert`: the host adds its id and its school. @stable */
export type NewRow<T> = Omit<T, 'id' | 'school'>;

/** The tables of one brick in one school. @stable */
export interface SchoolDatabase {
  repository<T extends ObjectLiteral>(entity: EntityClass<T>): SchoolRepository<T>;
  /**
   * Runs a query of the manifest's `queries` in this school.
   * @throws Error when the parameters or a row do not fit the schemas of the query
   * @example
   * `const unread = await db.query(unreadByThread, { personId: user.id });`
   */
  query<P extends ZodObject, R extends ZodObject>(
    query: NamedQuery<P, R>,
    parameters: z.input<P>,
  ): Promise<z.output<R>[]>;
  /**
   * Runs `work` in a transaction: its rows and audit lines commit together or not at all. A nested transaction joins
   * the outer one. Do not wait for a network or a stream inside: other requests wait, and after 10 seconds the
   * transaction is rolled back.
   * @throws UnavailableError when the database connection is lost; the commit may or may not have happened, so keep any
   * content that the rows may name
   */
  transaction<R>(work: () => Promise<R>): Promise<R>;
}
