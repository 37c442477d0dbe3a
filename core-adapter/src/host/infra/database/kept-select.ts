// SPDX-License-Identifier: EUPL-1.2
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PlainSelect } from './plain-reader.js';
import { instantText } from '../util/stored-instant.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Runs a kept SELECT with the values of its parameters. Rows are as the driver gives them: see `StoredInstant`. */
export type KeptSelect<Name extends string, Row> = (
  unitOfWork: Pick<UnitOfWork, 'read'>,
  values: Readonly<Record<Name, string | Date>>,
) => Promise<Row[]>;

interface KeptText {
  readonly sql: string;
  /** The name of the parameter of each `?`. */
  readonly names: readonly string[];
}

/**
 * A SELECT that every request needs. TypeORM writes its text once for each database, with the columns of the entities. Later runs pass the text
 * to the driver, since building it takes longer than most answers. Rows are never kept.
 * @param build selects columns by name and writes parameters as `:name`, without values
 * @example `const NAME = keptSelect<'id', { name: string }>((manager) =>
 *   manager.createQueryBuilder(SchoolRow, 'school').select('school.name', 'name').where('school.uai = :id'));`
 */
export function keptSelect<Name extends string, Row>(
  build: (manager: EntityManager) => SelectQueryBuilder<ObjectLiteral>,
): KeptSelect<Name, Row> {
  const texts = new WeakMap<DataSource, KeptText>();
  const textFor = (manager: EntityManager): KeptText => {
    const known = texts.get(manager.connection);
    if (known) return known;
    const text = withPlaces(build(manager).getQuery());
    texts.set(manager.connection, text);
    return text;
  };
  return (unitOfWork, values) =>
    unitOfWork.read<Row>((manager): PlainSelect => {
      const { sql, names } = textFor(manager);
      const bound = new Map(Object.entries<string | Date>(values));
      return { sql, values: names.map((name) => boundValue(name, bound.get(name))) };
    });
}

function withPlaces(query: string): KeptText {
  const names: string[] = [];
  const sql = query.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return '?';
  });
  return { sql, names };
}

/** @throws Error for a parameter without a value: NULL would find other rows */
function boundValue(name: string, value: string | Date | undefined): string {
  if (value === undefined) throw new Error(`The SELECT has no value for ":${name}"; pass one.`);
  return value instanceof Date ? instantText(value) : value;
}
