// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../api/i18n.js';
import { schoolContext, type SchoolContext, type SchoolServices } from '../../http/school-context.js';
import type { Page } from '../../http/send-page.js';
import type { VisitorPerson } from '../../http/visitor.js';
import type { HostKey } from '../../infra/locales/index.js';
import { isGuardianAlone } from './portal.presenter.js';

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

interface PlaceFacts {
  /** The school that the person visited last. */
  readonly visit: SchoolContext;
  readonly visits: readonly SchoolContext[];
  readonly children: readonly ChildInSchools[];
  readonly t: Translate<HostKey>;
}

/** « Tous mes enfants », the place of a guardian that is no school, and from two schools on the rail of all of them. */
export function placeOfChildren({ visit, visits, children, t }: PlaceFacts): Pick<Page, 'place' | 'ofChildren'> {
  if (!isGuardianAlone(visit) || children.length < 2) return {};
  const names = children.map(({ givenName }) => givenName).join(', ');
  const firstChild = ({ school }: SchoolContext): number =>
    children.findIndex((child) => isSchoolOf([child], school.uai));
  const own = visits.filter(isGuardianAlone).sort((one, other) => firstChild(one) - firstChild(other));
  const asked = own.slice(0, MOST_SCHOOLS);
  return {
    place: { name: t('portal.allChildren'), icon: 'people-fill', detail: names },
    ofChildren: asked.length > 1 ? { visits: asked, children } : undefined,
  };
}
