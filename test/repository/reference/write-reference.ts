// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference-pages.js';

const repository = process.cwd();
for (const [path, text] of await referencePages(repository)) {
  writeFileSync(join(repository, path), text);
  console.log(path);
}
