// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, ImportSource, PersonRecord } from '@volee/core-adapter/directory';
import type { Guardian } from './files/guardian.js';
import type { Pupil } from './files/pupil.js';
import type { OndeFiles } from './files/read-files.js';

/** The source of a school, one for each: the file of one school must make nobody leave another. */
export function sourceOf(school: string): ImportSource {
  return { name: `onde-${school.toLowerCase()}`, school };
}

/** The files as records of a directory: nothing else of them is kept. */
export function* recordsOf({ pupils: { pupils }, guardians }: OndeFiles, uai: string): Generator<DirectoryRecord> {
  const classes = new Map(
    pupils.flatMap((pupil) => pupil.classes.map(({ key, name }) => [key, name] as const)).reverse(),
  );
  for (const [key, name] of classes) yield { type: 'group', uai, key, kind: 'class', name };
  for (const pupil of pupils) {
    yield pupilRecord(pupil, uai);
    for (const { key } of pupil.classes)
      yield { type: 'membership', uai, group: key, person: pupil.key, role: 'member' };
  }
  for (const guardian of guardians?.guardians ?? []) {
    yield { ...namesOf(guardian), type: 'person', profile: 'guardian', uai };
    for (const child of guardian.children) yield { type: 'kinship', guardian: guardian.key, child };
  }
}

function pupilRecord(pupil: Pupil, uai: string): PersonRecord {
  const { ine, birthDate, level } = pupil;
  return {
    ...namesOf(pupil),
    type: 'person',
    profile: 'pupil',
    uai,
    ...(ine !== undefined && { ine }),
    ...(birthDate !== undefined && { birthDate }),
    ...(level !== undefined && { level }),
  };
}

/** ONDE has no logins. The key stands in for one. cas-bridge reads the logins of a directory, so that nobody can log in by it. */
function namesOf({ key, givenName, familyName, usageName }: Pupil | Guardian) {
  const name = usageName || familyName;
  return { key, login: key, givenName, familyName: name, displayName: `${givenName} ${name}` };
}
