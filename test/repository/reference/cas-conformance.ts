// SPDX-License-Identifier: EUPL-1.2
import { attackRequirements, protocolRequirements } from './cas-requirements.js';
import { repositoryTests } from './repository-tests.js';
import { describeUnproven, prove, type ProvenRequirement, type Requirement } from './requirements.js';

export interface CasConformance {
  readonly protocol: readonly ProvenRequirement[];
  readonly attacks: readonly ProvenRequirement[];
}

/** The folders with tests of the client. The tests of the embedded server prove nothing about it. */
const FOLDERS = ['cas-bridge/src', 'core-adapter/src', 'test/e2e', 'test/integration'];

/** Which tests prove what is asked of the client: by their own titles, not by those of their groups. @param repository its folder */
export function casConformance(repository: string): CasConformance {
  const tests = repositoryTests(repository, FOLDERS);
  const proven = (one: Requirement): ProvenRequirement => prove(one, tests, ({ title }) => [title]);
  return { protocol: protocolRequirements.map(proven), attacks: attackRequirements.map(proven) };
}

/** One sentence for each mark that no test names. A requirement is proven when every one of its marks is. */
export function casFaults({ protocol, attacks }: CasConformance): string[] {
  return describeUnproven([...protocol, ...attacks], 'test/repository/reference/cas-requirements.ts');
}
