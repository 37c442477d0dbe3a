// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnCertificate {
  /** Path of the PEM file. */
  readonly file: string;
  readonly cert: string;
  readonly key: string;
  remove(): void;
}

/** Makes a self-signed certificate for an address or a name, which with 0 days has ended; undefined without `openssl`, unless it is required. */
export function ownCertificate(subjectAltName: string, days = 1): OwnCertificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'volee-certificate-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, 'cert.pem');
  const keyFile = join(folder, 'key.pem');
  const names = ['-subj', '/CN=test', '-addext', `subjectAltName=${subjectAltName}`];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    const ended = ['-not_before', '20200101000000Z', '-not_after', '20200102000000Z'];
    const until = days > 0 ? ['-days', String(days)] : ended;
    const args = ['req', '-x509', ...curve, ...names, ...until, '-keyout', keyFile, '-out', file];
    execFileSync('openssl', args, { stdio: 'pipe' });
    return { file, cert: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8'), remove };
  } catch (error) {
    remove();
    const isLacking = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isLacking && process.env['VOLEE_REQUIRE_SERVICES'] !== '1') return undefined;
    throw error;
  }
}
