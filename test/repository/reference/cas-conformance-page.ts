// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import type { CasConformance } from './cas-conformance.js';
import { linkToFile, markdownTable } from './markdown.js';
import type { ProvenRequirement } from './requirements.js';

/** The page that says, paragraph by paragraph, which tests prove what the CAS client does. */
export function casConformancePage({ protocol, attacks }: CasConformance): string {
  return [
    '# Conformité CAS 3.0',
    'Ce que la [spécification CAS 3.0](https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html) demande à une application, et les tests qui le prouvent. Page tirée des tests, à ne pas éditer : un test nomme dans son propre titre le paragraphe ou la ligne qu’il prouve (le titre de son groupe, devant « › », ne compte pas), chaque paragraphe d’une rangée a son test, et `npm run reference` réécrit cette page. Les titres sont en anglais, comme le code ; ceux du serveur CAS d’essai ne comptent pas.',
    'Hors de cette page : `/samlValidate` (§4.2), facultatif et laissé de côté, et ce qui ne regarde que le serveur CAS.',
    '## Paragraphe par paragraphe',
    table('Paragraphe', protocol),
    '## Attaques et pannes',
    'Les lignes C1 à C18 sont une liste propre à Volée : des attaques connues contre des clients CAS (par exemple CVE-2014-4172 pour C1, CVE-2022-39369 pour C2, CVE-2017-1000071 pour C8), des défauts que d’autres clients ont publiés, et des pannes. Les autres listes (écoles, annuaires, fichiers, pages) sont dans [Security tests](security-tests.md).',
    table('Ligne', attacks),
    '## Les tests',
    ...[...protocol, ...attacks].map(testsOf),
  ].join('\n\n');
}

function table(first: string, rows: readonly ProvenRequirement[]): string {
  return markdownTable(
    [first, 'Ce qui est demandé', 'Tests'],
    rows.map((row) => [marksOf(row), row.asks, String(row.tests.length)]),
  );
}

/** The tests of a requirement, below its marks: file and title. */
function testsOf(row: ProvenRequirement): string {
  const lines = row.tests.map(
    ({ file, groups, title }) => `- ${linkToFile(file, basename(file))}: ${plain([...groups, title].join(' › '))}`,
  );
  return [`### ${marksOf(row)}`, '', ...(lines.length === 0 ? ['Aucun.'] : lines)].join('\n');
}

function marksOf({ marks }: ProvenRequirement): string {
  return marks.join(', ').replace('Appendix', 'annexe');
}

/** Words that Markdown leaves as they are. */
function plain(title: string): string {
  return title.replace(/[\\`*_[\]|<>~]/g, '\\$&').replaceAll('\n', ' ');
}
