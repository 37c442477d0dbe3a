// SPDX-License-Identifier: EUPL-1.2

export interface FencedBlock {
  /** The language after the fence: `sh`, `yaml`; empty for none. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown text that begin at the margin, in their order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
}
