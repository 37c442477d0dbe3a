// SPDX-License-Identifier: EUPL-1.2
import type { DataSource, EntityMetadata } from 'typeorm';
import { z } from 'zod';
import type { AnyManifest } from '../../api/manifest.js';
import type { PersonTable } from '../../api/personal-data.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { personTables } from '../domain/personal-data/declared-handlers.js';

const meaning = z.enum(
  ['delete', 'blank', 'handlers', 'group', 'nobody'],
  'must be delete, blank, handlers, group or nobody',
);
const tablesSchema = z.array(
  z.strictObject({
    entity: z.custom<object>((value) => typeof value === 'function', 'must be one of its entities'),
    columns: z.record(z.string().min(1), meaning),
    exportAs: z.string().min(1).optional(),
    move: z.literal('handlers', 'must be handlers, or absent').optional(),
  }),
);

/** Checks the form of the declared tables, and that each is an entity of the brick, once. */
export function personTablesProblem(
  personalData: object | undefined,
  entities: readonly object[],
): BrickFault | undefined {
  if (!personalData || !('tables' in personalData)) return undefined;
  const parsed = tablesSchema.safeParse(personalData.tables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${['manifest.personalData.tables', ...path].join('.')}: ${message}`,
    );
    return { cause: faults.join('; ') };
  }
  const declared = parsed.data.map(({ entity }) => entity);
  if (declared.some((entity) => !entities.includes(entity))) {
    return { cause: 'manifest.personalData.tables: it names a class that is not among its entities' };
  }
  if (new Set(declared).size < declared.length) {
    return {
      cause: 'manifest.personalData.tables: it names a class twice',
      remedy: 'Name all its columns in one place.',
    };
  }
  return undefined;
}

/** Checks the declared columns with the metadata of their entities. */
export function personColumnsProblem(manifest: AnyManifest, trial: DataSource): BrickFault | undefined {
  const tables = personTables(manifest) ?? [];
  return tables.map((table) => tableProblem(table, trial.getMetadata(table.entity))).find(Boolean);
}

function tableProblem(table: PersonTable, metadata: EntityMetadata): BrickFault | undefined {
  const { entity, columns, move } = table;
  for (const [name, declared] of Object.entries(columns)) {
    const column = metadata.findColumnWithPropertyName(name);
    const fault = (what: string, remedy: string): BrickFault => ({
      cause: `manifest.personalData.tables: ${what}`,
      remedy,
    });
    if (!column) return fault(`${entity.name} has no column "${name}"`, 'Name a column of the entity, or remove it.');
    if (declared === 'handlers' || declared === 'nobody') continue;
    const isText = column.type === String || column.type === 'varchar';
    if (!isText || column.isArray || column.transformer || column.isPrimary || name === 'school') {
      return fault(
        `${entity.name}#${name} cannot be "${declared}", since it is no varchar column with one id in each row`,
        declared === 'group' ? 'Declare it "nobody", and call brick.moveGroup.' : 'Declare it "handlers".',
      );
    }
    // A unique key with a group is checked when the brick has registered its handlers: see `checkGroupColumns`.
    if (declared === 'group') continue;
    if (declared === 'blank' && !column.isNullable) {
      return fault(`${entity.name}#${name} cannot be "blank", since it is not nullable`, 'Make it nullable.');
    }
    if (move === undefined && isUnique(metadata, name)) {
      return fault(
        `${entity.name}#${name} is in a unique key, where rows of two persons may meet`,
        'Declare move: \'handlers\' beside its columns, and give brick.personalData a "movePerson".',
      );
    }
  }
  return undefined;
}

function isUnique({ indices, uniques }: EntityMetadata, name: string): boolean {
  const keys = [...indices.filter((index) => index.isUnique), ...uniques];
  return keys.some(({ columns }) => columns.some(({ propertyName }) => propertyName === name));
}
