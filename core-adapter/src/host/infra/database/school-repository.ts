// SPDX-License-Identifier: EUPL-1.2
import type { FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { z, ZodObject } from 'zod';
import type { EntityClass, NewRow, SchoolDatabase, SchoolRepository } from '../../../api/database.js';
import type { AnyManifest } from '../../../api/manifest.js';
import type { NamedQuery } from '../../../api/named-query.js';
import { findRows, type Selection } from './find-rows.js';
import { incrementColumns } from './increment-columns.js';
import { insertInParts } from './insert-in-parts.js';
import { runQuery } from './named-query/run-query.js';
import { newId } from './new-id.js';
import { refuseDuplicateRows } from './refuse-duplicate-rows.js';
import { refuseFunctions } from './refuse-raw-sql.js';
import type { UnitOfWork } from './unit-of-work.js';
import { whereSchool } from './where-school.js';

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
      const rows = await unitOfWork.run((manager) => runQuery(manager, query as NamedQuery, name, uai, parameters));
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

function schoolRepository<T extends ObjectLiteral>(
  { unitOfWork, uai, limit, claim }: OneSchool,
  entity: EntityClass<T>,
): SchoolRepository<T> {
  type Where = FindOptionsWhere<T>;

  const scoped = (where?: Where | Where[]): Where[] => whereSchool(uai, where);
  const find = ({ where, ...rest }: Selection<T> = {}): Promise<T[]> =>
    unitOfWork.run((manager) => findRows(manager, entity, { ...rest, where: scoped(where) }).getMany());

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
    count: ({ where, ...rest } = {}) =>
      unitOfWork.run((manager) => findRows(manager, entity, { ...rest, where: scoped(where) }).getCount()),
    sum: async (column, { where } = {}) =>
      (await unitOfWork.run((manager) => manager.sum(entity, column, scoped(where)))) ?? 0,
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
