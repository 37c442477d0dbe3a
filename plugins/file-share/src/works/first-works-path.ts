// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../brick-types.js';
import { classWorksPath } from '../paths.js';

/** The works of the first class that a teacher or head follows, by name; undefined for other users. */
export async function firstWorksPath({ access }: Pick<FileShareRequest, 'access'>): Promise<string | undefined> {
  const [taught] = await access.groups('handOut');
  const [first] = taught ? [taught] : await access.groups('follow');
  return first && classWorksPath(first.id);
}
