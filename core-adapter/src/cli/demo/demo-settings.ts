// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../host/infra/settings/settings.schema.js';

/** The bricks that the demo shows, as its settings name them. */
const SHOWN = ['@volee/file-share', '@volee/messaging', '@volee/livret-bridge', '@volee/onde-import'];

/** The settings of the demo. The host, the SSO and the directory use three consecutive ports. */
function demoYaml(port: number): string {
  return `# The settings of the demo. Made once; yours to change: "npm start" keeps all but the ports, "npm start -- --fresh" begins anew.
# While the demo runs, every command takes them: npx volee school list --config var/demo/volee.yaml
server:   { publicUrl: "http://127.0.0.1:${port}", listen: "127.0.0.1:${port}" }
database: { url: "sqlite:./volee.sqlite" }
session:  { secret: "file:./session.key" }
storage:  { url: "file:./files" }
operator:
  name: "Académie de Vaubrun (démonstration)"
  contact: "ent@vaubrun.example.org"
  legalNotice: |
    Ce site est une démonstration. L’académie de Vaubrun, ses écoles et leurs personnes sont inventées.

    Éditeur\u00a0: académie de Vaubrun, 1 place de l’Exemple, 39990 Vaubrun. Téléphone\u00a0: 03 53 01 00 00.

    Directrice de la publication\u00a0: Hélène Marchand, rectrice de l’académie de Vaubrun.

    Hébergeur\u00a0: l’ordinateur sur lequel tourne cette démonstration.
bricks:
  "@volee/cas-bridge":  { baseUrl: "http://127.0.0.1:${port + 1}" }
  "@volee/ldap-sync":   { url: "ldap://127.0.0.1:${port + 2}", bindDn: "cn=reader,o=gouv,c=fr", bindPassword: "lecture-seule", baseDn: "o=gouv,c=fr", layout: scribe }
${SHOWN.map((name) => `  "${name}": {}`).join('\n')}
`;
}

/**
 * Writes the settings of the demo, or mends existing ones: their ports, and paths that an earlier version wrote as absolute, which
 * in a copied checkout lead to the data of the other checkout.
 * @returns the path of the file
 */
export function writeDemoSettings(folder: string, port: number): string {
  const file = join(folder, 'volee.yaml');
  if (existsSync(file)) {
    writeFileSync(file, movedTo(port, withRelativePaths(readFileSync(file, 'utf8'))));
    return file;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'session.key'), randomBytes(32).toString('hex'), { mode: 0o600 });
  writeFileSync(file, demoYaml(port));
  return file;
}

/** The bricks of the demo that its settings do not name, since an earlier version wrote them. */
export function bricksMissingIn({ bricks }: Pick<Settings, 'bricks'>): string[] {
  return SHOWN.filter((name) => !Object.hasOwn(bricks, name));
}

function withRelativePaths(yaml: string): string {
  return yaml.replace(/"(sqlite|file):\/[^"]*\/var\/demo\/(volee\.sqlite|session\.key|files)"/g, '"$1:./$2"');
}

function movedTo(port: number, yaml: string): string {
  const [, written] = /publicUrl: "http:\/\/127\.0\.0\.1:(\d+)"/.exec(yaml) ?? [];
  if (written === undefined) return yaml;
  const before = Number(written);
  return yaml.replace(/127\.0\.0\.1:(\d+)/g, (whole, found: string) => {
    const offset = Number(found) - before;
    return offset >= 0 && offset <= 2 ? `127.0.0.1:${port + offset}` : whole;
  });
}
