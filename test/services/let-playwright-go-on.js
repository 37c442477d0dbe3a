// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pid } from 'node:process';

/**
 * Playwright 1.65 sends each page a command that Firefox ESR does not know (`emulation.setMediaFeaturesOverride`), and ends with its
 * refusal. This changes the installed file so that the command may fail, as Playwright sends others. It must run before any test loads
 * Playwright.
 */
export function letPlaywrightGoOn() {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const bundle = join(folder, 'lib', 'coreBundle.js');
  const before = readFileSync(bundle, 'utf8');
  const after = before.replaceAll(
    '.send("emulation.setMediaFeaturesOverride"',
    '.sendMayFail("emulation.setMediaFeaturesOverride"',
  );
  if (after === before) return;
  // Another run of the tests may be reading the file.
  writeFileSync(`${bundle}.${pid}`, after);
  renameSync(`${bundle}.${pid}`, bundle);
}
