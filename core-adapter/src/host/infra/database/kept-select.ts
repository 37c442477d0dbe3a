// SPDX-License-Identifier: EUPL-1.2
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { filledUp } from '../util/filled-up.js';
import type { PlainSelect } from './plain-reader.js';
import { instantText } from '../util/stored-instant.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Runs a kept SELECT with the values of its parameters. Rows are as the driver gives them: see `StoredInstant`. */
export type KeptSelect<Name extends string, Row> = (
  unitOfWork: Pick<UnitOfWork, 'read'>,
  values: Readonly<Record<Name, Value>>,
) => Promise<Row[]>;

/** A list is for a parameter that is written as `:...name`, and is not empty. */
type Value = string | number | Date | readonly string[];

interface KeptText {
  /** The text before each parameter, and that after the last one. */
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/**
 * A SELECT that every request needs. TypeORM writes its text once for each database, with the columns of the entities. Later runs pass the text
 * to the driver, since building it takes longer than most answers. Rows are never kept.
 * @param build selects columns by name and writes parameters as `:name` or `:...name`, without values
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
    const text = cut(build(manager).getQuery());
    texts.set(manager.connection, text);
    return text;
  };
  return (unitOfWork, values) =>
    unitOfWork.read<Row>((manager): PlainSelect => {
      const { texts, names } = textFor(manager);
      const given = new Map(Object.entries<Value>(values));
      const bound = names.map((name) => boundValues(name, given.get(name)));
      const sql = texts.map((text, place) => `${text}${bound[place]?.map(() => '?').join() ?? ''}`).join('');
      return { sql, values: bound.flat() };
    });
}

function cut(query: string): KeptText {
  const pieces = query.split(/:(?:\.\.\.)?(\w+)/);
  return { texts: pieces.filter((_, at) => at % 2 === 0), names: pieces.filter((_, at) => at % 2 === 1) };
}

/** @throws Error for a parameter without a value: NULL would find other rows */
function boundValues(name: string, value: Value | undefined): readonly (string | number)[] {
  if (value instanceof Date) return [instantText(value)];
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (value === undefined || value.length === 0) throw new Error(`The SELECT has no value for ":${name}"; pass one.`);
  return filledUp(value);
}
