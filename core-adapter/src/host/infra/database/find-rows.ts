// SPDX-License-Identifier: EUPL-1.2
import {
  Brackets,
  type EntityManager,
  type EntityMetadata,
  type FindOptionsSelect,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';
import type { EntityClass, FindOptions } from '../../../api/database.js';
import { columnNamed } from './column-named.js';
import { rowsAfter } from './rows-after.js';

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
