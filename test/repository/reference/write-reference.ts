// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { casConformance, unproven } from './cas-conformance.js';
import { referencePages } from './reference-pages.js';

const repository = process.cwd();
for (const [path, text] of await referencePages(repository)) {
  writeFileSync(join(repository, path), text);
  console.log(path);
}

const missing = unproven(casConformance(repository));
if (missing.length > 0) {
  console.error(`cas-conformance.md: no title of a test names ${missing.join(', ')}`);
  process.exitCode = 1;
}
