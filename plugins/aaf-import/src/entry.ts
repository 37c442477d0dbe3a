// SPDX-License-Identifier: EUPL-1.2

/** The kinds of entries that are read, in the order in which they can be understood. */
export const CATEGORIES = ['EtabEducNat', 'Eleve', 'PersRelEleve', 'PersEducNat'] as const;
/** One of `CATEGORIES`. */
export type Category = (typeof CATEGORIES)[number];

/** Values by attribute: only what the mapping reads, see `kept-attributes.ts`. Empty values are dropped. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** A school or a person, as the files say it. */
export interface Entry {
  readonly category: Category;
  /** The `id` of the entry, which is its `ENTPersonJointure` or `ENTStructureJointure`: unique in an academy. */
  readonly key: string;
  readonly attributes: Attributes;
}

/** An entry of a file. A `modify` has the attributes that it replaces, a `delete` none. */
export interface AafRequest extends Entry {
  readonly operation: 'add' | 'modify' | 'delete';
}
