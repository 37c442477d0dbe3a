// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '../../api/database.js';
import type { Imports } from '../../api/imports.js';
import type { SchoolStorage } from '../../api/storage.js';

export interface ContractOptions {
  /** The brick's part of `volee.yaml`, when the defaults do not do. Those of a directory lead to one that answers. */
  readonly settings?: unknown;
  /** By route, such as `POST /events`: a good request. Needed for each that takes parameters, a query, a body or files. */
  readonly examples?: Readonly<Record<string, Example>>;
  /** By route, such as `GET /figures`: why it reads rows and shows none of what they say. */
  readonly showsNothing?: Readonly<Record<string, string>>;
  /**
   * By table and column, such as `agenda_event.place`: why exportPerson does not give out what it holds of a person, such as a value that
   * is worked out from others.
   */
  readonly notExported?: Readonly<Record<string, string>>;
}

/**
 * Makes a good request about one class and one person of one school. It is asked often, with another class, person and
 * marker each time, and may write the rows and files that the request needs.
 */
export type Example = (about: ExampleAbout) => ExampleRequest | Promise<ExampleRequest>;

export interface ExampleAbout {
  /** UAI of the school. */
  readonly school: string;
  /** A class of the school. */
  readonly groupId: string;
  /** Somebody of the school: whoever asks, if he is there. */
  readonly personId: string;
  /**
   * Put it into every text that the example writes or sends (16 letters and digits): the suite looks for it where it must
   * not show. A query to search by takes `marker.slice(0, 8)`, since a page repeats what was searched.
   */
  readonly marker: string;
  /** The tables of the brick in that school. */
  readonly db: SchoolDatabase;
  /** Its files there. */
  readonly storage: SchoolStorage;
  /** Its way to hand files over. */
  readonly imports: Imports;
}

export interface ExampleRequest {
  /** For `:name` in the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The fields of a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Chosen files, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}
