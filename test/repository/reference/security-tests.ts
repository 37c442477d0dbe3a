// SPDX-License-Identifier: EUPL-1.2
import { attackLists, type AttackList } from './attacks.js';
import { attackRequirements } from './cas-requirements.js';
import { marksIn } from './marks-in.js';
import { repositoryTests, type RepositoryTest } from './repository-tests.js';
import { describeUnproven, prove, type ProvenRequirement } from './requirements.js';

export interface ProvenAttacks extends Pick<AttackList, 'letter' | 'title'> {
  readonly attacks: readonly ProvenRequirement[];
}

export interface SecurityTests {
  readonly lists: readonly ProvenAttacks[];
  /** One sentence for each mark without a test, and for each title with a mark of no list. */
  readonly faults: readonly string[];
}

const FOLDERS = ['cas-bridge/src', 'core-adapter/src', 'core-adapter/template', 'ldap-sync/src', 'plugins', 'test'];
/** The imitation of an ENVOLE: its tests prove nothing about Volée. */
const IMITATION = 'test/envole-box/';
const SOURCE = 'test/repository/reference/attacks.ts';
const PAGE = 'docs/reference/security-tests.md';

/** Which tests answer the known attacks and faults, by their own titles or those of their groups. @param repository its folder */
export function securityTests(repository: string): SecurityTests {
  return proveAttacks(attackLists, repositoryTests(repository, FOLDERS));
}

/** The same, of any lists and tests. */
export function proveAttacks(lists: readonly AttackList[], tests: readonly RepositoryTest[]): SecurityTests {
  const ofVolee = tests.filter(({ file }) => !file.startsWith(IMITATION));
  const proven = lists.map(({ letter, title, attacks }) => ({
    letter,
    title,
    attacks: Object.entries(attacks).map(([mark, asks]) => prove({ marks: [mark], asks }, ofVolee, titlesOf)),
  }));
  const known = new Set([...lists.flatMap(({ attacks }) => Object.keys(attacks)), ...casMarks()]);
  const unproven = describeUnproven(
    proven.flatMap(({ attacks }) => attacks),
    SOURCE,
  );
  return { lists: proven, faults: [...unproven, ...new Set(tests.flatMap((test) => unknownMarks(test, known)))] };
}

function titlesOf({ groups, title }: RepositoryTest): string[] {
  return [...groups, title];
}

function casMarks(): string[] {
  return attackRequirements.flatMap(({ marks }) => marks);
}

function unknownMarks(test: RepositoryTest, known: ReadonlySet<string>): string[] {
  return titlesOf(test).flatMap((title) =>
    marksIn(title)
      .filter((mark) => !known.has(mark))
      .map(
        (mark) => `${test.file}: "${title}" has the unknown mark ${mark}. Use one of ${PAGE}, or add it to ${SOURCE}.`,
      ),
  );
}
