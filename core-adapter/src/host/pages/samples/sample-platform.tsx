// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import type { HostKey } from '../../infra/locales/index.js';
import type {
  AdministratorLine,
  PlatformAdministratorsModel,
} from '../platform/administrators/platform-administrators.model.js';
import { PlatformAdministratorsView } from '../platform/administrators/platform-administrators.view.js';
import type { PlatformAuditModel } from '../platform/audit/platform-audit.view.js';
import { PlatformAuditView } from '../platform/audit/platform-audit.view.js';
import type { PlatformBricksModel } from '../platform/bricks/platform-bricks.view.js';
import { PlatformBricksView } from '../platform/bricks/platform-bricks.view.js';
import { classPages } from './sample-classes.js';
import { homonymPages } from './sample-homonyms.js';
import { NO_PAGES, pages } from './sample-paging.js';
import { apply, failedRun, refusedRun, syncs, underWay, waiting } from './sample-runs.js';
import { PlatformOverviewView } from '../platform/overview/platform-overview.view.js';
import { PlatformRevokeView } from '../platform/administrators/platform-revoke.view.js';
import { PlatformRunView } from '../platform/syncs/platform-run.view.js';
import type { PlatformSchoolsModel } from '../platform/schools/platform-schools.model.js';
import { PlatformSchoolsView } from '../platform/schools/platform-schools.view.js';
import { PlatformApplyView } from '../platform/syncs/platform-apply.view.js';
import { PlatformSyncsView } from '../platform/syncs/platform-syncs.view.js';
import type { PlatformOverviewModel } from '../platform/overview/platform-overview.view.js';

// The pages of the platform console, for tests: invented people of invented schools.

export const overview: PlatformOverviewModel = {
  waiting: [
    {
      kind: 'bad',
      icon: 'exclamation-triangle-fill',
      title: 'Blog de classe est en panne',
      cause: { text: 'blog did not start: the ink is dry. Mend it, then start Volée again.', language: 'en' },
      link: { label: 'Voir les briques', url: '/admin/bricks' },
    },
    {
      kind: 'warn',
      icon: 'hourglass-split',
      title: 'Annuaire ldap\u00a0: la lecture 412 attend d’être appliquée',
      command: 'volee sync apply 412',
      link: { label: 'Voir la lecture 412', url: '/admin/syncs/412' },
    },
  ],
  figures: [
    { value: '2 000', label: 'écoles' },
    { value: '412 300', label: 'personnes' },
  ],
};

const fileShare = { id: 'file-share', title: 'Fichiers', icon: 'folder-fill', colour: 'files' } as const;
const lilas = { uai: '0390001X', name: 'École des Lilas', kind: 'école', url: '/admin/s/0390001X/bricks' };

export const schools: PlatformSchoolsModel = {
  text: 'lilas',
  brick: 'file-share',
  brickChoices: [
    { value: '', label: 'Toutes' },
    { value: 'file-share', label: 'Fichiers\u00a0: allumée' },
    { value: 'file-share:off', label: 'Fichiers\u00a0: éteinte' },
  ],
  narrowed: true,
  found: '2 000 écoles',
  schools: [
    {
      ...lilas,
      persons: { pupil: '99', guardian: '171', teacher: '6', head: '1', staff: '0' },
      groups: '4',
      bricks: [fileShare],
    },
    {
      ...{ uai: '0390002Y', name: 'Collège du Parc', kind: 'collège', url: '/admin/s/0390002Y/bricks' },
      persons: { pupil: '1 204', guardian: '1 990', teacher: '84', head: '0', staff: '12' },
      groups: '42',
      bricks: [],
    },
  ],
  paging: pages,
};

export const bricks: PlatformBricksModel = {
  bricks: [
    {
      ...fileShare,
      detail: 'version 0.1.0, pour les écoles, allumée dans 1 204 écoles',
      trouble: { count: 3, when: 'hier à 17 h 02', sentence: 'The disk is full.' },
      jobsGivenUp: 2,
      schoolsUrl: '/admin/schools?brick=file-share',
    },
    {
      ...{ id: 'blog', title: 'Blog de classe', icon: 'box-fill', colour: 'plum' },
      detail: 'version 2.0.0, pour les écoles, allumée nulle part',
      cause: 'blog did not start: the ink is dry.',
    },
  ],
};

