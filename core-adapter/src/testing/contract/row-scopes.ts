// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '../../api/access.js';
import { keysOf } from './expectation.js';
import { fault } from './fault.js';
import type { Row } from './rows.js';

/** The columns that hold the scope of a row. */
export const SCOPE_COLUMNS = ['groupId', 'ownerId', 'pupilId'] as const;

/** The scope in the columns of a row, without the columns that are null. */
function columnsOf({ values }: Row): Pick<ResourceScope, (typeof SCOPE_COLUMNS)[number]> {
  const named = SCOPE_COLUMNS.map((column) => [column, values[column]] as const);
  return Object.fromEntries(named.filter(([, value]) => typeof value === 'string'));
}

/**
 * The scope of each row, by its columns `groupId`, `ownerId` and `pupilId`. A row without an owner and a pupil belongs to the class if any
 * of its columns holds the id of the class. Other rows are left out: they are for the whole school.
 */
export function scopesOfRows(rows: readonly Row[], groupId: string): ResourceScope[] {
  return rows.flatMap((row) => {
    const scope = columnsOf(row);
    if (isPersonal(scope)) {
      if (keysOf(scope) !== undefined) return [scope];
      return fault(
        `A row of ${row.table} has ${Object.keys(scope).join(' and ')}, which together are no scope; these columns say ` +
          'what the row belongs to, so rename the one that says something else, for example to addedBy or classId.',
      );
    }
    if (Object.values(row.values).includes(groupId)) return [{ groupId }];
    return scope.groupId === undefined ? [] : [scope];
  });
}

/** The scopes with an owner or a pupil. When there are none, all scopes. */
export function narrowest(scopes: readonly ResourceScope[]): readonly ResourceScope[] {
  const personal = scopes.filter(isPersonal);
  return personal.length > 0 ? personal : scopes;
}

export function isPersonal({ ownerId, pupilId }: ResourceScope): boolean {
  return ownerId != null || pupilId != null;
}

/** Fails when the scope that `load` returned lacks a scope column of its row: the resource is then open to more people than the row. */
export function refuseWider(where: string, loaded: ResourceScope, rowsSent: readonly Row[]): void {
  const lacking = (row: Row): keyof ResourceScope | undefined =>
    SCOPE_COLUMNS.find((column) => typeof row.values[column] === 'string' && loaded[column] !== row.values[column]);
  const { id } = loaded as { readonly id?: unknown };
  const own = rowsSent.find(({ values }) => values['id'] === id);
  const candidates = own ? [own] : rowsSent;
  const [row] = candidates;
  if (!row || candidates.some((one) => lacking(one) === undefined)) return;
  const column = lacking(row);
  fault(
    `The result of "load" of ${where} lacks the ${column} of its row of ${row.table}, so that others may access it; ` +
      `return the ${column}, or rename the column if it does not say what the row belongs to.`,
  );
}
