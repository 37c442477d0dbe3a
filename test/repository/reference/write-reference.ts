// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { casConformance, casFaults } from './cas-conformance.js';
import { referencePages } from './reference-pages.js';
import { securityTests } from './security-tests.js';

const repository = process.cwd();
for (const [path, text] of await referencePages(repository)) {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
  console.log(path);
}

const faults = [...casFaults(casConformance(repository)), ...securityTests(repository).faults];
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
