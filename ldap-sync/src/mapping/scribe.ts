// SPDX-License-Identifier: EUPL-1.2
import { above, parseDn } from '../ldap/distinguished-name.js';
import type { LdapDirectory, LdapEntry } from '../ldap/ldap-entry.js';
import { namesInUrls } from '../ldap/referral.js';
import { mapGroup, type GroupWords } from './group.js';
import type { Layout, Meaning, Survey, SurveySettings } from './layout.js';
import { LoginKeys } from './login-keys.js';
import type { Keys, MappedEntry } from './mapped-entry.js';
import { branchOf, Places } from './places.js';
import { pathOf } from './references.js';
import { mapPerson } from './scribe-person.js';
import { mapSchool, uaiOf } from './scribe-school.js';
import { profileOf } from './profile.js';
import { academySearch, contentSearch, loginSearch, schoolSearch } from './scribe-tree.js';
import type { Dialect } from './dialect.js';
import type { Place } from './place.js';

const GROUPS: GroupWords = {
  name: ['cn'],
  kind: ['type'],
  label: ['description'],
  members: ['memberUid'],
  login: 'uid',
};

/** The OpenLDAP of a Scribe. */
const OPENLDAP: Dialect = { login: 'uid', groups: GROUPS };

/**
 * The Samba AD of an AmonEcole (docs/explications/annuaires-envole.md): the same tree, with accounts named by `cn`. The attributes of its
 * groups are not confirmed: `member`, which AD always has, is read, and the attributes of OpenLDAP where they exist.
 */
export const SAMBA: Dialect = {
  login: 'cn',
  groups: { ...GROUPS, members: ['memberUid', 'member'], login: 'cn', kindInLabel: true },
};

export const scribe: Layout = layoutOf(OPENLDAP);
export const scribeAd: Layout = layoutOf(SAMBA);

/** Maps one entry of a Scribe. Pure: it does not depend on other entries. */
export function mapScribe(entry: LdapEntry, { branch, uai }: Place, keys: Keys, dialect = OPENLDAP): MappedEntry {
  return branch === 'groupes'
    ? mapGroup(entry, uai, keys, dialect.groups)
    : mapPerson(entry, branch, uai, keys, dialect.login);
}

function layoutOf(dialect: Dialect): Layout {
  return {
    login: dialect.login,
    saysAll: true,
    survey: (directory, settings) => survey(directory, settings, dialect),
    loginQuery: (login, { baseDn }) => ({
      search: loginSearch(baseDn, dialect, login),
      profileOf: (entry) => {
        const branch = branchOf(entry.dn);
        return branch && profileOf(entry, branch);
      },
    }),
  };
}

async function survey(directory: LdapDirectory, settings: SurveySettings, dialect: Dialect): Promise<Survey> {
  const { baseDn, schools: overrides, keyAttribute = dialect.login } = settings;
  const academies: string[] = [];
  for await (const { dn } of directory.search(academySearch(baseDn))) academies.push(dn);

  const found: { dn: string; record: NonNullable<ReturnType<typeof mapSchool>> }[] = [];
  const elsewhere = new Map<string, readonly string[]>();
  const absent: { dn: string; uai: string }[] = [];
  for (const academy of academies) {
    const mayLack = (urls: readonly string[]): boolean => {
      const school = schoolBelow(academy, urls);
      if (!school) return false;
      elsewhere.set(school.uai, urls);
      absent.push(school);
      return true;
    };
    for await (const entry of directory.search({ ...schoolSearch(academy), mayLack })) {
      const record = mapSchool(entry, overrides);
      if (record) found.push({ dn: entry.dn, record });
    }
  }
  const places = new Places([...found.map(({ dn, record: { uai } }) => ({ dn, uai })), ...absent]);
  const { loginIsKey } = new LoginKeys(keyAttribute, dialect.login);
  return {
    schools: found.map(({ dn, record }) => ({ record, groupsAt: `ou=groupes,${dn}` })),
    contents: academies.map((academy) => ({
      search: contentSearch(academy, dialect, keyAttribute),
      understand: (entry) => understand(entry, places.of(entry.dn), dialect, loginIsKey),
      schoolOf: (names) => places.schoolOf(names),
    })),
    elsewhere,
  };
}

/** The school that has its own entry, right below the academy's, on another server. */
function schoolBelow(academy: string, urls: readonly string[]): { dn: string; uai: string } | undefined {
  const [dn, ...others] = namesInUrls(urls) ?? [];
  if (dn === undefined) return undefined;
  const path = pathOf(parseDn(dn) ?? []);
  const isOne = others.every((other) => pathOf(parseDn(other) ?? []) === path);
  const isBelow = pathOf(parseDn(above(dn)) ?? []) === pathOf(parseDn(academy) ?? []);
  const uai = isOne && isBelow ? uaiOf(dn) : undefined;
  return uai === undefined ? undefined : { dn, uai };
}

function understand(
  entry: LdapEntry,
  place: Place | undefined,
  dialect: Dialect,
  loginIsKey: boolean,
): Meaning | undefined {
  if (place === undefined) return undefined;
  const map = (keys: Keys): MappedEntry => mapScribe(entry, place, keys, dialect);
  if (place.branch === 'groupes') return { kind: 'group', uai: place.uai, map };
  if (!isAccount(entry, dialect)) return undefined;
  return { kind: 'person', namesOthers: place.branch === 'responsables' && !loginIsKey, map };
}

/** Roles and devices may have a `cn` only. */
function isAccount({ attributes }: LdapEntry, { login }: Dialect): boolean {
  return (login !== 'cn' && attributes.has(login)) || attributes.has('sn');
}
