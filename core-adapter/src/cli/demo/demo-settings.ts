// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const YAML = `# The settings of the demo. Made once; yours to change: "npm start" keeps them, "npm start -- --fresh" begins anew.
server:   { publicUrl: "http://127.0.0.1:\${DEMO_PORT}", listen: "127.0.0.1:\${DEMO_PORT}" }
database: { url: "sqlite:\${DEMO_FOLDER}/volee.sqlite" }
session:  { secret: "file:\${DEMO_FOLDER}/session.key" }
storage:  { url: "file:\${DEMO_FOLDER}/files" }
bricks:
  "@volee/cas-bridge":  { baseUrl: "http://127.0.0.1:\${DEMO_CAS_PORT}" }
  "@volee/ldap-sync":   { url: "ldap://127.0.0.1:\${DEMO_LDAP_PORT}", bindDn: "cn=reader,o=gouv,c=fr", bindPassword: "lecture-seule", baseDn: "o=gouv,c=fr", layout: scribe }
  "@volee/file-share": {}
`;

/** Writes the demo's settings where there are none yet. @returns the file, and whether it is new */
export function writeDemoSettings(folder: string): { readonly file: string; readonly isNew: boolean } {
  const file = join(folder, 'volee.yaml');
  if (existsSync(file)) return { file, isNew: false };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'session.key'), randomBytes(32).toString('hex'), { mode: 0o600 });
  writeFileSync(file, YAML);
  return { file, isNew: true };
}
