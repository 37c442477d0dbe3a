// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { SettingsError } from '@volee/core-adapter';

/**
 * The authority of a source's directory, as PEM text. A file without a certificate would be ignored by TLS: it is refused here.
 * @throws SettingsError
 */
export async function readAuthority(file: string, source: string): Promise<string> {
  try {
    const pem = await readFile(file, 'utf8');
    new X509Certificate(pem);
    return pem;
  } catch {
    throw new SettingsError([
      `ca of the source ${source}: ${file} cannot be read, or holds no certificate in PEM form`,
    ]);
  }
}
