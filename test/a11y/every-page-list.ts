// SPDX-License-Identifier: EUPL-1.2
import type { Visitor } from '../e2e/visitor.js';
import { STRANGER } from '../e2e/stack.js';
import { ADMINISTRATOR, SWITCHED_OFF, TWO_RULES, type EveryPage } from './fill-every-page.js';
import { MOULIN, TILLEULS, TROIS_RIVIERES } from './sample-installation.js';
import type { LookedAt } from './test-of.js';

/** A page of the sample that `fillEveryPage` makes, for one user. */
export interface SamplePage extends LookedAt {
  readonly name: string;
  /** The user who opens the page; absent for a visitor without a login. */
  readonly login?: string;
  readonly status: number;
  readonly path: string | ((made: EveryPage) => string);
  /** Steps before the page is opened. */
  readonly before?: (visitor: Visitor, made: EveryPage) => Promise<void>;
}

export const PAGES: readonly SamplePage[] = [
  { name: 'portal of a teacher', login: 'claire.vuillemin', status: 200, path: `/s/${TILLEULS}/` },
  { name: 'portal of a pupil', login: 'ines.renaud', status: 200, path: `/s/${TILLEULS}/` },
  { name: 'portal of a guardian', login: 'sophie.renaud', status: 200, path: `/s/${TILLEULS}/` },
  { name: 'portal of a head without bricks', login: 'karim.bensaid', status: 200, path: '/' },
  { name: 'portal of a pupil without bricks', isAgain: true, login: 'jules.renaud', status: 200, path: '/' },
  { name: 'school page, on', login: 'mathieu.grosjean', status: 200, path: `/admin/s/${TILLEULS}/bricks` },
  {
    name: 'school page, off',
    login: 'karim.bensaid',
    status: 200,
    path: `/admin/s/${TROIS_RIVIERES}/bricks?brick=file-share`,
  },
  {
    name: 'school page, a choice',
    login: 'mathieu.grosjean',
    status: 200,
    path: `/admin/s/${TILLEULS}/bricks?brick=file-share&where=school&profiles=teacher&from=2026-12-01`,
  },
  {
    name: 'school page, a choice that cannot be',
    login: 'mathieu.grosjean',
    status: 400,
    path: `/admin/s/${TILLEULS}/bricks?brick=file-share&where=groups&from=2026-02-30&until=2026-01-01`,
  },
  {
    name: 'school page, who has it',
    login: 'mathieu.grosjean',
    status: 200,
    path: `/admin/s/${TILLEULS}/bricks/file-share/people?q=renaud`,
  },
  { name: 'school page, two rules', login: 'odile.ravier', status: 200, path: TWO_RULES },
  { name: 'school page, switched off', login: 'karim.bensaid', status: 200, path: SWITCHED_OFF },
  {
    name: 'school page, only some classes',
    login: 'karim.bensaid',
    status: 200,
    path: `${SWITCHED_OFF}&where=groups&profiles=pupil`,
  },
  { name: 'school page, failed', login: 'odile.ravier', status: 200, path: `/admin/s/${MOULIN}/bricks?brick=agenda` },
  ...['', 'schools?q=ecole', 'bricks', 'syncs', 'syncs/1', 'homonyms', 'administrators', 'audit'].map((path) => ({
    name: `platform, ${path || 'in short'}`,
    login: ADMINISTRATOR,
    status: 200,
    path: `/admin/${path}`,
  })),
  { name: 'platform, a plan', login: ADMINISTRATOR, status: 200, path: ({ plans }) => `/admin/syncs/${plans.planned}` },
  {
    name: 'platform, a plan, nothing found',
    login: ADMINISTRATOR,
    status: 200,
    path: ({ plans }) => `/admin/syncs/${plans.planned}?q=personne&kind=revived`,
  },
  {
    name: 'platform, a refused plan',
    login: ADMINISTRATOR,
    status: 200,
    path: ({ plans }) => `/admin/syncs/${plans.refused}`,
  },
  { name: 'platform, revoke?', login: ADMINISTRATOR, status: 200, path: ({ revokeAddress }) => revokeAddress },
  { name: 'platform, two homonyms', login: ADMINISTRATOR, status: 200, path: ({ homonymAddress }) => homonymAddress },
  {
    name: 'platform, two records to compare',
    login: ADMINISTRATOR,
    status: 200,
    path: '/admin/homonyms/ask?one=renaud&other=jacquot&compare=1',
  },
  { name: 'platform, ask about two?', login: ADMINISTRATOR, status: 200, path: ({ askAddress }) => askAddress },
  { name: 'platform, wrong journal', login: ADMINISTRATOR, status: 400, path: '/admin/audit?from=2026-13-45' },
  { name: 'account of a teacher', login: 'claire.vuillemin', status: 200, path: '/account' },
  { name: 'account of a guardian', login: 'sophie.renaud', status: 200, path: '/account' },
  { name: 'account of a pupil', isAgain: true, login: 'ines.renaud', status: 200, path: '/account' },
  { name: 'kept texts', login: 'claire.vuillemin', status: 200, path: '/textes-gardes', before: beginWork },
  { name: 'kept texts, none', login: 'ines.renaud', status: 200, path: '/textes-gardes' },
  { name: 'works of all children', login: 'sophie.renaud', status: 200, path: '/enfants/file-share' },
  { name: 'accessibility', login: 'ines.renaud', status: 200, path: '/accessibility' },
  { name: 'accessibility, nobody', isAgain: true, status: 200, path: '/accessibility' },
  { name: 'contact of a pupil', login: 'ines.renaud', status: 200, path: '/contact' },
  { name: 'legal notice, nobody', status: 200, path: '/mentions-legales' },
  { name: 'help of a teacher', login: 'claire.vuillemin', status: 200, path: '/aide' },
  { name: 'help of a guardian', isAgain: true, login: 'sophie.renaud', status: 200, path: '/aide' },
  { name: 'help of a head', isAgain: true, login: 'mathieu.grosjean', status: 200, path: '/aide' },
  { name: 'help of a pupil', login: 'ines.renaud', status: 200, path: '/aide' },
  { name: 'help, nobody', isAgain: true, status: 200, path: '/aide' },
  { name: 'own data of a guardian', login: 'sophie.renaud', status: 200, path: '/mes-donnees' },
  { name: 'own data of a pupil', isAgain: true, login: 'ines.renaud', status: 200, path: '/mes-donnees' },
  {
    name: 'class space of a teacher',
    isAgain: true,
    login: 'claire.vuillemin',
    status: 200,
    path: ({ space }) => space,
  },
  { name: 'class space of a pupil', isAgain: true, login: 'ines.renaud', status: 200, path: ({ space }) => space },
  { name: 'empty class space of a teacher', login: 'odile.ravier', status: 200, path: `/s/${MOULIN}/file-share/` },
  { name: 'empty class space of a pupil', login: 'lena.dangelo', status: 200, path: `/s/${MOULIN}/file-share/` },
  { name: 'own space', isAgain: true, login: 'claire.vuillemin', status: 200, path: `/s/${TILLEULS}/file-share/own` },
  { name: 'own space, empty', login: 'ines.renaud', status: 200, path: `/s/${TILLEULS}/file-share/own` },
  { name: 'import of ONDE', login: 'odile.ravier', status: 200, path: `/s/${MOULIN}/onde-import/` },
  {
    name: 'about a file',
    login: 'claire.vuillemin',
    status: 200,
    path: ({ fileAddress }) => fileAddress.replace('files/', 'nodes/'),
  },
  { name: 'refused: no right', login: 'sophie.renaud', status: 403, path: `/s/${TILLEULS}/file-share/own` },
  { name: 'not there', login: 'lena.dangelo', status: 404, path: ({ space }) => space },
  { name: 'brick failed', login: 'lena.dangelo', status: 503, path: `/s/${MOULIN}/agenda/` },
  {
    name: 'SSO down',
    status: 503,
    path: '/cas/callback?ticket=ST-1',
    before: breakSso,
  },
  {
    name: 'person unknown',
    status: 403,
    path: ({ installation: { cas, url } }) =>
      `/cas/callback?ticket=${cas.issueTicket(STRANGER.login, `${url}/cas/callback`)}`,
    before: beginLogin,
  },
  {
    name: 'ticket refused twice',
    status: 403,
    path: '/cas/callback?ticket=ST-2',
    before: refuseTicket,
  },
  { name: 'cookies refused', status: 400, path: '/login?cookie=check' },
  { name: 'many people arriving', status: 503, path: '/login?problem=busy&to=/account' },
  { name: 'account closed', status: 403, path: '/login?problem=closed' },
  { name: 'no school', status: 403, path: '/login?problem=noSchool' },
  { name: 'logged out', status: 200, path: '/logged-out' },
];

/** Types a work and does not hand it out. */
async function beginWork({ open, page }: Visitor): Promise<void> {
  await open(`/s/${TILLEULS}/file-share/works`);
  await page.getByRole('link', { name: 'Donner un travail' }).click();
  const kept = page.waitForResponse((response) => response.url().endsWith('/kept') && response.ok());
  await page.getByLabel('Consigne').fill('Lis le texte, puis réponds aux questions.');
  await kept;
}

async function beginLogin({ open }: Visitor): Promise<void> {
  await open('/login');
}

async function breakSso(visitor: Visitor, { installation }: EveryPage): Promise<void> {
  await beginLogin(visitor);
  installation.cas.failWith('500');
}

async function refuseTicket(visitor: Visitor): Promise<void> {
  await beginLogin(visitor);
  await visitor.open('/cas/callback?ticket=ST-1');
}
