// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrickManifest } from '../../../host/domain/bricks/brick-manifest.js';
import { compactCss } from '../../../host/infra/assets/compact-css.js';
import { fault } from '../fault.js';

const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/gi;

/**
 * The style sheets load only files of the brick's own folder: the Content-Security-Policy refuses other hosts and `data:`, and the browser
 * reports it only on its console. A missing sheet is a fault of the manifest.
 */
export function checkStyles({ assets, styles = [] }: BrickManifest): void {
  const folder = assets && fileURLToPath(assets);
  if (folder === undefined) return;
  for (const name of styles.filter((one) => existsSync(join(folder, one)))) {
    const css = compactCss(readFileSync(join(folder, name), 'utf8'));
    if (/@import\b/i.test(css))
      fault(`The style sheet ${name} imports another one; name that in manifest.styles instead.`);
    for (const [, double, single, plain = ''] of css.matchAll(ADDRESS)) {
      const address = double ?? single ?? plain;
      if (isOfFolder(address, folder)) continue;
      fault(
        `The style sheet ${name} loads ${address.slice(0, 60)}, which no page may load; put the file into the folder ` +
          'of manifest.assets, and write its name alone.',
      );
    }
  }
}

/**
 * Whether an address is a part of a drawing on the page (`#shadow`) or a file that the host serves beside the sheet. Folders within that
 * folder are not served.
 */
function isOfFolder(address: string, folder: string): boolean {
  return address.startsWith('#') || (/^[\w-][\w.-]*$/.test(address) && existsSync(join(folder, address)));
}
