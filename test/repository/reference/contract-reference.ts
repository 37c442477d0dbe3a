// SPDX-License-Identifier: EUPL-1.2
import { USES } from './contract-uses.js';
import type { DeclaredExport } from './declared-export.js';
import { ENTRY_POINTS, filesOf, reportOf, type ContractFile } from './entry-points.js';

const STABILITY =
  'A _stable_ export changes so that a brick must change only with a new version of the contract (`adapter` of the manifest), which the changelog names. An _unstable_ one, or a member with `@unstable`, may change in any version.';

/** The page about what a brick may import, from the docstrings. @param repository its folder */
export function contractReference(repository: string): string {
  const parts = ENTRY_POINTS.map((entry) => ({
    ...entry,
    files: filesOf(entry, repository).map((file) => ({ ...file, exports: withProps(file.exports) })),
  }));
  return [
    '# Contract',
    'What a brick may import of `@volee/core-adapter`, from the docstrings of the sources.',
    STABILITY,
    usesSection(parts.flatMap(({ files }) => files)),
    '## Contents',
    ...parts.map(({ name, files }) => [`- [\`${name}\`](#${anchor(name)})`, ...files.map(contentsLine)].join('\n')),
    ...parts.flatMap((part) => [
      `## \`${part.name}\``,
      `${part.text} Its [types alone](${reportOf(part)}).`,
      ...part.files.flatMap(fileSections),
    ]),
  ].join('\n\n');
}

/** Tasks of authors, beside the parts of the contract for them. @throws Error when a part is missing from the contract */
function usesSection(files: readonly ContractFile[]): string {
  const declared = new Map(files.flatMap(({ exports }) => exports.map((one) => [one.name, one] as const)));
  const link = (use: string): string => {
    const [name = '', member] = use.split('.');
    const found = declared.get(name);
    if (found === undefined || (member !== undefined && !new RegExp(`\\b${member}\\b`).test(found.code))) {
      throw new Error(`${use} is not in the contract; correct contract-uses.ts`);
    }
    return `[\`${use}\`](#${anchor(name)})${isUnstable(found, member) ? ' (unstable)' : ''}`;
  };
  const rows = USES.map(({ want, use }) => `| ${want} | ${use.map(link).join(', ')} |`);
  return ['## For this, use that', '', '| To … | use |', '| --- | --- |', ...rows].join('\n');
}

/** An export, or a member with `@unstable` at the end of its docstring. */
function isUnstable({ stability, code }: DeclaredExport, member: string | undefined): boolean {
  if (stability.includes('unstable')) return true;
  return member !== undefined && new RegExp(`@unstable\\s+\\*/\\s+(readonly )?${member}\\b`).test(code);
}

function contentsLine({ name, exports }: ContractFile): string {
  return `  - [${name}](#${anchor(name)}): ${exports.map((one) => one.name).join(', ')}`;
}

function fileSections({ name, exports }: ContractFile): string[] {
  return [`### ${name}`, ...exports.flatMap(exportSections)];
}

function exportSections({ name, text, tags, stability, code }: DeclaredExport): string[] {
  const list = tags.map((tag) => `- ${tag}`).join('\n');
  return [
    `#### ${name}`,
    stability.map((word) => `_${word}_`).join(' '),
    text,
    `\`\`\`ts\n${code}\n\`\`\``,
    list,
  ].filter((part) => part !== '');
}

/** As forges make it from a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

/** Puts the props beside their component, since they are read together. */
function withProps(exports: readonly DeclaredExport[]): DeclaredExport[] {
  const propsOf = (name: string): DeclaredExport | undefined => exports.find((one) => one.name === `${name}Props`);
  const taken = new Set(exports.map(({ name }) => propsOf(name)));
  return exports
    .filter((one) => !taken.has(one))
    .map((one) => ({ ...one, code: [propsOf(one.name)?.code, one.code].filter(Boolean).join('\n\n') }));
}
