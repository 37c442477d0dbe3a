// SPDX-License-Identifier: EUPL-1.2

/** A regular expression, for Perl, Python, Java and JavaScript alike, that this text alone matches. */
export function expressionFor(text: string): string {
  return `^${text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`;
}
