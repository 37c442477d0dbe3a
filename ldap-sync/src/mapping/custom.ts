// SPDX-License-Identifier: EUPL-1.2
import type { LdapDirectory, LdapEntry, Search } from '../ldap/ldap-entry.js';
import { customCodes, customPersons } from './custom-person.js';
import type { CustomMapping } from './custom-schema.js';
import { kindWord, mapGroup, type GroupWords } from './group.js';
import type { Content, FoundSchool, Layout, LoginQuery, Survey, SurveySettings } from './layout.js';
import { leftOut } from './person.js';
import { profileIn } from './profile.js';
import { schoolRecord, uaiIn } from './school.js';
import { Schools, type NamedSchool } from './schools.js';
import { STABLE_IDS } from './stable-id.js';
import { allOf, firstOf } from './values.js';

/**
 * A layout that the settings describe: three searches of the whole directory, for schools, people and groups, however many schools there
 * are.
 */
export function custom(mapping: CustomMapping): Layout {
  return {
    login: mapping.persons.login,
    survey: (directory, settings) => survey(directory, settings, mapping),
    loginQuery: (login, { baseDn }) => loginQuery(login, baseDn, mapping),
  };
}

function loginQuery(login: string, baseDn: string, { persons }: CustomMapping): LoginQuery {
  const { filter, login: attribute, profile } = persons;
  const codes = customCodes(persons);
  return {
    search: { ...wholeSearch(baseDn, filter, [STABLE_IDS, profile]), equals: { attribute, value: login } },
    profileOf: (entry) => profileIn(entry, profile, codes),
  };
}

async function survey(directory: LdapDirectory, settings: SurveySettings, mapping: CustomMapping): Promise<Survey> {
  const { baseDn, keyAttribute = mapping.persons.login } = settings;
  const named: NamedSchool[] = [];
  const found = new Map<string, FoundSchool>();
  const { filter, uai, name, kind, keys } = mapping.schools;
  for await (const entry of directory.search(wholeSearch(baseDn, filter, [uai, name, kind, keys]))) {
    const school = uaiIn(firstOf(entry, uai) ?? '');
    if (school === undefined) continue;
    named.push({ uai: school, dn: entry.dn, keys: allOf(entry, keys) });
    // A school may have a second entry, for a part of it: one more way to name it.
    const given = { name: firstOf(entry, name), kind: firstOf(entry, kind) };
    if (!found.has(school)) found.set(school, { record: schoolRecord(school, given, settings.schools) });
  }
  const schools = new Schools(named);
  const contents = [
    personContent(settings.baseDn, mapping, keyAttribute, schools),
    groupContent(baseDn, mapping, schools),
  ];
  return { schools: [...found.values()], contents: contents.filter((content) => content !== undefined) };
}

function personContent(baseDn: string, { persons }: CustomMapping, keyAttribute: string, schools: Schools): Content {
  const { filter, profiles: _codes, ...attributes } = persons;
  return {
    search: wholeSearch(baseDn, filter, [keyAttribute, STABLE_IDS, ...Object.values(attributes)]),
    understand: customPersons(persons, schools),
  };
}

function groupContent(baseDn: string, { groups, persons }: CustomMapping, schools: Schools): Content | undefined {
  if (groups === undefined) return undefined;
  const { filter, name, kind, label, members, school } = groups;
  const kinds = new Map(Object.entries(groups.kinds).map(([word, meaning]) => [kindWord(word), meaning]));
  const words: GroupWords = { name, kind, label, members, login: persons.login, kinds };
  return {
    search: wholeSearch(baseDn, filter, [name, kind, label, members, school]),
    understand: (entry) => {
      const uai = schoolOfGroup(entry, school, schools);
      if (uai !== undefined) return { kind: 'group', uai, map: (keys) => mapGroup(entry, uai, keys, words) };
      return { kind: 'person', namesOthers: false, map: () => leftOut('a group without a known school') };
    },
  };
}

function schoolOfGroup(entry: LdapEntry, attributes: readonly string[], schools: Schools): string | undefined {
  for (const reference of allOf(entry, attributes)) {
    const uai = schools.named(reference);
    if (uai !== undefined) return uai;
  }
  return schools.above(entry.dn);
}

function wholeSearch(base: string, filter: string, attributes: readonly (string | readonly string[])[]): Search {
  return { base, scope: 'sub', filter, attributes: [...new Set(attributes.flat())] };
}
