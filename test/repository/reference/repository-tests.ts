// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testTitles, type TestTitle } from './test-titles.js';

export interface RepositoryTest extends TestTitle {
  /** Path in the repository. */
  readonly file: string;
}

/** The tests in these folders. @param repository its folder @param folders paths in it */
export function repositoryTests(repository: string, folders: readonly string[]): RepositoryTest[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(test|story)\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
      .sort()
      .flatMap((path) => {
        const file = `${folder}/${path}`;
        return testTitles(file, readFileSync(join(repository, file), 'utf8')).map((title) => ({ file, ...title }));
      }),
  );
}
