// SPDX-License-Identifier: EUPL-1.2
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, UnavailableError } from '@volee/core-adapter';
import type { NamedFile } from './eolesso-filters.js';

/**
 * Writes files into a folder; files with the same content are left untouched.
 * @returns the paths of the written files
 * @throws ConflictError before anything is written, when a file differs and `force` is false; UnavailableError when the folder cannot be
 * written
 */
export async function writeFiles(folder: string, files: readonly NamedFile[], force: boolean): Promise<string[]> {
  const found = await Promise.all(
    files.map(async ({ name, content }) => ({
      path: join(folder, name),
      content,
      old: await read(join(folder, name)),
    })),
  );
  const changed = found.filter(({ content, old }) => old !== content);
  const other = changed.find(({ old }) => old !== undefined);
  if (other && !force) {
    throw new ConflictError(`${other.path} exists with other contents; nothing was written.`, {
      remedy: 'Look at it, then use --force to replace it.',
    });
  }
  for (const { path, content } of changed) await write(path, content).catch(cannot('written', path));
  return changed.map(({ path }) => path);
}

/** Makes a file readable for the administrator of the SSO: it holds no secret, and the process creates files for its own user only. */
async function write(path: string, content: string): Promise<void> {
  await writeFile(path, content);
  await chmod(path, 0o644);
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return cannot('read', path)(error);
  }
}

function cannot(what: 'read' | 'written', path: string): (error: unknown) => never {
  return (error) => {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new UnavailableError(`${path} cannot be ${what} (${reason}).`, {
      remedy: 'Check --out, and who may write there.',
    });
  };
}
