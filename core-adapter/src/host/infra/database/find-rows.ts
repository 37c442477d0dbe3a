// SPDX-License-Identifier: EUPL-1.2
import {
  Brackets,
  type EntityManager,
  type EntityMetadata,
  type FindOptionsSelect,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityClass, FindOptions } from '../../../api/database.js';
import { columnNamed } from './column-named.js';

const DIRECTIONS = new Map<unknown, 'ASC' | 'DESC'>([
  ...(['ASC', 'asc', 1] as const).map((written) => [written, 'ASC'] as const),
  ...(['DESC', 'desc', -1] as const).map((written) => [written, 'DESC'] as const),
]);

export interface Selection<T> extends FindOptions<T> {
  readonly select?: readonly (keyof T & string)[];
}

/** The columns that a row is judged by when it is given as its scope: see `ResourceScope`. */
const SCOPE_COLUMNS = ['groupId', 'ownerId', 'pupilId'];

const ALIAS = 'found';

/** Builds the query for rows. `where` already names the school; each other option narrows it by AND. */
export function findRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  { select, containing, after, ...rest }: Selection<T>,
): SelectQueryBuilder<T> {
  const metadata = manager.connection.getMetadata(entity);
  const query = manager.createQueryBuilder(entity, ALIAS).setFindOptions({
    ...rest,
    ...(select && { select: selected<T>(metadata, select) }),
  });
  if (containing) {
    const { propertyName } = columnNamed(metadata, containing.column);
    // INSTR and not LIKE: it knows no wildcard, and compares case alike on SQLite and, by `utf8mb4_nopad_bin`, on MariaDB.
    query.andWhere(`INSTR(${ALIAS}.${propertyName}, :containing) > 0`, { containing: containing.text });
  }
  if (after) {
    const { sql, parameters } = rowsAfter(metadata, ALIAS, rest.order ?? {}, after);
    query.andWhere(new Brackets((brackets) => brackets.where(sql, parameters)));
  }
  return query;
}

function selected<T>(metadata: EntityMetadata, columns: readonly string[]): FindOptionsSelect<T> {
  if (columns.length === 0) throw new Error(`"select" of ${metadata.name} names no column; name one, or leave it out.`);
  refuseWiderScope(metadata, columns);
  return Object.fromEntries(
    columns.map((name) => [columnNamed(metadata, name).propertyName, true]),
  ) as FindOptionsSelect<T>;
}

/** A row without one of its scope columns would belong to more people than the whole row does. */
function refuseWiderScope(metadata: EntityMetadata, columns: readonly string[]): void {
  const own = SCOPE_COLUMNS.filter((name) => metadata.findColumnWithPropertyName(name));
  const named = own.filter((name) => columns.includes(name));
  const lacking = own.filter((name) => !columns.includes(name));
  if (named.length === 0 || lacking.length === 0) return;
  throw new Error(
    `"select" of ${metadata.name} names ${named.join(' and ')} without ${lacking.join(' and ')}, so that the rows would ` +
      'be judged as those of more persons; name all of these columns, or none of them.',
  );
}

/** A condition for a query builder. */
interface Condition {
  readonly sql: string;
  readonly parameters: ObjectLiteral;
}

interface Key {
  readonly column: ColumnMetadata;
  readonly isDescending: boolean;
  readonly value: unknown;
}

/**
 * The condition for rows after `row` in `order`: `a > :a OR (a = :a AND b > :b)`. Both databases use an index for this form, and
 * MariaDB none for `(a, b) > (:a, :b)`.
 * @throws Error when the order does not end with `id`, or the row lacks a column of it
 */
function rowsAfter(metadata: EntityMetadata, alias: string, order: object, row: object): Condition {
  const keys = Object.entries(order).map(([name, direction]) => keyOf(metadata, name, direction, row));
  if (keys.at(-1)?.column.propertyName !== 'id') {
    throw new Error(
      `"after" needs an order of ${metadata.name} that ends with "id"; else rows with equal values are lost.`,
    );
  }
  const parameters = new Map<string, unknown>();
  const alternatives: string[] = [];
  const equal: string[] = [];
  for (const [index, { column, isDescending, value }] of keys.entries()) {
    const path = `${alias}.${column.propertyName}`;
    const name = `after${index}`;
    if (value !== null) parameters.set(name, metadata.connection.driver.preparePersistentValue(value, column));
    const beyond = value === null ? beyondNull(path, isDescending) : beyondValue(path, name, isDescending, column);
    if (beyond !== undefined) alternatives.push([...equal, beyond].join(' AND '));
    equal.push(value === null ? `${path} IS NULL` : `${path} = :${name}`);
  }
  return { sql: alternatives.map((one) => `(${one})`).join(' OR '), parameters: Object.fromEntries(parameters) };
}

function keyOf(metadata: EntityMetadata, name: string, written: unknown, row: object): Key {
  const direction = DIRECTIONS.get(written);
  if (!direction)
    throw new Error(`"after" needs a plain direction for "${name}" of ${metadata.name}: 'ASC' or 'DESC'.`);
  const value: unknown = Object.entries(row).find(([property]) => property === name)?.[1];
  if (value === undefined) throw new Error(`"after" lacks "${name}", by which rows of ${metadata.name} are ordered.`);
  return { column: columnNamed(metadata, name), isDescending: direction === 'DESC', value };
}

/** Both databases sort null before all values, so it comes last in a descending order. */
function beyondNull(path: string, isDescending: boolean): string | undefined {
  return isDescending ? undefined : `${path} IS NOT NULL`;
}

function beyondValue(path: string, name: string, isDescending: boolean, { isNullable }: ColumnMetadata): string {
  if (!isDescending) return `${path} > :${name}`;
  return isNullable ? `(${path} < :${name} OR ${path} IS NULL)` : `${path} < :${name}`;
}
