// SPDX-License-Identifier: EUPL-1.2
import { InstanceChecker, type FindOperator } from 'typeorm';

/** `Raw` contains SQL, which could add "or" around the school. It may be nested inside `Not`, `And` and `Or`. */
export function refuseRawSql(where: object): void {
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
export function refuseFunctions(row: object): void {
  for (const value of Object.values(row) as unknown[]) {
    if (typeof value === 'function') throw rawSql();
    if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) refuseFunctions(value);
  }
}

/** A fault of the brick, not of the visitor. */
function rawSql(): Error {
  return new Error('Raw SQL is not for bricks; use plain values and other operators.');
}
