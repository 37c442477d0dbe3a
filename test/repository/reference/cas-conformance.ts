// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attackRequirements, protocolRequirements, type CasRequirement } from './cas-requirements.js';
import { testTitles, type TestTitle } from './test-titles.js';

export interface ClientTest extends TestTitle {
  /** Path in the repository. */
  readonly file: string;
}

export interface ProvenRequirement extends CasRequirement {
  readonly tests: readonly ClientTest[];
}

export interface CasConformance {
  readonly protocol: readonly ProvenRequirement[];
  readonly attacks: readonly ProvenRequirement[];
}

/** Where the client is tested. The tests of the embedded server prove nothing about it. */
const FOLDERS = ['cas-bridge/src', 'core-adapter/src', 'test/e2e', 'test/integration'];

/** Which tests prove what is asked of the client: by their own titles, not by those of their groups. @param repository its folder */
export function casConformance(repository: string): CasConformance {
  const tests = FOLDERS.flatMap((folder) => testsIn(repository, folder));
  const proven = (one: CasRequirement): ProvenRequirement => ({
    ...one,
    tests: tests.filter(({ title }) => one.marks.some((mark) => names(title, mark))),
  });
  return { protocol: protocolRequirements.map(proven), attacks: attackRequirements.map(proven) };
}

/** The marks that no test names. A requirement is proven when every one of its marks is. */
export function unproven({ protocol, attacks }: CasConformance): string[] {
  return [...protocol, ...attacks].flatMap(({ marks, tests }) =>
    marks.filter((mark) => !tests.some(({ title }) => names(title, mark))),
  );
}

/** Whether a title names a requirement. `§2.5` is not named by `§2.5.1`, nor by a paragraph of another document. */
export function names(title: string, mark: string): boolean {
  const [words = ''] = /CAS 3\.0.*/s.exec(title) ?? [];
  const text = mark.startsWith('C') ? title : words;
  const escaped = mark.replace(/\./g, '\\.');
  return new RegExp(`(?<![\\w§.])${escaped}(?![\\w]|\\.\\d)`).test(text);
}

function testsIn(repository: string, folder: string): ClientTest[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .sort()
    .flatMap((path) => {
      const file = `${folder}/${path}`;
      return testTitles(file, readFileSync(join(repository, file), 'utf8')).map((title) => ({ file, ...title }));
    });
}