const mathieu: AdministratorLine = {
  ...{ personId: 'p1', name: 'Mathieu Grosjean', login: 'mathieu.grosjean', yourself: true },
  revokeUrl: '/admin/administrators/revoke?person=p1',
};
const odile: AdministratorLine = {
  ...{ personId: 'p2', name: 'Odile Perret', login: 'odile.perret', yourself: false },
  school: { ...lilas, of: 'de l’École des Lilas' },
  revokeUrl: '/admin/administrators/revoke?person=p2&uai=0390001X',
};

export const administrators: PlatformAdministratorsModel = {
  ...{ text: '', keepers: [mathieu], heads: [odile], paging: NO_PAGES },
  lapsing: [{ ...odile, since: '3 novembre', ends: '3 décembre' }],
  grant: {
    login: 'nobody',
    role: 'head',
    uai: 'tilleuls',
    persons: [],
    schools: [{ value: '0390991X', label: 'École des Tilleuls', detail: '0390991X', checked: true }],
    errors: { login: 'Personne n’a ce nom ni cet identifiant.' },
  },
};

export const audit: PlatformAuditModel = {
  words: { school: '0390009Z', person: '', action: '', outcome: '', from: '2026-02-30', until: '' },
  errors: { school: 'Aucune école n’a cet UAI.', from: 'Ce jour n’existe pas.' },
  actionChoices: [
    { value: '', label: 'Toutes' },
    { value: 'core.brick.enable', label: 'Allumer une brique' },
  ],
  narrowed: true,
  zone: 'Les heures sont celles d’Europe/Paris.',
  lines: [
    {
      id: 'a1',
      when: 'aujourd’hui à 11 h',
      sentence: 'Mathieu Grosjean a allumé Fichiers à l’École des Lilas',
      failed: true,
      details: [{ name: 'Action', value: 'core.brick.enable' }],
    },
  ],
  newestUrl: '/admin/audit',
  olderUrl: '/admin/audit?before=1795510800000.a1',
};

/** Every page of the console, by its name. */
export function platformPages(t: Translate<HostKey>): readonly (readonly [name: string, page: VNode])[] {
  return [
    ['platform', <PlatformOverviewView model={overview} t={t} />],
    ['platform, all well', <PlatformOverviewView model={{ ...overview, waiting: [] }} t={t} />],
    ['schools of the platform', <PlatformSchoolsView model={schools} t={t} />],
    ['no school', <PlatformSchoolsView model={{ ...schools, schools: [], paging: NO_PAGES }} t={t} />],
    ['bricks of the platform', <PlatformBricksView model={bricks} t={t} />],
    ['no brick', <PlatformBricksView model={{ bricks: [] }} t={t} />],
    ['syncs', <PlatformSyncsView model={syncs} t={t} />],
    ['no sync', <PlatformSyncsView model={{ sources: [], runs: [], paging: NO_PAGES }} t={t} />],
    ['refused run', <PlatformRunView model={refusedRun} t={t} />],
    ['planned run', <PlatformRunView model={waiting} t={t} />],
    ['run that is being written', <PlatformRunView model={underWay} t={t} />],
    ['failed run', <PlatformRunView model={failedRun} t={t} />],
    ['apply a run?', <PlatformApplyView model={apply} t={t} />],
    [
      'apply a run without persons?',
      <PlatformApplyView model={{ ...apply, figures: [], closes: false, reason: '' }} t={t} />,
    ],
    ...homonymPages(t),
    ...classPages(t),
    ['administrators', <PlatformAdministratorsView model={administrators} t={t} />],
    ['no administrator', <PlatformAdministratorsView model={{ ...administrators, keepers: [], heads: [] }} t={t} />],
    ['revoke of the platform', <PlatformRevokeView model={{ line: mathieu }} t={t} />],
    ['revoke of a head, refused', <PlatformRevokeView model={{ line: odile, problem: 'C’est la dernière.' }} t={t} />],
    ['journal', <PlatformAuditView model={audit} t={t} />],
    ['empty journal', <PlatformAuditView model={{ ...audit, lines: [], olderUrl: undefined }} t={t} />],
  ];
}
