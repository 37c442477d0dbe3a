// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import type { HostKey } from '../../infra/locales/index.js';
import type {
  AdministratorLine,
  PlatformAdministratorsModel,
} from '../platform/administrators/platform-administrators.model.js';
import { PlatformAdministratorsView } from '../platform/administrators/platform-administrators.view.js';
import type { PlatformAuditModel } from '../platform/audit/platform-audit.model.js';
import { PlatformAuditView } from '../platform/audit/platform-audit.view.js';
import type { PlatformBricksModel } from '../platform/bricks/platform-bricks.model.js';
import { PlatformBricksView } from '../platform/bricks/platform-bricks.view.js';
import { homonymPages } from './sample-homonyms.js';
import { PlatformOverviewView } from '../platform/overview/platform-overview.view.js';
import { PlatformRevokeView } from '../platform/administrators/platform-revoke.view.js';
import { PlatformRunView } from '../platform/syncs/platform-run.view.js';
import type { PlatformSchoolsModel } from '../platform/schools/platform-schools.model.js';
import { PlatformSchoolsView } from '../platform/schools/platform-schools.view.js';
import { PlatformApplyView } from '../platform/syncs/platform-apply.view.js';
import type { PlanModel } from '../platform/syncs/platform-plan.model.js';
import type {
  PlatformApplyModel,
  PlatformRunModel,
  PlatformSyncsModel,
  RunLine,
} from '../platform/syncs/platform-syncs.model.js';
import { PlatformSyncsView } from '../platform/syncs/platform-syncs.view.js';
import type { PagingModel, PlatformOverviewModel } from '../../http/platform.model.js';

// The pages of the platform console, for tests: invented people of invented schools.

const NO_PAGES: PagingModel = { shown: '1 à 2 sur 2', links: [] };

export const pages: PagingModel = {
  shown: '101 à 150 sur 2 000',
  links: [1, 2, 3, 4, 40].map((number) => ({
    number,
    url: `/admin/schools?page=${number}`,
    current: number === 3,
    gap: number === 40,
  })),
  previousUrl: '/admin/schools?page=2',
  nextUrl: '/admin/schools?page=4',
};

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
      schoolsUrl: '/admin/schools?brick=file-share',
    },
    {
      ...{ id: 'blog', title: 'Blog de classe', icon: 'box-fill', colour: 'plum' },
      detail: 'version 2.0.0, pour les écoles, allumée nulle part',
      cause: 'blog did not start: the ink is dry.',
    },
  ],
};

const refused: RunLine = {
  ...{ id: 412, url: '/admin/syncs/412', source: 'ldap', when: 'aujourd’hui à 4 h 00', state: 'refused' },
  counts: { created: '3', changed: '2', left: '402', returned: '0' },
};
const applied: RunLine = { ...refused, id: 411, url: '/admin/syncs/411', state: 'applied', when: 'hier à 4 h 00' };
const failed: RunLine = {
  ...{ id: 410, url: '/admin/syncs/410', source: 'aaf', when: '22 novembre 2026, 4 h 00', state: 'failed' },
};

export const syncs: PlatformSyncsModel = {
  sources: [
    {
      ...{ name: 'ldap', gone: false, last: refused, applied },
      lastFigures: [
        { value: '3', label: 'arrivées' },
        { value: '402', label: 'départs' },
      ],
      why: { text: 'Collège du Parc\u00a0: 12 élèves sur 414 y sont encore.' },
    },
    { name: 'aaf', gone: true, last: failed, lastFigures: [], why: { text: 'It does not answer.', language: 'en' } },
    { name: 'onde', gone: false, lastFigures: [] },
  ],
  runs: [refused, applied, failed],
  paging: pages,
};

