// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../api/i18n.js';
import { schoolContext, type SchoolContext, type SchoolServices } from '../../http/school-context.js';
import type { ShellPlaceName } from '../../http/send-page.js';
import type { VisitorPerson } from '../../http/visitor.js';
import type { HostKey } from '../../infra/locales/index.js';

/** The maximum number of schools of children that a page asks: each costs statements of each brick. */
export const MOST_SCHOOLS = 6;

/** A child with the schools where they are a pupil. */
interface ChildInSchools {
  readonly givenName: string;
  readonly schools: readonly { readonly uai: string }[];
}

export function isSchoolOf(children: readonly ChildInSchools[], uai: string): boolean {
  return children.some(({ schools }) => schools.some((school) => school.uai === uai));
}

/** The schools of a guardian in which these children are pupils. */
export function schoolsOfChildren(
  context: SchoolServices,
  person: VisitorPerson,
  children: readonly ChildInSchools[],
): SchoolContext[] {
  const own = person.schools.filter(({ school }) => isSchoolOf(children, school.uai));
  return own.flatMap(({ school }) => schoolContext(context, person, school.uai) ?? []);
}

/** « Tous mes enfants », the place of a guardian that is no school. */
export function placeOf(children: readonly ChildInSchools[], t: Translate<HostKey>): ShellPlaceName {
  return {
    ...{ name: t('portal.allChildren'), icon: 'people-fill' },
    detail: children.map(({ givenName }) => givenName).join(', '),
  };
}
