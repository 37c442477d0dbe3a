// SPDX-License-Identifier: EUPL-1.2
import type { DrivePlace } from './drive-place.js';

/** The maximum number of files in one form. */
const AT_ONCE = 100;

/** Puts small files into a folder by its form, each with a content of its own. @returns milliseconds */
export async function fillFolder({ at, teacher }: DrivePlace, folderId: string, files: number): Promise<number> {
  const begun = performance.now();
  for (let first = 1; first <= files; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, files - first + 1);
    const sent = Array.from({ length: count }, (_, index) => {
      const name = `Photo de la sortie ${first + index}.jpg`;
      return [name, `${folderId} ${name}`] as const;
    });
    await teacher.files(`${at}/folders/${folderId}/files`, sent);
  }
  return performance.now() - begun;
}
