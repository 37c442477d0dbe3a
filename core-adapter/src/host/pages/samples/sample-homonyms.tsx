// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import type { HostKey } from '../../infra/locales/index.js';
import { PlatformAskPairView, type PlatformAskPairModel } from '../platform/homonyms/platform-ask-pair.view.js';
import { PlatformAskView, type PlatformAskModel } from '../platform/homonyms/platform-ask.view.js';
import { PlatformHomonymView } from '../platform/homonyms/platform-homonym.view.js';
import type { PlatformHomonymModel, PlatformHomonymsModel } from '../platform/homonyms/platform-homonyms.model.js';
import { PlatformParcelView } from '../platform/homonyms/platform-parcel.view.js';
import type { PlatformParcelModel } from '../platform/homonyms/platform-parcel.view.js';
import { PlatformHomonymsView } from '../platform/homonyms/platform-homonyms.view.js';

// Pairs of people who may be one, for tests: invented people of invented schools.

export const homonyms: PlatformHomonymsModel = {
  text: '',
  found: 'Un cas à regarder',
  lines: [
    {
      ...{ id: 'h1', url: '/admin/homonyms/h1' },
      person: { name: 'Léa Petit', detail: 'Collège du Parc (6e A), annuaire onde' },
      other: { name: 'Lea Petit', detail: 'École des Lilas (CM2), annuaire ldap' },
      why: 'Même nom et même date de naissance, mais il manque un INE',
    },
  ],
  parcels: [],
  classes: [],
  paging: { shown: '1 à 1 sur 1', links: [] },
};

export const homonym: PlatformHomonymModel = {
  ...{ url: '/admin/homonyms/h1', why: 'Même INE, mais une autre date de naissance, ou aucune', reason: '' },
  kept: 'On garde la fiche de l’annuaire ldap.',
  columns: ['Annuaire onde', 'Annuaire ldap'],
  facts: [
    { label: 'Prénom', values: [['Léa'], ['Lea']], differs: false },
    { label: 'Date de naissance', values: [['2 avril 2016'], ['4 février 2016']], differs: true },
    { label: 'INE', values: [['Le même INE'], ['Le même INE']], differs: false },
  ],
  decided: [],
  canAnswer: true,
};

/** A key that the directory reused: the other record is that of a person who left. */
const former: PlatformHomonymModel = {
  ...homonym,
  why: 'L’annuaire a donné la même clé aux deux, l’une après l’autre',
  kept: 'On garde la fiche d’avant, avec ses fichiers. Les droits donnés à la main ne reviennent pas.',
  erased: 'La fiche d’avant, et tout ce qu’elle garde, sera effacée 60 jours après votre décision.',
  columns: ['Annuaire ldap', 'Fiche d’avant'],
};

const parcels: PlatformHomonymsModel['lines'] = [
  {
    ...{ id: 'p1', url: '/admin/homonyms/parcels/p1' },
    person: { name: 'Mia Vernier', detail: 'École des Lilas, 6 transmissions' },
    other: { name: 'Mia Vernier', detail: 'Collège du Parc (6e A), annuaire ldap' },
    why: 'Même date de naissance, mais il manque un INE',
  },
];

const parcel: PlatformParcelModel = {
  ...{ url: '/admin/homonyms/parcels/p1', why: 'Même date de naissance, mais il manque un INE', reason: '' },
  columns: ['Transmission de l’École des Lilas', 'Élève du Collège du Parc'],
  facts: [
    { label: 'Prénom', values: [['Mia'], ['Mia']], differs: false },
    { label: 'INE', values: [['Pas d’INE'], ['Un INE']], differs: false },
  ],
  delivered: 'Les 6 transmissions lui sont remises, et se lisent au Collège du Parc.',
  waits: 'Rien ne lui est remis. La transmission attend encore, jusqu’au 1er novembre 2026.',
  decided: [],
};

const ask: PlatformAskModel = {
  action: '/admin/homonyms/ask',
  one: {
    text: 'petit',
    choices: [
      {
        value: 'p1',
        label: 'Lea Petit',
        detail: 'naissance\u00a0: 4 février 2016 · n’est plus dans l’annuaire depuis le 3 novembre',
      },
      { value: 'p2', label: 'Léa Petit', detail: 'naissance\u00a0: 2 avril 2016 · École des Lilas (CM2) · lea.petit' },
    ],
    chosen: 'p1',
    more: 'Voici les 2 premières fiches sur 3. Écrivez un peu plus du nom pour en voir d’autres.',
  },
  other: { text: '', choices: [{ value: 'p2', label: 'Léa Petit' }], choiceError: 'Choisissez une fiche.' },
  canCompare: true,
};

const nothingAsked: PlatformAskModel = {
  ...{ ...ask, canCompare: false },
  one: { text: '', error: 'Écrivez une partie d’un nom ou d’un identifiant.', choices: [] },
  other: { text: '', choices: [] },
};

const askPair: PlatformAskPairModel = {
  ...{ action: '/admin/homonyms/ask/pair', canAsk: true, ids: ['p1', 'p2'], backUrl: '/admin/homonyms/ask?one=petit' },
  why: 'Volée les tient pour deux personnes, sans l’avoir demandé. Vous pouvez poser la question.',
  ...{ columns: former.columns, facts: homonym.facts, decided: [] },
};

/** Every page about homonyms, by its name. */
export function homonymPages(t: Translate<HostKey>): readonly (readonly [name: string, page: VNode])[] {
  const problem = 'Quelqu’un a décidé juste avant vous.';
  const decided = { ...homonym, facts: [], decided: ['Odile Perret a décidé hier', 'Pourquoi\u00a0: elle a déménagé'] };
  const none = { ...homonyms, lines: [], found: 'Aucun' };
  return [
    ['homonyms', <PlatformHomonymsView model={homonyms} t={t} />],
    ['homonyms and parcels', <PlatformHomonymsView model={{ ...homonyms, parcels }} t={t} />],
    ['a parcel', <PlatformParcelView model={parcel} t={t} />],
    ['a parcel, too late', <PlatformParcelView model={{ ...parcel, problem }} t={t} />],
    ['no homonym', <PlatformHomonymsView model={none} t={t} />],
    ['homonyms, none found', <PlatformHomonymsView model={{ ...none, text: 'zzz' }} t={t} />],
    ['two records to look for', <PlatformAskView model={ask} t={t} />],
    ['two records to look for, nothing written', <PlatformAskView model={nothingAsked} t={t} />],
    ['two records to ask about', <PlatformAskPairView model={askPair} t={t} />],
    [
      'two records that cannot be asked about',
      <PlatformAskPairView model={{ ...askPair, problem, canAsk: false }} t={t} />,
    ],
    ['two homonyms', <PlatformHomonymView model={homonym} t={t} />],
    ['a former record', <PlatformHomonymView model={former} t={t} />],
    ['two homonyms, too late', <PlatformHomonymView model={{ ...homonym, problem }} t={t} />],
    ['two homonyms, decided', <PlatformHomonymView model={decided} t={t} />],
  ];
}
