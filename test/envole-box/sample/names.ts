// SPDX-License-Identifier: EUPL-1.2

export interface FullName {
  givenName: string;
  familyName: string;
}

/** « Léna D'Angelo » → given and family name; the first space parts them. */
export function splitName(name: string): FullName {
  const space = name.indexOf(' ');
  return { givenName: name.slice(0, space), familyName: name.slice(space + 1) };
}

/** « A B, C D » → its names. */
export function listNames(names: string): string[] {
  return names.split(',').map((name) => name.trim());
}

/** The login as Scribe builds it: `lena.dangelo`, `anne-laure.michaud`. */
export function loginOf({ givenName, familyName }: FullName): string {
  return `${fold(givenName)}.${fold(familyName)}`;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f' ]/g, '')
    .toLowerCase();
}
