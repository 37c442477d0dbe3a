// SPDX-License-Identifier: EUPL-1.2

/** The id of an unreadable brick, which becomes part of an address: `@volee/file-share` gives `file-share`, `./agenda/` gives `agenda`. */
export function idFromName(name: string): string {
  const last =
    name
      .replace(/^(\.{0,2}\/.*?)\/*$/, '$1')
      .split('/')
      .at(-1) ?? '';
  return last.replace(/[^\w-]+/g, '-') || 'unnamed';
}
