// SPDX-License-Identifier: EUPL-1.2
import {
  type EntityManager,
  type EntityMetadata,
  type FindOptionsWhere,
  type ObjectLiteral,
  And,
  Equal,
  In,
  InstanceChecker,
} from 'typeorm';
import type { z, ZodObject } from 'zod';
import type { EntityClass, NewRow, SchoolDatabase, SchoolRepository } from '../../../api/database.js';
import type { AnyManifest } from '../../../api/manifest.js';
import type { NamedQuery } from '../../../api/named-query.js';
import { columnNamed } from './column-named.js';
import { findRows, type Selection } from './find-rows.js';
import { incrementColumns } from './increment-columns.js';
import { runQuery } from './named-query/run-query.js';
import { newId } from './new-id.js';
import { refuseDuplicateRows } from './refuse-duplicate-rows.js';
import { refuseFunctions, refuseRawSql } from './refuse-raw-sql.js';
import type { UnitOfWork, TransactionOptions } from './unit-of-work.js';
import { insertRows } from './insert-rows.js';

/** The maximum number of rows of one statement, and of variables that SQLite takes (SQLITE_MAX_VARIABLE_NUMBER). */
const ROWS = 500;

const VARIABLES = 32_766;

/**
 * Called with each row before it is inserted, and with the changes of an update.
 * @throws ConflictError when content that the row names does not exist
 */
export type Claim = (entity: EntityClass, row: Readonly<Record<string, unknown>>) => Promise<void>;

const nothingToClaim: Claim = () => Promise.resolve();

/**
 * The tables of one brick, seen from one school.
 * @param limit for a transaction, in milliseconds
 */
export function schoolDatabase(
  unitOfWork: UnitOfWork,
  { entities = [], queries = {} }: Pick<AnyManifest, 'entities' | 'queries'>,
  uai: string,
  limit: number,
  claim: Claim = nothingToClaim,
): SchoolDatabase {
  return {
    repository<T extends ObjectLiteral>(entity: EntityClass<T>): SchoolRepository<T> {
      if (!entities.includes(entity)) {
        throw new Error(`${entity.name} is not among the brick's entities; add it to its manifest.`);
      }
      return schoolRepository({ unitOfWork, uai, limit, claim }, entity);
    },
    async query<P extends ZodObject, R extends ZodObject>(query: NamedQuery<P, R>, parameters: z.input<P>) {
      const [name] = Object.entries(queries).find(([, one]) => one === (query as NamedQuery)) ?? [];
      if (name === undefined) throw new Error('The query is not among "queries" of the manifest; add it there.');
      const rows = await runQuery(
        (sql, values) => unitOfWork.read(() => ({ sql, values })),
        query,
        name,
        uai,
        parameters,
      );
      return rows as z.output<R>[];
    },
    transaction: (work) => unitOfWork.transaction(() => work(), { limit }),
  };
}

interface OneSchool {
  readonly unitOfWork: UnitOfWork;
  readonly uai: string;
  readonly limit: number;
  readonly claim: Claim;
}

