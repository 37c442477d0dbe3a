// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { missingPaths } from './named-paths.js';
import { repositoryFolder, textOf, trackedFiles } from './tracked-files.js';

const files = trackedFiles();
const documents = files.filter((file) => /^(docs\/explications\/.*|SECURITY|README)\.md$/.test(file));

test.each(documents)('%s names files and folders that are there', (document) => {
  expect(missingPaths(document, textOf(document), files)).toEqual([]);
});

test('the architecture names each folder of the domain', () => {
  const [, line = ''] = /^ {2}domain +(.*)$/m.exec(textOf('docs/explications/architecture.md')) ?? [];
  const entries = readdirSync(join(repositoryFolder, 'core-adapter/src/host/domain'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(line.split(/\s+/).sort()).toEqual(folders.sort());
});

test('a path that is not there is found, and one within a fence or with a placeholder is not', () => {
  const text =
    'See `http/gone.ts`, `a.ts`, `http/login`, `http/*.ts` and `src/x.ts`.\n```sh\nls `http/fence.ts`\n```\n';
  expect(missingPaths('docs/a.md', text, ['core-adapter/src/http/login/a.ts'])).toEqual([
    expect.stringContaining('`http/gone.ts`'),
    expect.stringContaining('`src/x.ts`'),
  ]);
});
