// SPDX-License-Identifier: EUPL-1.2
import type { TimedPage } from '../measure/time-requests.js';
import type { LargePlatform } from './large-platform.js';

/** The floor: a page of the host in its shell that reads nothing from the database but the visitor. */
export const FLOOR = 'the page on accessibility';

/** The cost of a request without any work. */
export const LIMIT = '/health/live';

const SEARCHES = [
  'tilleuls',
  'clairval',
  'college des lilas',
  '0390',
  'noyers',
  'zzz',
  'école',
  'vign',
  'montbel',
  'e',
];

/** The pages of each console as its users request them, and the pages to compare them with. */
export function consolePages({ administrator, head, schools }: LargePlatform): readonly TimedPage[] {
  const [large] = schools;
  const own = `/admin/s/${large?.uai ?? ''}/bricks`;
  const choice = new URLSearchParams([
    ...[
      ['rule', 'new'],
      ['where', 'groups'],
      ['from', '2026-12-01'],
      ['until', '2026-12-18'],
    ],
    ...['pupil', 'guardian', 'teacher'].map((profile) => ['profiles', profile]),
    ...(large?.classIds ?? []).slice(0, 2).map((id) => ['groups', id]),
  ]).toString();
  const dates = 'action=core.brick.enable&from=2026-09-01&until=2026-10-31';
  const asAdministrator = (name: string, path: TimedPage['path'], shows = /<main/): TimedPage => ({
    ...{ name, path, cookie: administrator, shows },
  });
  return [
    { name: LIMIT, path: () => LIMIT, shows: /ok/ },
    { name: FLOOR, path: () => '/accessibility', cookie: head, shows: /<main/ },
    { name: 'portal /', path: () => `/s/${large?.uai ?? ''}/`, cookie: head, shows: /Agenda/ },
    asAdministrator('/admin/', () => '/admin/'),
    asAdministrator('/admin/schools, page 1', () => '/admin/schools', /(École|Collège) des/),
    asAdministrator('/admin/schools, page 20', () => '/admin/schools?page=20', /(École|Collège) des/),
    asAdministrator('/admin/schools, searched', (n) => `/admin/schools?q=${query(SEARCHES, n)}`),
    asAdministrator('/admin/schools, by brick', () => '/admin/schools?brick=cantine', /(École|Collège) des/),
    asAdministrator('/admin/audit', () => '/admin/audit', /agenda/i),
    asAdministrator('/admin/audit, one school', (n) => `/admin/audit?school=${schools[n]?.uai ?? ''}`),
    asAdministrator('/admin/audit, action and dates', () => `/admin/audit?${dates}`),
    asAdministrator('/admin/syncs', () => '/admin/syncs', /ldap/),
    asAdministrator('/admin/administrators', () => '/admin/administrators', /teacher\./),
    { name: 'school console, 400 persons', path: () => own, cookie: head, shows: /Agenda/ },
    { name: '… its preview, two classes', path: () => `${own}?brick=agenda&${choice}`, cookie: head, shows: /Agenda/ },
    {
      name: '… its persons, two classes',
      path: () => `${own}/agenda/people?${choice}`,
      cookie: head,
      shows: /Ses parents/,
    },
    { name: '… its persons, all', path: () => `${own}/agenda/people?page=2`, cookie: head, shows: /Ses parents/ },
  ];
}

function query(words: readonly string[], n: number): string {
  return encodeURIComponent(words[n % words.length] ?? '');
}
