// SPDX-License-Identifier: EUPL-1.2

/** One letter from the given name and one from the family name: « Claire Vuillemin » is CV. */
export function initialsOf({
  givenName,
  familyName,
}: {
  readonly givenName: string;
  readonly familyName: string;
}): string {
  return [givenName, familyName].map((name) => Array.from(name.trim())[0]?.toUpperCase() ?? '').join('');
}
