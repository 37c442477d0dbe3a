// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { SettingsError } from '@volee/core-adapter';

/**
 * The PEM text of the authority that a file holds. It is tried at once: TLS would ignore a file without a certificate.
 * @throws SettingsError
 */
export async function readAuthority(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) {
    throw new SettingsError([`ca: the file ${path} cannot be read; check its path and who may read it`]);
  }
  if (!holdsCertificate(pem)) throw new SettingsError([`ca: the file ${path} holds no certificate in PEM form`]);
  return pem;
}

function holdsCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}
