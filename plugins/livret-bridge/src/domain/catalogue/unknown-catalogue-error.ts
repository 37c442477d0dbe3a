// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';

/** Nobody has the catalogue of a bilan any more: the bilan can be read, and can only be written on when its catalogue is back. */
export class UnknownCatalogueError extends ConflictError {
  constructor(id: string) {
    super(`No catalogue is called "${id}": a bilan was written with it.`, {
      remedy: 'Name the file with this catalogue in the setting "catalogue" again.',
    });
  }
}
