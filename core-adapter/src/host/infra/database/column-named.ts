// SPDX-License-Identifier: EUPL-1.2
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** The column of a property. @throws Error when the entity has none, since the name becomes part of a statement */
export function columnNamed(metadata: EntityMetadata, name: string): ColumnMetadata {
  const column = metadata.findColumnWithPropertyName(name);
  if (!column) throw new Error(`${metadata.name} has no column "${name}"; name a property with @Column.`);
  return column;
}
