// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import type { CasConformance, ClientTest, ProvenRequirement } from './cas-conformance.js';

/** The page that says, paragraph by paragraph, which tests prove what the CAS client does. */
export function casConformancePage({ protocol, attacks }: CasConformance): string {
  return [
    '# Conformité CAS 3.0',
    'Ce que la [spécification CAS 3.0](https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html) demande à une application, et les tests qui le prouvent. Page tirée des tests, à ne pas éditer : un test nomme dans son titre le paragraphe ou la ligne qu’il prouve, et `npm run reference` réécrit cette page. Les titres sont en anglais, comme le code ; ceux du serveur CAS d’essai ne comptent pas.',
    'Hors de cette page : `/samlValidate` (§4.2), facultatif et laissé de côté, et ce qui ne regarde que le serveur CAS.',
    '## Paragraphe par paragraphe',
    table('Paragraphe', protocol),
    '## Attaques et pannes',
    table('Ligne', attacks),
  ].join('\n\n');
}

// Not lined up in columns, which would make each line as long as the longest.
function table(first: string, rows: readonly ProvenRequirement[]): string {
  return [
    '<!-- prettier-ignore-start -->',
    '',
    `| ${first} | Ce qui est demandé | Tests |`,
    '| --- | --- | --- |',
    ...rows.map(
      ({ marks, asks, tests }) => `| ${marks.join(', ').replace('Appendix', 'annexe')} | ${asks} | ${cell(tests)} |`,
    ),
    '',
    '<!-- prettier-ignore-end -->',
  ].join('\n');
}

function cell(tests: readonly ClientTest[]): string {
  const files = [...new Set(tests.map(({ file }) => file))];
  const lines = files.flatMap((file) => [
    `[${basename(file)}](../../${file})`,
    ...tests.filter((test) => test.file === file).map(({ title }) => `· ${plain(title)}`),
  ]);
  return lines.length === 0 ? 'aucun' : lines.join('<br>');
}

/** Words that Markdown leaves as they are, in a cell of a table. */
function plain(title: string): string {
  return title.replace(/[\\`*_[\]|<>~]/g, '\\$&').replaceAll('\n', ' ');
}
