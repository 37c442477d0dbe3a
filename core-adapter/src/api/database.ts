// SPDX-License-Identifier: EUPL-1.2
import type { FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** A TypeORM entity class, as handed to a manifest. */
export type EntityClass<T extends ObjectLiteral = ObjectLiteral> = new () => T;

/** Which rows, in what order, and how many. */
export interface FindOptions<T> {
  /** Plain values and TypeORM's operators (`In`, `MoreThan`, …), except `Raw`. An array means "or". */
  readonly where?: FindOptionsWhere<T> | FindOptionsWhere<T>[];
  readonly order?: FindOptionsOrder<T>;
  readonly take?: number;
  readonly skip?: number;
}

/**
 * One table of a brick, seen from one school. Every condition is bracketed and joined with the school by AND; every row
 * written gets the school. There is no way to ask for another school's rows.
 */
export interface SchoolRepository<T extends ObjectLiteral> {
  find(options?: FindOptions<T>): Promise<T[]>;
  findOne(options: FindOptions<T>): Promise<T | undefined>;
  count(options?: Pick<FindOptions<T>, 'where'>): Promise<number>;
  /** Adds up a column of numbers; 0 over no row. */
  sum(column: NumberColumn<T>, options?: Pick<FindOptions<T>, 'where'>): Promise<number>;
  /**
   * Adds rows; `id` and `school` are filled in. Returns them as written.
   * @throws ConflictError when a unique index refuses one: then try the whole transaction again, which reads what the other one wrote
   */
  insert(rows: readonly NewRow<T>[]): Promise<T[]>;
  /** @returns how many rows changed. @throws ConflictError as `insert` does */
  update(where: FindOptionsWhere<T>, changes: Partial<NewRow<T>>): Promise<number>;
  /** @returns how many rows went away */
  delete(where: FindOptionsWhere<T>): Promise<number>;
}

/** The columns of an entity that hold numbers. */
export type NumberColumn<T> = { [K in keyof T & string]: T[K] extends number ? K : never }[keyof T & string];

/** A row as its brick makes it: the host adds its id and its school. */
export type NewRow<T> = Omit<T, 'id' | 'school'>;

/** The tables of one brick in one school. */
export interface SchoolDatabase {
  repository<T extends ObjectLiteral>(entity: EntityClass<T>): SchoolRepository<T>;
  /**
   * All or nothing: rows, audit lines and what else is written inside commit together, or not at all.
   * A transaction in a transaction joins it. Keep it short: no waiting for a network or a stream inside. After 10 seconds
   * nothing of it is written, since others wait for it.
   * @throws UnavailableError when the database goes away meanwhile: nobody knows then whether it was written, so that content which its
   * rows may name must stay
   */
  transaction<R>(work: () => Promise<R>): Promise<R>;
}

/**
 * The tables of a brick outside of a request, for what runs on the command line or by the clock: a directory is read for many
 * schools at once. Each is still seen by itself.
 */
export interface BrickDatabase {
  /** The UAIs of all schools that the host knows. */
  schools(): Promise<readonly string[]>;
  forSchool(uai: string): SchoolDatabase;
}
