// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../../api/errors.js';

/** What a plan says is there. @throws ConflictError when it is not: somebody else took it away since */
export function requireId(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) {
    throw new ConflictError(`"${key}" has gone from the directory since the plan was made. Run the sync again.`, {
      key,
    });
  }
  return id;
}
