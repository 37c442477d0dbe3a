// SPDX-License-Identifier: EUPL-1.2

export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [heads, heads.map(() => '---'), ...rows].map(line).join('\n');
}

/** A link from a page in docs/reference. @param file path in the repository */
export function linkToFile(file: string, text: string): string {
  return `[${text}](../../${file})`;
}
