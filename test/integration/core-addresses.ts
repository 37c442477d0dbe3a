// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '@volee/core-adapter/testing';

import { ADMINISTRATOR, type Answer } from './two-schools.js';

/** Everybody of the sample. */
export const ROLES: readonly Role[] = [
  ...(['teacher', 'head', 'staff', 'pupil', 'guardian'] as const),
  ...(['teacherOfOtherClass', 'pupilOfOtherClass', 'guardianOfOtherClass'] as const),
  ...(['teacherOfOtherSchool', 'headOfOtherSchool', 'pupilOfOtherSchool', 'guardianOfOtherSchool'] as const),
  ...(['teacherInBothSchools', 'guardianInBothSchools'] as const),
];
export const SCHOOLS = [SCHOOL, OTHER_SCHOOL] as const;
export type Uai = (typeof SCHOOLS)[number];

/** What is only ever said of one school: its name, its persons, its classes. */
export const NAMES: Record<Uai, { own: string; persons: RegExp; group: RegExp }> = {
  [SCHOOL]: { own: 'École des Lilas', persons: /Faivre|Brenot|Vuillet|Grosjean|Perret|Chevassus/, group: /CM1|CM2/ },
  [OTHER_SCHOOL]: { own: 'Collège du Parc', persons: /Jules|Bensalem|Tissot|Anne Marguet/, group: /6e A/ },
};
/** No school at all. */
export const MISSING = '0399999Z';

export const neighbour = (uai: Uai): Uai => (uai === SCHOOL ? OTHER_SCHOOL : SCHOOL);
export const isIn = (role: Role, uai: Uai): boolean =>
  role.endsWith('InBothSchools') || role.endsWith('OfOtherSchool') === (uai === OTHER_SCHOOL);
export const administers = (role: Role, uai: Uai): boolean =>
  role === ADMINISTRATOR || role === (uai === SCHOOL ? 'head' : 'headOfOtherSchool');

/** Those that a person of the school finds, whatever his class. */
export const forPersons = (uai: string): string[] => [`/s/${uai}`, `/s/${uai}/`, `/s/${uai}/file-share/`];
export const inClass = (uai: string, groupId: string): string[] => [
  `/s/${uai}/file-share/groups/${groupId}`,
  `/s/${uai}/file-share/groups/${groupId}/files/${groupId}`,
];
export const forHead = (uai: string): string[] => [
  `/admin/s/${uai}/bricks`,
  `/admin/s/${uai}/bricks?brick=file-share`,
  `/admin/s/${uai}/bricks?brick=file-share&profile=pupil`,
];
export const switchOf = (uai: string): string => `/admin/s/${uai}/bricks/file-share`;

/** A page without its drawings, and without what differs between two askings of the same: its reference, and its school. */
export function essence({ status, text }: Answer): string {
  const bare = text.replaceAll(/<svg[^]*?<\/svg>/g, '').replaceAll(/(donner|reference)\W+[0-9a-f]{8}/g, '$1');
  return `${status} ${bare.replaceAll(new RegExp(`${OTHER_SCHOOL}|${MISSING}`, 'g'), '…')}`;
}
export const words = ({ text }: Answer): string =>
  (/<main[^]*<\/main>/.exec(text)?.[0] ?? text).replace(/<[^>]+>/g, ' ');
