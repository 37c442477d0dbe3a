// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../../brick-types.js';
import { classWorksPath } from '../../../paths.js';
import { classesWithWorks } from '../../../domain/works/classes-with-works.js';

/** The works of the first class that a teacher or head follows, by name; undefined for other users. */
export async function firstWorksPath(
  request: Pick<FileShareRequest, 'access' | 'directory'>,
): Promise<string | undefined> {
  const [taught] = await classesWithWorks('handOut', request);
  const [first] = taught ? [taught] : await classesWithWorks('follow', request);
  return first && classWorksPath(first.id);
}
