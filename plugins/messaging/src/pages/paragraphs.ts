// SPDX-License-Identifier: EUPL-1.2

/** The paragraphs of a text, which empty lines separate, each as its lines. */
export function paragraphsOf(body: string): string[][] {
  return body
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => paragraph.split('\n'));
}
