// SPDX-License-Identifier: EUPL-1.2

const LONGEST = 60;

/** A subject for a message without one: the beginning of its first line, whole words where they fit. */
export function subjectOf(body: string): string {
  const [line = ''] = body.trim().split('\n');
  const characters = [...line.replace(/\s+/g, ' ').trim()];
  if (characters.length <= LONGEST) return characters.join('');
  const cut = characters.slice(0, LONGEST - 1).join('');
  const words = cut.slice(0, cut.lastIndexOf(' ')).trimEnd();
  return `${words.length > LONGEST / 2 ? words : cut}…`;
}
