// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '@volee/core-adapter/testing';

import { ADMINISTRATOR, type Answer } from './two-schools.js';

export const SCHOOLS = [SCHOOL, OTHER_SCHOOL] as const;
export type Uai = (typeof SCHOOLS)[number];

/** Texts that appear for one school only: its name, its people, its classes. */
export const NAMES: Record<Uai, { own: string; persons: RegExp; group: RegExp }> = {
  [SCHOOL]: {
    own: 'École des Lilas',
    persons: /(Inès|Sophie) Faivre|Brenot|Vuillet|Grosjean|Perret|Chevassus/,
    group: /CM1|CM2/,
  },
  [OTHER_SCHOOL]: { own: 'Collège du Parc', persons: /Jules|Bensalem|Tissot|Anne Marguet/, group: /6e A/ },
};
/** A school that does not exist. */
export const MISSING = '0399999Z';

export const neighbour = (uai: Uai): Uai => (uai === SCHOOL ? OTHER_SCHOOL : SCHOOL);
export const isIn = (role: Role, uai: Uai): boolean =>
  role.endsWith('InBothSchools') || role.endsWith('OfOtherSchool') === (uai === OTHER_SCHOOL);
export const administers = (role: Role, uai: Uai): boolean =>
  role === ADMINISTRATOR || role === (uai === SCHOOL ? 'head' : 'headOfOtherSchool');

/** URLs for every person of the school, in any class. */
export const forPersons = (uai: string): string[] => [`/s/${uai}`, `/s/${uai}/`, `/s/${uai}/file-share/`];
export const inClass = (uai: string, groupId: string): string[] => [
  `/s/${uai}/file-share/groups/${groupId}`,
  `/s/${uai}/file-share/groups/${groupId}/files/${groupId}`,
];
/** With a choice, the console shows the audience; `people` lists the people. */
const CHOICE = 'rule=new&where=school&profiles=pupil&profiles=guardian';
export const forHead = (uai: string): string[] => [
  `/admin/s/${uai}/bricks`,
  `/admin/s/${uai}/bricks?brick=file-share`,
  `/admin/s/${uai}/bricks?brick=file-share&${CHOICE}`,
  `/admin/s/${uai}/bricks/file-share/people`,
  `/admin/s/${uai}/bricks/file-share/people?${CHOICE}&q=a`,
];
export const switchOf = (uai: string): string => `/admin/s/${uai}/bricks/file-share`;

/** URLs that belong to no single school. */
export const FOR_ADMINISTRATORS = [
  ...['/admin', '/admin/', '/admin/bricks', '/admin/syncs', '/admin/syncs/1', '/admin/audit', '/admin/administrators'],
  ...[
    '/admin/schools',
    '/admin/schools?q=parc',
    '/admin/homonyms',
    '/admin/homonyms?q=a',
    `/admin/audit?school=${SCHOOL}`,
    '/admin/administrators?q=head',
  ],
];
export const GRANTS = ['/admin/administrators/grant', '/admin/administrators/revoke'];

/** A page without its drawings, and without what differs between two equal requests: the reference and the school. */
export function essence({ status, text }: Answer): string {
  const bare = text.replaceAll(/<svg[^]*?<\/svg>/g, '').replaceAll(/(donner|reference)\W+[0-9a-f]{8}/g, '$1');
  return `${status} ${bare.replaceAll(new RegExp(`${OTHER_SCHOOL}|${MISSING}`, 'g'), '…')}`;
}
export const words = ({ text }: Answer): string =>
  (/<main[^]*<\/main>/.exec(text)?.[0] ?? text).replace(/<[^>]+>/g, ' ');
