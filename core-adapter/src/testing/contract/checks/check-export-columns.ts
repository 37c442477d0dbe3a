// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, Repository } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import { exportAsText } from '../export-as-text.js';
import { fault } from '../fault.js';
import { rowNames, type StoredData } from '../stored-data.js';
import type { Row } from '../rows.js';
import type { SamplePerson } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';
import { isExportedLater } from './is-exported-later.js';

const ID = /^[\da-f]{8}-[\da-f-]{27}$/i;

const ID_LENGTH = 36;

const DAY_MS = 86_400_000;

interface Owned {
  readonly role: SamplePerson['role'];
  readonly school: string;
  readonly row: Row;
}

/**
 * exportPerson gives out every column of rows with the person's id: changing a value must change the export. Ids and
 * the keys of stored files are excepted.
 */
export async function checkExportColumns(
  bench: ContractBench,
  handlers: PersonalDataHandlers,
  storedData: readonly StoredData[],
  roles: readonly SamplePerson['role'][],
): Promise<void> {
  const { notExported = {}, exportedLater = {}, workedOut = {} } = bench.options;
  const known = new Set<string>();
  for (const entity of bench.brick.manifest.entities ?? []) {
    const repository = bench.host.host.database.dataSource.getRepository(entity);
    const { tableName, columns } = repository.metadata;
    known.add(tableName);
    for (const { propertyName } of columns) known.add(`${tableName}.${propertyName}`);
    const owned = ownedRows(bench, tableName, storedData, roles);
    if (owned.length === 0 && Object.hasOwn(exportedLater, tableName)) {
      fault(
        `"exportedLater" leaves out every row of ${tableName} that the examples write; have one write a row that is exported.`,
      );
    }
    if (owned.length === 0) continue;
    for (const column of columns) {
      const name = `${tableName}.${column.propertyName}`;
      if (Object.hasOwn(notExported, name) || isForNobody(bench, column)) continue;
      if (await isGivenOut(bench, handlers, repository, column, owned)) continue;
      fault(
        `exportPerson leaves out "${column.propertyName}" of ${tableName}, although its rows contain the id of the person; ` +
          `export it, or say why not under "${name}" in "notExported" of the contract's options.`,
      );
    }
  }
  for (const [option, names] of Object.entries({ notExported, workedOut })) {
    const stray = Object.keys(names).find((name) => !known.has(name));
    if (stray !== undefined) fault(`"${option}" names ${stray}, which is nothing of the brick; remove it.`);
  }
}

/** One row of the table for each person with rows in it. */
function ownedRows(
  bench: ContractBench,
  table: string,
  storedData: readonly StoredData[],
  roles: readonly SamplePerson['role'][],
): Owned[] {
  return roles.flatMap((role) => {
    const personId = bench.ids.personOf(role);
    for (const { school, rows } of storedData) {
      const row = rows.find((one) => one.table === table && rowNames(one, personId) && !isExportedLater(bench, one));
      if (row) return [{ role, school, row }];
    }
    return [];
  });
}

function isForNobody({ brick }: ContractBench, { isPrimary, propertyName, target }: ColumnMetadata): boolean {
  const stored = brick.manifest.storedKeys ?? [];
  return (
    isPrimary ||
    propertyName === 'school' ||
    stored.some(({ entity, column }) => entity === target && column === propertyName)
  );
}

async function isGivenOut(
  bench: ContractBench,
  handlers: PersonalDataHandlers,
  repository: Repository<ObjectLiteral>,
  column: ColumnMetadata,
  owned: readonly Owned[],
): Promise<boolean> {
  let tried = false;
  for (const { role, school, row } of owned) {
    const where = { id: row.values['id'] };
    const value = row.values[column.propertyName];
    const other = otherValue(column, value);
    if (other === undefined) continue;
    const before = await exportAsText(bench, handlers, role, school);
    // A value that the database refuses, such as a duplicate, proves nothing.
    const changed = await repository.update(where, { [column.propertyName]: other }).catch(() => undefined);
    if (!changed) continue;
    tried = true;
    try {
      const after = await exportAsText(bench, handlers, role, school).catch(() => 'it reads the column');
      if (after !== before) return true;
    } finally {
      await repository.update(where, { [column.propertyName]: value ?? null });
    }
  }
  return !tried;
}

/** Returns another value of the same type for a column; undefined for ids and for types without a simple alternative. */
function otherValue(column: ColumnMetadata, value: unknown): unknown {
  const length = Number(column.length) || 8;
  if (value == null) return length === ID_LENGTH ? undefined : firstValue(String(column.type), length);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value instanceof Date) return new Date(value.getTime() + DAY_MS);
  if (typeof value === 'string') return ID.test(value) ? undefined : otherText(value, String(column.type));
  if (Array.isArray(value))
    return value.some((one) => ID.test(String(one))) ? undefined : [...(value as unknown[]), 'z'];
  return undefined;
}

function firstValue(type: string, length: number): unknown {
  if (/char|text/i.test(type)) return 'zzzzzzzz'.slice(0, length);
  if (/int|real|double|float|decimal|numeric/i.test(type)) return 7;
  if (/datetime|timestamp/i.test(type)) return new Date('2026-11-20T09:00:00Z');
  return /^date$/i.test(type) ? '2026-11-20' : undefined;
}

function otherText(text: string, type: string): string {
  if (/^date$/i.test(type)) return text === '2026-11-20' ? '2026-11-21' : '2026-11-20';
  return `${text.slice(0, -1)}${text.endsWith('z') ? 'y' : 'z'}`;
}
