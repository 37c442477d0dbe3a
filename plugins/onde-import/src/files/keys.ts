// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { fold } from '../csv/fold.js';

interface Named {
  readonly familyName: string;
  readonly givenName: string;
}

/** The key of a pupil, made of the national pupil number or, without one, of names and day of birth. */
export function pupilKey({
  ine,
  familyName,
  givenName,
  birthDate = '',
}: Named & { ine?: string; birthDate?: string }): string {
  return ine === undefined ? keyOf('eleve', familyName, givenName, birthDate) : keyOf('ine', ine);
}

/** The key of a guardian. ONDE has no numbers for guardians: within one school, the names are all there is. */
export function guardianKey({ familyName, givenName }: Named): string {
  return keyOf('resp', familyName, givenName);
}

/** The key of a class: `Identifiant classe`, which the livret needs; BE1D had only the label. */
export function classKey({ id, name }: { readonly id: string; readonly name: string }): string {
  return id || `classe-${fold(name)}`;
}

/**
 * A hashed key: keys appear in logs and plans, where nobody's number, name and birthday belong (V4). Accents, case and hyphens do not make
 * another person.
 */
function keyOf(kind: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.map(fold).join('\n')).digest('hex');
  return `${kind}-${hash.slice(0, 24)}`;
}

/** Whether two pupils would be called by the same names in the guardians' file. */
export function namesOf({ familyName, givenName }: Named): string {
  return `${fold(familyName)} ${fold(givenName)}`;
}
