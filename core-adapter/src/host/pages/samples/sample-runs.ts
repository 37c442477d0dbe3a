// SPDX-License-Identifier: EUPL-1.2
import type { PlanModel } from '../platform/syncs/platform-plan.model.js';
import type {
  PlatformApplyModel,
  PlatformRunModel,
  PlatformSyncsModel,
  RunLine,
} from '../platform/syncs/platform-syncs.model.js';
import { NO_PAGES, pages } from './sample-paging.js';

// Syncs and their runs, for tests: invented people of invented schools.

const refused: RunLine = {
  ...{ id: 412, url: '/admin/syncs/412', source: 'ldap', when: 'aujourd’hui à 4 h', state: 'refused' },
  counts: { created: '3', changed: '2', left: '402', returned: '0' },
};
const applied: RunLine = { ...refused, id: 411, url: '/admin/syncs/411', state: 'applied', when: 'hier à 4 h' };
const failed: RunLine = {
  ...{ id: 410, url: '/admin/syncs/410', source: 'aaf', when: '22 novembre 2026, 4 h', state: 'failed' },
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
  ...{ run: refused, began: 'aujourd’hui à 4 h', ended: 'aujourd’hui à 4 h 01' },
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

export const waiting: PlatformRunModel = {
  ...refusedRun,
  run: { ...refused, state: 'planned' },
  refusals: [],
  decision: { kind: 'apply', url: '/admin/syncs/412/apply', reason: '' },
  plan: { ...planned, narrowed: true, lines: [], schools: [], paging: NO_PAGES },
};

export const underWay: PlatformRunModel = {
  ...waiting,
  decision: undefined,
  underWayUrl: '/admin/syncs/412',
  todo: undefined,
};

export const failedRun: PlatformRunModel = {
  ...{ run: failed, began: '22 novembre 2026, 4 h', refusals: [], ignored: [], forgotten: true },
  failure: 'The directory does not answer.',
  problem: { title: 'Quelqu’un est passé avant vous', text: 'Une autre lecture a été appliquée.' },
};

export const apply: PlatformApplyModel = {
  ...{ id: 412, source: 'ldap', url: '/admin/syncs/412/apply', runUrl: '/admin/syncs/412' },
  figures: [{ value: '402', label: 'comptes seront fermés' }],
  ...{ reason: 'Le collège a fermé.', closes: true, action: 'Fermer 402 comptes et appliquer' },
};
