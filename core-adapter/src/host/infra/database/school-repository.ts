// SPDX-License-Identifier: EUPL-1.2
import { And, Equal, In, InstanceChecker, type FindOperator, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type { EntityClass, FindOptions, NewRow, SchoolDatabase, SchoolRepository } from '../../../api/database.js';
import { newId } from './new-id.js';
import { refuseDuplicateRows } from './refuse-duplicate-rows.js';
import type { UnitOfWork } from './unit-of-work.js';

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
  entities: readonly EntityClass[],
  uai: string,
  limit: number,
  claim: Claim = nothingToClaim,
): SchoolDatabase {
  return {
    repository<T extends ObjectLiteral>(entity: EntityClass<T>): SchoolRepository<T> {
      if (!entities.includes(entity)) {
        throw new Error(`${entity.name} is not among the brick's entities; add it to its manifest.`);
      }
      return schoolRepository(unitOfWork, entity, uai, claim);
    },
    transaction: (work) => unitOfWork.transaction(() => work(), { limit }),
  };
}

function schoolRepository<T extends ObjectLiteral>(
  unitOfWork: UnitOfWork,
  entity: EntityClass<T>,
  uai: string,
  claim: Claim,
): SchoolRepository<T> {
  type Where = FindOptionsWhere<T>;

  /** Every alternative gets the school; one that names a school of its own is narrowed by it, never widened. */
  function scoped(where: Where | Where[] = {}): Where[] {
    const alternatives = Array.isArray(where) ? where : [where];
    // An empty array matches nothing. TypeORM would treat it as no condition: every school's rows.
    if (alternatives.length === 0) return [{ id: In([]) } as unknown as Where];
    return alternatives.map((one) => {
      refuseRawSql(one);
      const named: unknown = one['school'];
      const school =
        named === undefined ? uai : And(Equal(uai), InstanceChecker.isFindOperator(named) ? named : Equal(named));
      return { ...one, school };
    });
  }

  const findOptions = ({ where, ...rest }: FindOptions<T>) => ({ ...rest, where: scoped(where) });

  return {
    find: (options = {}) => unitOfWork.run((manager) => manager.find(entity, findOptions(options))),
    async findOne(options) {
      return (await unitOfWork.run((manager) => manager.findOne(entity, findOptions(options)))) ?? undefined;
    },
    count: ({ where } = {}) => unitOfWork.run((manager) => manager.count(entity, { where: scoped(where) })),
    sum: async (column, { where } = {}) =>
      (await unitOfWork.run((manager) => manager.sum(entity, column, scoped(where)))) ?? 0,
    async insert(rows: readonly NewRow<T>[]) {
      rows.forEach(refuseFunctions);
      for (const row of rows) await claim(entity, row);
      const complete = rows.map((row) => ({ ...row, id: newId(), school: uai }));
      await refuseDuplicateRows(() =>
        unitOfWork.run((manager) => manager.getRepository<ObjectLiteral>(entity).insert(complete)),
      );
      return complete as unknown as T[];
    },
    async update(where, changes) {
      const { id: _id, school: _school, ...allowed } = changes as ObjectLiteral;
      refuseFunctions(allowed);
      await claim(entity, allowed);
      const result = await refuseDuplicateRows(() =>
        unitOfWork.run((manager) =>
          manager.getRepository<ObjectLiteral>(entity).update(scoped(where)[0] ?? {}, allowed),
        ),
      );
      return result.affected ?? 0;
    },
    async delete(where) {
      const result = await unitOfWork.run((manager) => manager.delete(entity, scoped(where)[0] ?? {}));
      return result.affected ?? 0;
    },
  };
}

/** `Raw` contains SQL, which could add "or" around the school. It may be nested inside `Not`, `And` and `Or`. */
function refuseRawSql(where: object): void {
  for (const value of Object.values(where) as unknown[]) {
    // Not `instanceof`: like TypeORM itself, this checks the mark of operators, also of another copy of TypeORM.
    if (InstanceChecker.isFindOperator(value)) refuseRawOperator(value);
    else if (value !== null && typeof value === 'object' && !(value instanceof Date)) refuseRawSql(value);
  }
}

function refuseRawOperator(operator: FindOperator<unknown>): void {
  if (operator.type === 'raw') throw rawSql();
  const inner: unknown = operator.child ?? operator.value;
  const operands = Array.isArray(inner) ? inner : [inner];
  for (const one of operands) if (InstanceChecker.isFindOperator(one)) refuseRawOperator(one);
}

/** TypeORM runs functions in a row, at any depth, as SQL, which could read another school's rows. */
function refuseFunctions(row: object): void {
  for (const value of Object.values(row) as unknown[]) {
    if (typeof value === 'function') throw rawSql();
    if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) refuseFunctions(value);
  }
}

/** A fault of the brick, not of the visitor. */
function rawSql(): Error {
  return new Error('Raw SQL is not for bricks; use plain values and other operators.');
}
