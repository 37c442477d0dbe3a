// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../../api/check.js';
import { newId } from '../../infra/database/new-id.js';
import { bad, good, warn } from './findings.js';

const REMEDY = 'Check storage.url, and that the account that runs Volée may write there.';

/** Writes a small file to the storage folder, reads it back and removes it. A missing folder is not created. */
export async function checkStorage(folder: string): Promise<Finding> {
  try {
    const nearest = nearestFolder(folder);
    if (!(await stat(nearest)).isDirectory()) return bad(`${nearest} is not a folder: files cannot be stored.`, REMEDY);
    if (nearest !== resolve(folder)) {
      // The access rights are not enough: even root can create no folder below /proc.
      await rmdir(await mkdtemp(join(nearest, '.doctor-')));
      return warn(`${folder} does not exist yet.`, '"volee serve" creates it when it starts.');
    }
    // Uploads arrive in a folder of their own, which another account may have made.
    const incoming = join(folder, '.incoming');
    for (const place of [folder, ...(existsSync(incoming) ? [incoming] : [])]) await tryOut(place);
    return good(`${folder}: a file was written, read back and removed.`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return bad(
      `Files cannot be stored in ${folder} (${code ?? 'the content that was read differs from the content that was written'}).`,
      REMEDY,
    );
  }
}

/** The folder itself, or its nearest parent that exists. */
export function nearestFolder(path: string): string {
  const whole = resolve(path);
  return existsSync(whole) ? whole : nearestFolder(dirname(whole));
}

async function tryOut(folder: string): Promise<void> {
  const file = join(folder, `.doctor-${newId()}`);
  const content = newId();
  try {
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
    if ((await readFile(file, 'utf8')) !== content) throw new Error('another content');
  } finally {
    await rm(file, { force: true });
  }
}
