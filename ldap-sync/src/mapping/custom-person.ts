// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { KinshipRecord, PersonRecord } from '@volee/core-adapter/directory';
import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { CustomMapping } from './custom-schema.js';
import type { Meaning } from './layout.js';
import type { Keys, MappedEntry, NamedGroup, PupilClass } from './mapped-entry.js';
import { keyOf, leftOut, loginOf } from './person.js';
import { profileIn } from './profile.js';
import { pupilDetails } from './pupil-details.js';
import type { Schools } from './schools.js';
import { stableIdOf } from './stable-id.js';
import { allOf, clean, firstOf, fold } from './values.js';
import { parseDn } from '../ldap/distinguished-name.js';
import { isDn, loginInDn, pathOf } from './references.js';

/** Finds pupils by the references that guardians use. Stores little where logins are keys. */
class Pupils {
  readonly #login: string;
  readonly #schoolByKey = new Map<string, string | undefined>();
  /** Only pupils with a DN that does not contain the login. */
  readonly #keyByPath = new Map<string, string>();

  /** @param login the attribute of the login */
  constructor(login: string) {
    this.#login = login;
  }

  remember(dn: string, login: string, key: string, uai: string | undefined): void {
    this.#schoolByKey.set(key, uai);
    if (loginInDn(dn, this.#login) !== login) this.#keyByPath.set(pathOf(parseDn(dn) ?? []), key);
  }

  /** The pupil with this DN, key or login; undefined when the DN is not one of a known pupil. */
  find(reference: string, keys: Keys): NamedPupil | undefined {
    const key = this.#keyOf(reference, keys);
    return key === undefined ? undefined : { key, uai: this.#schoolByKey.get(key) };
  }

  #keyOf(reference: string, keys: Keys): string | undefined {
    if (!isDn(reference)) return this.#schoolByKey.has(reference) ? reference : keys.of(fold(reference));
    const login = loginInDn(reference, this.#login);
    return this.#keyByPath.get(pathOf(parseDn(reference) ?? [])) ?? (login === undefined ? undefined : keys.of(login));
  }
}

type Persons = CustomMapping['persons'];

interface MappingContext {
  readonly persons: Persons;
  readonly codes: ReadonlyMap<string, Profile>;
  readonly schools: Schools;
  /** Pupils read so far; guardians are read after all pupils. */
  readonly pupils: Pupils;
}

/** A class or group as written in the entry, with its school. */
interface Place {
  readonly uai: string;
  readonly name: string;
}

/** Maps the entries found by the filter for people. Guardians name pupils who may come later in the directory. */
export function customPersons(persons: Persons, schools: Schools): (entry: LdapEntry) => Meaning {
  const codes = customCodes(persons);
  const reading: MappingContext = { persons, codes, schools, pupils: new Pupils(persons.login) };
  return (entry) => {
    const profile = profileIn(entry, persons.profile, codes);
    const map = (keys: Keys): MappedEntry => mapCustomPerson(entry, profile, keys, reading);
    return { kind: 'person', namesOthers: profile === 'guardian', map };
  };
}

/** The codes of profiles that the settings add, as they are compared. */
export function customCodes({ profiles }: Pick<Persons, 'profiles'>): ReadonlyMap<string, Profile> {
  return new Map(Object.entries(profiles).map(([code, profile]) => [fold(code), profile]));
}

function mapCustomPerson(
  entry: LdapEntry,
  profile: Profile | undefined,
  keys: Keys,
  reading: MappingContext,
): MappedEntry {
  const { persons, pupils } = reading;
  const login = loginOf(entry, persons.login);
  const familyName = firstOf(entry, persons.familyName);
  if (login === undefined) return leftOut(`a person without ${persons.login}`);
  if (familyName === undefined) return leftOut(`a person without ${persons.familyName.join(' or ')}`);
  if (profile === undefined) return leftOut(`a person with an unknown ${persons.profile.join(' or ')}`);
  const key = keyOf(entry, login, keys);
  if (typeof key !== 'string') return leftOut(key.problem);

  const own = ownSchools(entry, reading);
  const children = allOf(entry, persons.children).map((reference) => pupils.find(reference, keys));
  const classes = placesOf(entry, persons.classes, own[0], reading);
  const groups = placesOf(entry, persons.groups, own[0], reading);
  const uais = own.length > 0 ? own : [...classes.found, ...children].flatMap((one) => one?.uai ?? []).slice(0, 1);
  if (uais.length === 0) return leftOut('a person without a known school');

  const givenName = firstOf(entry, persons.givenName) ?? '';
  const displayName = firstOf(entry, persons.displayName) ?? `${givenName} ${familyName}`.trim();
  const { details, problems } = profile === 'pupil' ? detailsOf(entry, persons) : { details: {}, problems: [] };
  const who = { key, login, givenName, familyName, displayName, profile, ...stableIdOf(entry) };
  const records = uais.map((uai): PersonRecord => ({ type: 'person', ...who, uai, ...details }));
  if (profile === 'pupil') pupils.remember(entry.dn, login, key, uais[0]);
  return {
    records: [...records, ...kinships(key, children)],
    ...membershipsOf(key, profile, classes.found, groups.found),
    problems: [...problems, ...classes.problems, ...groups.problems, ...lostChildren(children)],
  };
}

/** The schools named by an attribute, or else the school above in the tree. */
function ownSchools(entry: LdapEntry, { persons, schools }: MappingContext): readonly string[] {
  const named = allOf(entry, persons.school).flatMap((reference) => schools.named(reference) ?? []);
  if (named.length > 0) return [...new Set(named)];
  return [schools.above(entry.dn)].filter((uai) => uai !== undefined);
}

/** `school$class`, `school$class$subject`, or a class of the person's own school alone. */
function placesOf(
  entry: LdapEntry,
  attributes: readonly string[],
  own: string | undefined,
  { schools }: MappingContext,
): { found: readonly Place[]; problems: readonly string[] } {
  const found = new Map<string, Place>();
  const problems: string[] = [];
  for (const attribute of attributes) {
    for (const written of allOf(entry, [attribute])) {
      const [first = '', second] = written.split('$');
      const uai = second === undefined ? own : schools.named(first);
      const name = clean(second ?? first);
      if (uai === undefined || name === '')
        problems.push(`a value of ${attribute} that names no known school and class`);
      else found.set(`${uai} ${fold(name)}`, { uai, name });
    }
  }
  return { found: [...found.values()], problems };
}

/** Pupils are members of the classes and groups in their entry, and teachers teach them; entries of other profiles give no membership. */
function membershipsOf(
  person: string,
  profile: Profile,
  classes: readonly Place[],
  groups: readonly Place[],
): { classes?: readonly PupilClass[]; groups?: readonly NamedGroup[] } {
  if (profile !== 'pupil' && profile !== 'teacher') return {};
  const role = profile === 'pupil' ? 'member' : 'teacher';
  const working = groups.map((place): NamedGroup => ({ ...place, kind: 'work', person, role }));
  if (profile === 'pupil') return { classes: classes.map((place) => ({ ...place, pupil: person })), groups: working };
  return { groups: [...classes.map((place): NamedGroup => ({ ...place, kind: 'class', person, role })), ...working] };
}

function detailsOf(entry: LdapEntry, { ine, birthDate, level }: Persons): ReturnType<typeof pupilDetails> {
  return pupilDetails({
    ine: firstOf(entry, ine),
    birthDate: firstOf(entry, birthDate),
    level: firstOf(entry, level),
  });
}

function kinships(guardian: string, children: readonly ({ key: string } | undefined)[]): KinshipRecord[] {
  const keys = new Set(children.flatMap((child) => child?.key ?? []));
  return [...keys].map((child) => ({ type: 'kinship', guardian, child }));
}

function lostChildren(children: readonly unknown[]): readonly string[] {
  return children.filter((child) => child === undefined).map(() => 'a child that the directory does not have');
}

/** A pupil named in a guardian's entry. */
interface NamedPupil {
  readonly key: string;
  /** Undefined when the directory does not have the pupil; the host counts such children. */
  readonly uai: string | undefined;
}
