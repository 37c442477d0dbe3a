// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import { foldName } from './free-name.js';
import { cut, sortName } from './sort-name.js';

/** The columns of a node that follow from its name. */
export interface NameColumns {
  readonly name: string;
  readonly foldedName: string;
  readonly sortName: string;
  readonly searchName: string;
  readonly extension: string;
}

/** The length of the columns, in characters. */
const LONGEST = 255;

export function nameColumns(name: string): NameColumns {
  return {
    name,
    foldedName: foldName(name),
    sortName: sortName(name),
    searchName: cut(normaliseForSearch(name), LONGEST),
    extension: extensionOf(name),
  };
}

/** The ending of a file's name in lower case; empty for a name without one. */
function extensionOf(name: string): string {
  return /.\.([^.]{1,12})$/u.exec(name.toLowerCase())?.[1]?.slice(0, 12) ?? '';
}
