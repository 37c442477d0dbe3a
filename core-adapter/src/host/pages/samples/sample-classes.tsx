// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { PlatformClassesModel, PlatformClassModel } from '../platform/homonyms/platform-classes.model.js';
import { PlatformClassesView } from '../platform/homonyms/platform-classes.view.js';
import { PlatformClassView } from '../platform/homonyms/platform-class.view.js';
import { PlatformHomonymsView } from '../platform/homonyms/platform-homonyms.view.js';
import { homonyms } from './sample-homonyms.js';

// Classes that two sources name, for tests: invented classes of invented schools.

const lines: PlatformClassesModel['lines'] = [
  {
    ...{ id: 'c1', url: '/admin/homonyms/classes/c1' },
    person: { name: 'CM1-CM2 de Mme Vuillemin', detail: 'École des Lilas, annuaire ONDE, 24 élèves' },
    other: { name: 'CM2', detail: 'École des Lilas, annuaire ldap, 26 élèves' },
    why: 'Élèves en commun\u00a0: 14 sur 24',
  },
];

const joined: PlatformClassesModel = {
  ...{ text: '', found: 'Une classe réunie', lines },
  paging: { shown: '1 à 1 sur 1', links: [] },
};

const pair: PlatformClassModel = {
  ...{ url: '/admin/homonyms/classes/c1', state: 'open', reason: '', decided: [] },
  why: 'École des Lilas. Élèves en commun\u00a0: 2, sur 3 dans la première classe.',
  columns: ['Annuaire ONDE', 'Annuaire ldap'],
  facts: [
    { label: 'Nom', values: [['CM1-CM2 de Mme Vuillemin'], ['CM2']], differs: false },
    { label: 'Enseignants', values: [['Pas dit'], ['Claire Vuillemin']], differs: false },
    {
      ...{ label: 'Élèves en commun (2)', differs: false },
      values: [
        ['Tom Aubert', 'Lina Bailly'],
        ['Tom Aubert', 'Lina Bailly'],
      ],
    },
    { label: 'Élèves que l’autre ne nomme pas', values: [['Noé Carrez'], ['Aucun']], differs: false },
  ],
  kept: 'Il ne reste que «\u00a0CM2\u00a0» de l’annuaire ldap, avec les élèves des deux.',
};

/** Every page about classes that two sources name, by its name. */
export function classPages(t: Translate<HostKey>): readonly (readonly [name: string, page: VNode])[] {
  const problem = 'Quelqu’un a décidé juste avant vous.';
  const byRule: PlatformClassModel = {
    ...pair,
    state: 'same',
    decided: ['Réunies par Volée, d’après leurs élèves\u00a0: hier à 4 h.'],
  };
  const parted: PlatformClassModel = { ...pair, state: 'different', decided: ['Odile Perret a décidé hier'] };
  const none = { ...joined, found: 'Aucune classe réunie', lines: [] };
  return [
    ['homonyms and classes', <PlatformHomonymsView model={{ ...homonyms, classes: lines }} t={t} />],
    ['joined classes', <PlatformClassesView model={joined} t={t} />],
    ['no joined class', <PlatformClassesView model={none} t={t} />],
    ['joined classes, none found', <PlatformClassesView model={{ ...none, text: 'zzz' }} t={t} />],
    ['two classes', <PlatformClassView model={pair} t={t} />],
    ['two classes, too late', <PlatformClassView model={{ ...pair, problem }} t={t} />],
    ['two classes, joined', <PlatformClassView model={byRule} t={t} />],
    ['two classes, parted', <PlatformClassView model={parted} t={t} />],
  ];
}
