// SPDX-License-Identifier: EUPL-1.2
import { In, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type {
  MoveGroup,
  PersonalDataHandlers,
  PersonColumn,
  PersonExport,
  PersonInSchool,
  PersonTable,
  SchoolData,
} from '../../../api/personal-data.js';
import type { BrickManifest } from '../bricks/brick-manifest.js';

/** Rows deleted at a time, with the content of their files. */
const BATCH = 200;

type Declared = Pick<BrickManifest, 'entities' | 'storedKeys' | 'personalData'>;

/** The tables of the manifest; undefined when the brick leaves all to handlers. */
export function personTables({ personalData }: Declared): readonly PersonTable[] | undefined {
  return personalData && 'kept' in personalData ? personalData.tables : undefined;
}

/** The entities that `tables` leaves out: nothing that the host makes gives out or erases their rows. */
export function undeclaredEntities(manifest: Declared): string[] {
  const declared = personTables(manifest)?.map(({ entity }) => entity) ?? [];
  return (manifest.entities ?? []).filter((entity) => !declared.includes(entity)).map(({ name }) => name);
}

/** The handlers that the brick has to give. Without `tables`, these are all. */
export function requiredHandlers(manifest: Declared): readonly (keyof PersonalDataHandlers)[] {
  const tables = personTables(manifest);
  if (!tables) return ['exportPerson', 'erasePerson', 'movePerson', 'closeSchool'];
  const leftToHandlers = tables.some((table) => columnsFor(table, 'handlers').length > 0);
  if (tables.length === 0 || leftToHandlers || undeclaredEntities(manifest).length > 0) {
    return ['exportPerson', 'erasePerson', 'movePerson'];
  }
  return tables.some(({ move }) => move === 'handlers') ? ['movePerson'] : [];
}

/** Makes handlers from the declared columns. Each handler of the brick runs first: it may still need the rows. */
export function declaredHandlers(manifest: Declared, own: Partial<PersonalDataHandlers>): PersonalDataHandlers {
  const tables = personTables(manifest) ?? [];
  return {
    async exportPerson(person) {
      const exports = [(await own.exportPerson?.(person)) ?? { records: {} }];
      for (const table of tables) exports.push(await exportRows(manifest, table, person));
      return joined(exports);
    },
    async erasePerson(person) {
      await own.erasePerson?.(person);
      for (const table of tables) await eraseRows(manifest, table, person);
    },
    async movePerson(move) {
      await own.movePerson?.(move);
      for (const table of tables) {
        if (table.move === 'handlers') continue;
        const rows = move.db.repository(table.entity);
        for (const column of personColumns(table)) await rows.update({ [column]: move.from }, { [column]: move.to });
      }
    },
    async closeSchool(school) {
      await own.closeSchool?.(school);
      await emptySchool(manifest, school);
    },
  };
}

/** Moves the rows of a group in the declared columns, after the brick's own handler. Undefined when no row names a group. */
export function declaredMoveGroup(manifest: Declared, own: MoveGroup | undefined): MoveGroup | undefined {
  const tables = (personTables(manifest) ?? []).filter((table) => columnsFor(table, 'group').length > 0);
  if (tables.length === 0) return own;
  return async (move) => {
    await own?.(move);
    for (const table of tables) {
      const rows = move.db.repository(table.entity);
      for (const column of columnsFor(table, 'group'))
        await rows.update({ [column]: move.from }, { [column]: move.to });
    }
  };
}

/** Removes the content of all files, also of files without a row, and then the rows. */
async function emptySchool({ entities = [] }: Declared, { db, storage }: SchoolData): Promise<void> {
  for await (const key of storage.keys()) await storage.remove(key);
  for (const entity of entities) await db.repository(entity).delete({});
}

async function exportRows(
  manifest: Declared,
  table: PersonTable,
  { db, personId }: Pick<PersonInSchool, 'db' | 'personId'>,
): Promise<PersonExport> {
  const where = personColumns(table).map((column) => ({ [column]: personId }));
  if (where.length === 0) return { records: {} };
  const name = table.exportAs ?? nameOf(table);
  const keys = keyColumns(manifest, table);
  const hidden = new Set(['id', 'school', ...keys, ...Object.keys(table.columns)]);
  const rows = await db.repository(table.entity).find({ where, order: { id: 'ASC' } });
  return {
    records: { [name]: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key)))) },
    files: rows.flatMap((row) =>
      keysIn(row, keys).map((key) => ({ name: typeof row['name'] === 'string' ? row['name'] : name, key })),
    ),
  };
}

async function eraseRows(
  manifest: Declared,
  table: PersonTable,
  { db, storage, personId }: Pick<PersonInSchool, 'db' | 'storage' | 'personId'>,
): Promise<void> {
  const rows = db.repository(table.entity);
  const keys = keyColumns(manifest, table);
  const where: FindOptionsWhere<ObjectLiteral>[] = columnsFor(table, 'delete').map((column) => ({
    [column]: personId,
  }));
  while (where.length > 0) {
    const batch = await rows.find({ where, take: BATCH });
    if (batch.length === 0) break;
    for (const row of batch) for (const key of keysIn(row, keys)) await storage.remove(key);
    await rows.delete({ id: In(batch.map(({ id }) => id as string)) });
  }
  for (const column of columnsFor(table, 'blank')) await rows.update({ [column]: personId }, { [column]: null });
}

function joined(exports: readonly PersonExport[]): PersonExport {
  const records = new Map<string, readonly object[]>();
  for (const [name, rows] of exports.flatMap((one) => Object.entries(one.records))) {
    records.set(name, [...(records.get(name) ?? []), ...rows]);
  }
  return { records: Object.fromEntries(records), files: exports.flatMap(({ files = [] }) => files) };
}

function personColumns(table: PersonTable): string[] {
  return [...columnsFor(table, 'delete'), ...columnsFor(table, 'blank')];
}

function columnsFor({ columns }: PersonTable, meaning: PersonColumn): string[] {
  return Object.entries(columns).flatMap(([name, declared]) => (declared === meaning ? [name] : []));
}

function keyColumns({ storedKeys = [] }: Declared, { entity }: PersonTable): string[] {
  return storedKeys.flatMap((stored) => (stored.entity === entity ? [stored.column] : []));
}

function keysIn(row: ObjectLiteral, columns: readonly string[]): string[] {
  return Object.entries(row).flatMap(([name, value]) =>
    columns.includes(name) && typeof value === 'string' ? [value] : [],
  );
}

/** `NoticeRow` → `notice`. */
function nameOf({ entity }: PersonTable): string {
  const name = entity.name.replace(/(Row|Entity)$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}
