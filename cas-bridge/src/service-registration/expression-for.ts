// SPDX-License-Identifier: EUPL-1.2

/**
 * A regular expression, for Perl, Python, Java and JavaScript alike, that this text alone matches.
 * @param rest an expression for what may follow
 */
export function expressionFor(text: string, rest = ''): string {
  return `^${text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}${rest}$`;
}
