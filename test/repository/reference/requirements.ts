// SPDX-License-Identifier: EUPL-1.2
import { marksIn } from './marks-in.js';
import type { RepositoryTest } from './repository-tests.js';

/** A document with requirements, and the marks by which titles of tests name them. */
export interface Requirement {
  /** `T1`, a line of a list of attacks; or `§2.1.1 gateway`, `Appendix B`, behind `CAS 3.0` in a title. Each needs a test. */
  readonly marks: readonly string[];
  /** As the page shows it. */
  readonly asks: string;
}

export interface ProvenRequirement extends Requirement {
  readonly tests: readonly RepositoryTest[];
  /** The marks that no test names. */
  readonly unproven: readonly string[];
  /** The marks that a quick run does not prove (ADR 63). */
  readonly leftToFullRun?: readonly string[];
}

/** @param titlesOf the titles of a test that count as proof */
export function prove(
  requirement: Requirement,
  tests: readonly RepositoryTest[],
  titlesOf: (test: RepositoryTest) => readonly string[],
): ProvenRequirement {
  const provenBy = (test: RepositoryTest, mark: string): boolean => titlesOf(test).some((title) => names(title, mark));
  const isProven = (mark: string, by: readonly RepositoryTest[]): boolean => by.some((test) => provenBy(test, mark));
  const quick = tests.filter(({ isForFullRun }) => isForFullRun !== true);
  const unproven = requirement.marks.filter((mark) => !isProven(mark, tests));
  return {
    ...requirement,
    tests: tests.filter((test) => requirement.marks.some((mark) => provenBy(test, mark))),
    unproven,
    leftToFullRun: requirement.marks.filter((mark) => !unproven.includes(mark) && !isProven(mark, quick)),
  };
}

/** One sentence for each mark without a test, or without one in "npm test". @param source the file that lists the marks */
export function describeUnproven(requirements: readonly ProvenRequirement[], source: string): string[] {
  return requirements.flatMap(({ unproven, leftToFullRun = [] }) => [
    ...unproven.map(
      (mark) => `${mark} has no test: begin the title of its test with "${spelt(mark)}", or remove it from ${source}.`,
    ),
    ...leftToFullRun.map((mark) => `${mark} has tests in the full run alone: prove it in "npm test" as well (ADR 63).`),
  ]);
}

function spelt(mark: string): string {
  return isParagraph(mark) ? `CAS 3.0 ${mark}` : mark;
}

function isParagraph(mark: string): boolean {
  return mark.startsWith('§') || mark.startsWith('Appendix');
}

/** Whether a title names a requirement. `§2.5` is not named by `§2.5.1`, nor by a paragraph of another document. */
export function names(title: string, mark: string): boolean {
  if (!isParagraph(mark)) return marksIn(title).includes(mark);
  const [words = ''] = /CAS 3\.0.*/s.exec(title) ?? [];
  const escaped = mark.replace(/\./g, '\\.');
  return new RegExp(`(?<![\\w§.])${escaped}(?![\\w]|\\.\\d)`).test(words);
}
