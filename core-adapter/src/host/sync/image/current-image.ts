// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryImage, GroupFields, ImagePerson } from './directory-image.js';

/** What is stored of one source, as of one instant. */
export interface CurrentImage extends DirectoryImage {
  readonly source: string;
  /** When it was read: school years are those of this instant. */
  readonly at: Date;
  /** The last run applied before it was read. */
  readonly baseRun: number;
  /** Every school of the installation, also those that another source named first: UAI → IANA time zone. */
  readonly timeZones: ReadonlyMap<string, string>;
  /** Persons whom the source named once and no longer does, by key; with every attachment that they had. */
  readonly left: ReadonlyMap<string, ImagePerson>;
  /** Groups of this school year that the source named once and no longer does, by `groupKey`. */
  readonly ended: ReadonlyMap<string, GroupFields>;
}
