// SPDX-License-Identifier: EUPL-1.2
import { linkToFile, markdownTable } from './markdown.js';
import type { ProvenRequirement } from './requirements.js';
import type { SecurityTests } from './security-tests.js';

/** The page that says which test files answer which known attack or fault. */
export function securityTestsPage({ lists }: SecurityTests): string {
  return [
    '# Security tests',
    'Known attacks and faults, and the tests that show what Volée does about them. A test names the mark of an attack at the beginning of its title, or its group does: `npm run jest -- -t L3` runs the tests about a directory that names no persons.',
    'The marks C1 to C18, of the CAS client, are in [Conformité CAS 3.0](cas-conformance.md). A number that is missing belongs to something that Volée does not have, such as messages or WebDAV. Tests of the embedded ENVOLE do not count.',
    ...lists.flatMap(({ letter, title, attacks }) => [
      `## ${letter}: ${title}`,
      markdownTable(
        ['Mark', 'Attack or fault'],
        attacks.map(({ marks, asks }) => [marks.join(', '), asks]),
      ),
    ]),
    '## Test files',
    ...lists.flatMap(({ attacks }) => attacks.map(filesOf)),
  ].join('\n\n');
}

function filesOf({ marks, tests }: ProvenRequirement): string {
  const files = [...new Set(tests.map(({ file }) => file))];
  return [`### ${marks.join(', ')}`, '', ...files.map((file) => `- ${linkToFile(file, file)}`)].join('\n');
}
