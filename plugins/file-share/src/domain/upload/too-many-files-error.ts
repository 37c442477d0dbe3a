// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';

/** A folder of a work would hold more files than it may: HTTP 400. Nothing was written. */
export class TooManyFilesError extends InputError {
  /**
   * @param most the most files that the folder may hold
   * @param there those that it holds
   */
  constructor(
    readonly most: number,
    readonly there: number,
  ) {
    super(`The folder holds ${there} files, and ${most} at most.`, { remedy: 'Remove files first, or send fewer.' });
  }
}

/** @throws TooManyFilesError */
export function refuseMoreThan(most: number, there: number, added: number): void {
  if (there + added > most) throw new TooManyFilesError(most, there);
}
