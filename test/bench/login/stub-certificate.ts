// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../sync/run.js';

export interface StubCertificate {
  /** Path of the PEM file of the certificate to trust. */
  readonly file: string;
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate for 127.0.0.1 in a folder: mod_auth_cas validates tickets over HTTPS only. */
export async function makeCertificate(folder: string): Promise<StubCertificate> {
  const file = join(folder, 'stub.pem');
  const keyFile = join(folder, 'stub.key');
  const names = ['-subj', '/CN=stub', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await run('openssl', ['req', '-x509', ...curve, ...names, '-keyout', keyFile, '-out', file]);
  return { file, cert: await readFile(file, 'utf8'), key: await readFile(keyFile, 'utf8') };
}