function schoolRepository<T extends ObjectLiteral>(inSchool: OneSchool, entity: EntityClass<T>): SchoolRepository<T> {
  type Where = FindOptionsWhere<T>;
  const { unitOfWork, uai, limit, claim } = inSchool;
  const ofEntity = { unitOfWork, uai, entity };

  const scoped = (where?: Where | Where[]): Where[] => whereSchool(uai, where);
  const find = ({ where: asked, ...rest }: Selection<T> = {}): Promise<T[]> =>
    reading<T, T[]>(ofEntity, asked, [], (manager, where) => findRows(manager, entity, { ...rest, where }).getMany());

  const insert = async (rows: readonly NewRow<T>[]): Promise<T[]> => {
    rows.forEach(refuseFunctions);
    for (const row of rows) await claim(entity, row);
    const complete = rows.map((row) => ({ ...row, id: newId(), school: uai }));
    await refuseDuplicateRows(() => insertInParts(unitOfWork, entity, complete, { limit }));
    return complete as unknown as T[];
  };
  const insertOne = async (row: NewRow<T>): Promise<T> => {
    const [inserted] = await insert([row]);
    if (!inserted) throw new Error('An inserted row was not returned.');
    return inserted;
  };
  const update = async (where: Where, changes: Partial<NewRow<T>>): Promise<number> => {
    const { id: _id, school: _school, ...allowed } = changes as ObjectLiteral;
    refuseFunctions(allowed);
    await claim(entity, allowed);
    const result = await refuseDuplicateRows(() =>
      unitOfWork.run((manager) => manager.getRepository<ObjectLiteral>(entity).update(scoped(where)[0] ?? {}, allowed)),
    );
    return result.affected ?? 0;
  };

  return {
    find,
    async findOne(options) {
      const [row] = await find({ ...options, take: 1 });
      return row;
    },
    count: ({ where: asked, ...rest } = {}) =>
      reading(ofEntity, asked, 0, (manager, where) => findRows(manager, entity, { ...rest, where }).getCount()),
    sum: (column, { where: asked } = {}) =>
      reading(ofEntity, asked, 0, async (manager, where) => (await manager.sum(entity, column, where)) ?? 0),
    insert,
    insertOne,
    update,
    increment: (where, by, bounds) =>
      refuseDuplicateRows(() =>
        unitOfWork.run((manager) => incrementColumns(manager, entity, { where: scoped(where)[0] ?? {}, by, bounds })),
      ),
    async delete(where) {
      const result = await unitOfWork.run((manager) => manager.delete(entity, scoped(where)[0] ?? {}));
      return result.affected ?? 0;
    },
  };
}

/**
 * Runs a statement for the alternatives that can match, and answers by itself where there are none.
 * @throws Error when an alternative names no column of the entity
 */
async function reading<T extends ObjectLiteral, R>(
  { unitOfWork, uai, entity }: Pick<OneSchool, 'unitOfWork' | 'uai'> & { readonly entity: EntityClass<T> },
  asked: FindOptionsWhere<T> | FindOptionsWhere<T>[] | undefined,
  none: R,
  statement: (manager: EntityManager, where: FindOptionsWhere<T>[]) => Promise<R>,
): Promise<R> {
  const where = whereSchool(uai, asked).filter((one) => {
    const isSent = canMatch(one);
    // TypeORM refuses unknown columns of the conditions that it sends.
    if (!isSent) refuseUnknown(unitOfWork.metadataOf(entity), one);
    return isSent;
  });
  return where.length === 0 ? none : unitOfWork.run((manager) => statement(manager, where));
}

/** Inserts rows, all or none, with as many statements as their number needs. */
async function insertInParts(
  unitOfWork: UnitOfWork,
  entity: EntityClass,
  rows: readonly ObjectLiteral[],
  options: TransactionOptions,
): Promise<void> {
  const insert = (part: readonly ObjectLiteral[]): Promise<void> =>
    unitOfWork.run((manager) => insertRows(manager, entity, part));
  const { size: columns } = new Set(rows.flatMap((row) => Object.keys(row)));
  const size = Math.min(ROWS, Math.floor(VARIABLES / Math.max(1, columns)));
  if (rows.length <= size) {
    await insert(rows);
    return;
  }
  await unitOfWork.transaction(async () => {
    for (let start = 0; start < rows.length; start += size) await insert(rows.slice(start, start + size));
  }, options);
}

/** False for a condition with an empty list, for which TypeORM would send `WHERE 0=1`. */
function canMatch(where: object): boolean {
  return !Object.values(where).some(
    (value) => InstanceChecker.isFindOperator(value) && value.type === 'in' && isEmpty(value.value),
  );
}

function refuseUnknown(metadata: EntityMetadata, where: object): void {
  for (const name of Object.keys(where)) columnNamed(metadata, name);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Adds the school to every alternative; an alternative that names a school of its own is narrowed by it, never widened. */
function whereSchool<T extends ObjectLiteral>(
  uai: string,
  where: FindOptionsWhere<T> | FindOptionsWhere<T>[] = {},
): FindOptionsWhere<T>[] {
  const alternatives = Array.isArray(where) ? where : [where];
  // An empty array matches nothing. TypeORM would treat it as no condition: every school's rows.
  if (alternatives.length === 0) return [{ id: In([]) } as unknown as FindOptionsWhere<T>];
  return alternatives.map((one) => {
    refuseRawSql(one);
    const named: unknown = one['school'];
    const school =
      named === undefined ? uai : And(Equal(uai), InstanceChecker.isFindOperator(named) ? named : Equal(named));
    return { ...one, school };
  });
}