const planned: PlanModel = {
  ...{ url: '/admin/syncs/412', text: '', school: '', kind: '', narrowed: false },
  kindChoices: [
    { value: '', label: 'Tout' },
    { value: 'disabled', label: 'Départs' },
  ],
  figures: [
    { value: '402', label: 'Départs' },
    { value: '3', label: 'Arrivées' },
  ],
  found: '405 lignes',
  lines: [
    {
      ...{ id: 'one', kind: 'disabled', name: 'Adrien Maillot', detail: 'élève, 6e A · adrien.maillot' },
      ...{ school: 'Collège du Parc', what: 'Compte fermé', changes: [], why: 'N’est plus dans l’annuaire' },
    },
    {
      ...{
        id: 'two',
        kind: 'changed',
        name: 'Valérie Faivre-Morel',
        detail: 'valerie.faivre',
        school: 'École des Lilas',
      },
      changes: [
        { label: 'Nom', from: 'Faivre', to: 'Faivre-Morel' },
        { label: 'Classe ou groupe', to: '6e B' },
      ],
      why: 'Écrit autrement dans l’annuaire',
    },
  ],
  paging: pages,
  schoolsFound: '2 écoles touchées',
  schools: [
    {
      ...{ uai: '0390002Y', name: 'Collège du Parc', url: '/admin/syncs/412?school=0390002Y#lines' },
      counts: { disabled: '402', moved: '0', changed: '2', revived: '0', created: '3' },
    },
    {
      ...{ uai: '', name: 'Dans aucune école', url: '/admin/syncs/412#lines' },
      counts: { disabled: '0', moved: '0', changed: '1', revived: '0', created: '0' },
    },
  ],
  schoolPaging: NO_PAGES,
};

export const refusedRun: PlatformRunModel = {
  ...{ run: refused, began: 'aujourd’hui à 4 h 00', ended: 'aujourd’hui à 4 h 01' },
  refusals: [
    {
      code: 'profile-shrank',
      sentences: [
        { text: 'Collège du Parc\u00a0: 12 élèves sur 414 y sont encore.', share: { before: 414, after: 12 } },
        { text: 'École des Lilas\u00a0: 0 élève sur 99 y est encore.' },
      ],
      means: 'Trop de personnes manquent d’un coup.',
      check: 'Comptez ces fiches dans l’annuaire.',
    },
  ],
  more: 'et 3 autres raisons',
  decision: { kind: 'approve', url: '/admin/syncs/412/apply', reason: '', error: 'Écrivez pourquoi.' },
  todo: {
    text: 'C’est le plus souvent une panne de l’annuaire.',
    commands: [{ label: 'Relire l’annuaire\u00a0:', command: 'volee sync run --source ldap' }],
  },
  changes: [{ what: 'Personnes qui sont parties', number: '402' }],
  ignored: [{ what: 'Fiches mal remplies', number: '12', examples: ['person x has no name'] }],
  plan: planned,
  forgotten: false,
};

const waiting: PlatformRunModel = {
  ...refusedRun,
  run: { ...refused, state: 'planned' },
  refusals: [],
  decision: { kind: 'apply', url: '/admin/syncs/412/apply', reason: '' },
  plan: { ...planned, narrowed: true, lines: [], schools: [], paging: NO_PAGES },
};

const underWay: PlatformRunModel = {
  ...waiting,
  decision: undefined,
  underWayUrl: '/admin/syncs/412',
  todo: undefined,
};

export const failedRun: PlatformRunModel = {
  ...{ run: failed, began: '22 novembre 2026, 4 h 00', refusals: [], ignored: [], forgotten: true },
  failure: 'The directory does not answer.',
  problem: { title: 'Quelqu’un est passé avant vous', text: 'Une autre lecture a été appliquée.' },
};

const apply: PlatformApplyModel = {
  ...{ id: 412, source: 'ldap', url: '/admin/syncs/412/apply', runUrl: '/admin/syncs/412' },
  figures: [{ value: '402', label: 'comptes seront fermés' }],
  ...{ reason: 'Le collège a fermé.', closes: true, action: 'Fermer 402 comptes et appliquer' },
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
      when: 'aujourd’hui à 11 h 00',
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
    ['administrators', <PlatformAdministratorsView model={administrators} t={t} />],
    ['no administrator', <PlatformAdministratorsView model={{ ...administrators, keepers: [], heads: [] }} t={t} />],
    ['revoke of the platform', <PlatformRevokeView model={{ line: mathieu }} t={t} />],
    ['revoke of a head, refused', <PlatformRevokeView model={{ line: odile, problem: 'C’est la dernière.' }} t={t} />],
    ['journal', <PlatformAuditView model={audit} t={t} />],
    ['empty journal', <PlatformAuditView model={{ ...audit, lines: [], olderUrl: undefined }} t={t} />],
  ];
}
