// SPDX-License-Identifier: EUPL-1.2
import { getMetadataArgsStorage } from 'typeorm';
import { InputError } from '../../api/errors.js';
import type { AnyManifest } from '../../api/manifest.js';
import { personTables } from '../domain/personal-data/declared-handlers.js';

/** Words of a column's name that say that it holds the id of a group. */
const GROUP_WORDS = ['group', 'class'];

type Entity = NonNullable<AnyManifest['entities']>[number];
type KeyColumns = string[] | ((properties: Record<string, string>) => unknown[] | Record<string, unknown>) | undefined;

/**
 * Checks the columns with ids of groups of a brick that has no handler `moveGroup`: each one is declared `group`, and is in no unique key.
 * @throws InputError
 */
export function checkGroupColumns(manifest: AnyManifest): void {
  for (const entity of manifest.entities ?? []) {
    const { columns = {} } = personTables(manifest)?.find((table) => table.entity === entity) ?? {};
    const declared = Object.entries(columns).flatMap(([name, meaning]) => (meaning === 'group' ? [name] : []));
    const left = groupColumnsOf(entity).find((name) => !declared.includes(name));
    if (left !== undefined) {
      throw new InputError(
        `by its name ${entity.name}#${left} holds the id of a group, and no row would follow when two classes become one`,
        {
          remedy:
            `Declare it 'group' in "tables" of the manifest's personalData, or call brick.moveGroup, which may do ` +
            'nothing for a column with other ids.',
        },
      );
    }
    const meeting = declared.find((name) => isUnique(entity, name));
    if (meeting !== undefined) {
      throw new InputError(`${entity.name}#${meeting} is in a unique key, where rows of two classes may meet`, {
        remedy: 'Call brick.moveGroup with a handler that says which row stays.',
      });
    }
  }
}

/** `groupId`, `classId`, `toGroup`: columns with 36 letters. */
function groupColumnsOf(entity: Entity): string[] {
  return getMetadataArgsStorage()
    .filterColumns(withParents(entity))
    .filter(({ options }) => Number(options.length) === 36 && options.primary !== true)
    .map(({ propertyName }) => propertyName)
    .filter((name) => wordsOf(name).some((word) => GROUP_WORDS.includes(word)));
}

/** `toGroup` → `to`, `group` */
function wordsOf(name: string): string[] {
  return name.split(/_|(?=[A-Z])/).map((word) => word.toLowerCase());
}

function isUnique(entity: Entity, name: string): boolean {
  const storage = getMetadataArgsStorage();
  const indices = storage.filterIndices(withParents(entity)).filter(({ unique }) => unique === true);
  return [...indices, ...storage.filterUniques(withParents(entity))].some(({ columns }) => namedBy(columns, name));
}

/** Columns of a key are a list of names, or a function from the names by property to such a list or to an object. */
function namedBy(columns: KeyColumns, name: string): boolean {
  if (columns === undefined || Array.isArray(columns)) return columns?.includes(name) ?? false;
  const named = columns({ [name]: name });
  return Array.isArray(named) ? named.includes(name) : Object.hasOwn(named, name);
}

/** The entity class and the classes that it extends: columns may be inherited. */
function withParents(entity: Entity): Entity[] {
  const parent: unknown = Object.getPrototypeOf(entity);
  return parent === Function.prototype ? [entity] : [entity, ...withParents(parent as Entity)];
}
