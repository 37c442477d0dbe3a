// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../../api/people.js';
import { countOf, countPersons } from '../state/count-nouns.js';
import type { AttachmentPlan, SchoolPlan, SyncPlan } from './sync-plan.js';

/** The maximum number of schools on a terminal. */
const SHOWN = 20;

/** Summarises a plan for the terminal: one line for each of the first schools, then one for what belongs to no school. */
export function describePlan(plan: SyncPlan): string[] {
  const schools = plan.schools.slice(0, SHOWN).map((school) => describeSchool(school, plan));
  const more = plan.schools.length - SHOWN;
  if (more > 0) schools.push(`… and ${many(more, 'more school', 'more schools')}`);
  const persons = describeAll(plan);
  const lines = persons === '' ? schools : [...schools, `In all: ${persons}`];
  return lines.length === 0 ? ['Nothing changes.'] : lines;
}

function describeSchool(school: SchoolPlan, { persons }: SyncPlan): string {
  const { uai, name, attachments, groups, memberships } = school;
  const changed = persons.changed.filter(({ schools }) => schools.includes(uai)).length;
  return line(`${uai} ${name}`, [
    school.created ? 'new school' : '',
    ...school.changes.map(({ field, from, to }) => `${field} "${from}" → "${to}"`),
    ...PROFILES.flatMap((profile) => describeProfile(profile, attachments)),
    many(changed, 'person changed', 'persons changed'),
    signed('+', groups.created.length + groups.revived.length, 'group', 'groups'),
    signed('−', groups.ended.length, 'group', 'groups'),
    many(groups.changed.length, 'group changed', 'groups changed'),
    signed('+', memberships.added.length, 'membership', 'memberships'),
    signed('−', memberships.removed.length, 'membership', 'memberships'),
  ]);
}

function describeProfile(profile: Profile, { begun, ended }: SchoolPlan['attachments']): string[] {
  const count = (list: readonly AttachmentPlan[]): number => list.filter((entry) => entry.profile === profile).length;
  const moves = (list: readonly AttachmentPlan[], word: string): string => {
    const moved = count(list.filter(({ moved: other }) => other !== undefined));
    return moved === 0 ? '' : ` (${moved} ${word} another school)`;
  };
  return [
    count(begun) === 0 ? '' : `+ ${countPersons(count(begun), profile)}${moves(begun, 'from')}`,
    count(ended) === 0 ? '' : `− ${countPersons(count(ended), profile)}${moves(ended, 'to')}`,
  ];
}

function describeAll({ persons, kinships }: SyncPlan): string {
  return [
    signed('+', persons.created.length, 'person', 'persons'),
    many(persons.joined.length, 'person known from another source', 'persons known from another source'),
    many(persons.disabled.length, 'person disabled', 'persons disabled'),
    many(persons.released.length, 'person that another source still names', 'persons that another source still names'),
    many(persons.replaced.length, 'key that names another person now', 'keys that name another person now'),
    many(persons.revived.length, 'person back', 'persons back'),
    many(persons.changed.length, 'person changed', 'persons changed'),
    signed('+', kinships.added.length, 'kinship', 'kinships'),
    signed('−', kinships.removed.length, 'kinship', 'kinships'),
    many(persons.homonyms.length, 'pair of homonyms to decide about', 'pairs of homonyms to decide about'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function line(title: string, parts: readonly string[]): string {
  return `${title}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function signed(sign: '+' | '−', count: number, one: string, plural: string): string {
  return count === 0 ? '' : `${sign} ${many(count, one, plural)}`;
}

function many(count: number, one: string, plural: string): string {
  return count === 0 ? '' : countOf(count, one, plural);
}
