// SPDX-License-Identifier: EUPL-1.2
import { v7 } from 'uuid';

/** A new UUIDv7: sorts by the time it was made, and is made in code so that rows can name each other before they exist. */
export function newId(): string {
  return v7();
}
