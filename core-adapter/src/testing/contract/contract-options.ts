// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '../../api/database.js';
import type { Imports } from '../../api/directory/imports.js';
import type { SchoolKind } from '../../api/people.js';
import type { SchoolStorage } from '../../api/storage.js';

/** @stable */
export interface ContractOptions {
  /** The brick's settings, when the defaults are not enough. Settings of a directory must lead to one that answers. */
  readonly settings?: unknown;
  /** A valid request for each route, such as `POST /events`. Required for routes with parameters, a query, a body or files. */
  readonly examples?: Readonly<Record<string, Example>>;
  /** For each query of the manifest, by its name: writes a row and returns the parameters that find it. */
  readonly queries?: Readonly<Record<string, QueryExample>>;
  /** The content of a copy from another school, for bricks that call `handOver.receive`: JSON that its schema reads. */
  readonly received?: (about: ExampleAbout) => object | Promise<object>;
  /**
   * For each route that serves only one kind of school, such as `GET /exams`: the kind. Users of other schools get a 404 there, whatever
   * permission they hold.
   * @example
   * `onlyIn: { 'GET /timetable': 'primary' }`
   */
  readonly onlyIn?: Readonly<Record<string, SchoolKind>>;
  /** For each route that reads rows and shows none of their content, such as `GET /figures`: the reason. */
  readonly showsNothing?: Readonly<Record<string, string>>;
  /**
   * For each column, such as `agenda_event.place`, that exportPerson leaves out although it holds personal data: the
   * reason, such as a value computed from others.
   */
  readonly notExported?: Readonly<Record<string, string>>;
  /**
   * For each table, such as `agenda_report`, the rows that exportPerson gives out without their content for now: the person may not read
   * them yet. People download their export themselves, so it must not show a draft that its page refuses them. The examples must also write
   * other rows of the table, of which every column is exported.
   * @example
   * `exportedLater: { agenda_report: ({ state }) => state === 'draft' }`
   */
  readonly exportedLater?: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => boolean>>;
  /**
   * For each column, such as `agenda_outing.seats`, that is computed from other rows of the school: the reason. When a person is erased or
   * merged with another one, its value may change in rows that do not name them. For a table, such as `agenda_place`: rows may also be
   * removed.
   */
  readonly workedOut?: Readonly<Record<string, string>>;
}

/**
 * Makes a valid request about one class and one person of a school. It is called many times, each time with another
 * class, person and marker, and may write the rows and files that the request needs. The clock shows 24 November 2026, 11:00 in Paris.
 * @stable
 */
export type Example = (about: ExampleAbout) => ExampleRequest | Promise<ExampleRequest>;

/**
 * Writes a row, and returns parameters with which the query finds it.
 * @example
 * `queries: { search: async ({ db, marker }) => { await db.repository(Note).insert([{ text: marker }]); return { text: marker }; } }`
 * @stable
 */
export type QueryExample = (
  about: ExampleAbout,
) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;

/** @stable */
export interface ExampleAbout {
  /** The UAI of the school. */
  readonly school: string;
  /** A class of the school. */
  readonly groupId: string;
  /** The id of a person of the school: the sender of the request if they belong to it. */
  readonly personId: string;
  /**
   * The id of a pupil of the class: the sender, or else their child. An example that reads this property declares that its request is about
   * this pupil: the suite then asks everybody about two pupils of the class and one of another. Use it for `pupilId` columns, and
   * `personId` for owners, authors and recipients.
   */
  readonly pupilId: string;
  /**
   * A unique text (16 letters and digits) to put into every text that the example writes or sends: the suite searches
   * pages for it. A search query takes `marker.slice(0, 8)`, since pages repeat the query.
   */
  readonly marker: string;
  /** The tables of the brick in that school. */
  readonly db: SchoolDatabase;
  /** The brick's files in that school. */
  readonly storage: SchoolStorage;
  /** The brick's imports. */
  readonly imports: Imports;
}

/** @stable */
export interface ExampleRequest {
  /** The values of parameters such as `:name` in the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The fields of a form; sent before the files. A list sends its name several times, as the ticked boxes of a `TicksField` do. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** The uploaded files, by file name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}
