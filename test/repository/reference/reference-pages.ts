// SPDX-License-Identifier: EUPL-1.2
import { join, basename } from 'node:path';
import { format, resolveConfig } from 'prettier';
import aafImport from '@volee/aaf-import';
import casBridge from '@volee/cas-bridge';
import { settingsReference, settingsSchema, type SettingsPart } from '@volee/core-adapter/host';
import fileShare from '@volee/file-share';
import ldapSync from '@volee/ldap-sync';
import ondeImport from '@volee/onde-import';
import { casConformance, type CasConformance } from './cas-conformance.js';
import { commandsPage, programHelp } from './commands-page.js';
import { apiReport } from './api-report.js';
import { contractReference } from './contract-reference.js';
import { ENTRY_POINTS, reportOf, type EntryPoint } from './entry-points.js';
import { securityTests, type SecurityTests } from './security-tests.js';
import type { ProvenRequirement } from './requirements.js';

/** The packages with settings in this repository. */
const settingsParts: readonly SettingsPart[] = [
  { title: 'volee.yaml', schema: settingsSchema },
  { title: '@volee/cas-bridge', schema: casBridge.manifest.settings },
  { title: '@volee/ldap-sync', schema: ldapSync.manifest.settings },
  { title: '@volee/aaf-import', schema: aafImport.manifest.settings },
  { title: '@volee/file-share', schema: fileShare.manifest.settings },
  { title: '@volee/onde-import', schema: ondeImport.manifest.settings },
];

const NOTE = '<!-- Made by "npm run reference". Change the sources, not this page. -->';

/** The pages of the reference that are made from the sources: path in the repository → text. @param repository its folder */
export async function referencePages(repository: string): Promise<Map<string, string>> {
  const pages = {
    'cas-conformance.md': casConformancePage(casConformance(repository)),
    'security-tests.md': securityTestsPage(securityTests(repository)),
    'contract.md': contractReference(repository),
    'settings.md': settingsPage(),
    'commands.md': commandsPage(programHelp(repository)),
    ...Object.fromEntries(ENTRY_POINTS.map((entry) => [reportOf(entry), apiPage(entry, repository)])),
  };
  const options = await resolveConfig(join(repository, 'package.json'));
  const formatted = Object.entries(pages).map(async ([name, text]) => {
    const page = await format(`${NOTE}\n\n${text}\n`, { ...options, parser: 'markdown' });
    return [`docs/reference/${name}`, page] as const;
  });
  return new Map(await Promise.all(formatted));
}

function apiPage({ name, folder }: EntryPoint, repository: string): string {
  const report = apiReport(join(repository, 'core-adapter', 'dist', folder, 'index.d.ts'));
  return `# \`${name}\`\n\nThe types of this entry point, as compiled: a change of the contract shows here.\n\n\`\`\`ts\n${report}\n\`\`\``;
}

/** The page about every key of `volee.yaml`, from the schemas. */
function settingsPage(): string {
  return [
    '# Settings',
    'Every key of `volee.yaml` and of the bricks of this repository, from their schemas; `volee config doc` tells the same of what is installed. In French, with advice: [réglages](reglages.md).',
    'A key that is not known is an error. `${NAME}` in a value stands for the variable of the environment.',
    settingsReference(settingsParts),
  ].join('\n\n');
}

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

// SPDX-License-Identifier: EUPL-1.2

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [heads, heads.map(() => '---'), ...rows].map(line).join('\n');
}

/** A link from a page in docs/reference. @param file path in the repository */
function linkToFile(file: string, text: string): string {
  return `[${text}](../../${file})`;
}
