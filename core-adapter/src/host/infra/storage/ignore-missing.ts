// SPDX-License-Identifier: EUPL-1.2

/** @throws the error, unless it says that a file or folder is not there */
export function ignoreMissing(error: unknown): undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  // ENOTDIR: a file lies where a folder would be.
  if (!['ENOENT', 'ENOTDIR'].includes(code)) throw error;
}
