// SPDX-License-Identifier: EUPL-1.2
import type { AccountModel } from '../account/account.model.js';
import type { ContactModel } from '../operator/contact.view.js';
import type { LegalNoticeModel } from '../operator/legal-notice.view.js';
import type { PortalDay, PortalKid, PortalModel, PortalWeekModel } from '../portal/portal.model.js';

// Models for tests: invented people of two schools and a collège.

/** A display name that tries to break a page. */
export const HOSTILE = '<img src=x onerror="alert(1)">\'&';

function schoolWeek(on: string, thing: PortalDay['things'][number]): PortalWeekModel {
  const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].map((weekday, place) => ({
    ...{ weekday, number: String(23 + place), isToday: place === 1 },
    things: weekday === on ? [thing] : [],
  }));
  return { days, isNext: false };
}

export const teacherPortal: PortalModel = {
  child: false,
  givenName: 'Claire',
  today: 'mardi 24 novembre',
  tasks: [],
  lines: [],
  actions: [],
  kids: [],
  week: schoolWeek('jeudi', {
    ...{ title: 'Les Gaulois, questions', detail: '8\u00a0h\u00a030, CM1-CM2', url: '/s/0390991X/works/1' },
    ...{ icon: 'folder-fill', colour: 'files' },
  }),
  standIns: [
    {
      title: 'Nadia Chevassu vous remplace jusqu’au 2 décembre',
      detail: 'En CM1-CM2, avec les travaux de la classe et les messages d’élèves à accepter.',
      link: { text: 'Laisser un mot à Nadia Chevassu', url: '/s/0390991X/replacements/s1/word' },
    },
  ],
  bricks: [
    {
      title: 'Fichiers',
      summary: 'Déposer, ranger et partager des fichiers.',
      url: '/s/0390991X/file-share/',
      icon: 'folder-fill',
      colour: 'files',
    },
    {
      title: 'Messages',
      summary: 'Écrire aux familles et à l’équipe.',
      url: '/s/0390991X/messaging/',
      icon: 'chat-left-text-fill',
      colour: 'messages',
      count: { value: 4, label: 'non lus' },
    },
  ],
  tools: [
    { title: 'Fichiers', url: '/s/0390991X/file-share/', icon: 'folder-fill', colour: 'files' },
    {
      ...{ title: 'Messages', url: '/s/0390991X/messaging/', icon: 'chat-left-text-fill', colour: 'messages' },
      count: { value: 4, label: 'non lus' },
    },
  ],
  otherSchools: [
    {
      ...{ name: 'École du Moulin', url: '/s/0390992Y/' },
      tasks: [
        {
          ...{ label: 'Messages', title: 'Malo veut écrire à Victor', detail: 'Sans réponse, refusé vendredi 4.' },
          isNew: false,
          ...{ url: '/s/0390992Y/messaging/reviews', icon: 'chat-left-text-fill', colour: 'messages' },
        },
      ],
    },
  ],
};

const ines: PortalKid = {
  givenName: 'Inès',
  person: { id: 'p2', displayName: 'Inès Rolin' },
  detail: 'CM2, École des Tilleuls',
  isAsked: true,
  tasks: [
    {
      title: 'Les Gaulois, questions',
      detail: 'À rendre jeudi 26 à 8\u00a0h\u00a030.',
      action: 'Voir',
      url: '/s/0390991X/file-share/works/1',
      icon: 'folder-fill',
      colour: 'files',
      progress: { done: 1, of: 2 },
      isFirst: true,
    },
  ],
  lines: [
    {
      label: 'Messages, nouveau',
      title: 'Brigitte Maillard vous écrit',
      detail: 'jeudi',
      url: '/s/0390991X/messaging/box/1',
      icon: 'chat-left-text-fill',
      colour: 'messages',
      isNew: true,
    },
  ],
  tools: [{ label: 'Les outils pour Inès', tools: teacherPortal.tools }],
};
const jules: PortalKid = {
  givenName: 'Jules',
  person: { id: 'p5', displayName: 'Jules Rolin' },
  detail: '6e A, Collège des Trois-Rivières',
  isAsked: true,
  tasks: [],
  lines: [],
  tools: [],
};

export const guardianPortal: PortalModel = {
  ...teacherPortal,
  week: undefined,
  givenName: 'Sophie',
  standIns: [],
  otherSchools: [],
  tools: [],
  kids: [ines],
};

/** For a teacher who replaces another one. */
export const substitutePortal: PortalModel = {
  ...teacherPortal,
  givenName: 'Nadia',
  standIns: [
    {
      title: 'Vous remplacez Claire Vuillemin jusqu’au 2 décembre',
      detail: 'En CM1-CM2. Ce que vous y faites porte votre nom.',
      word: 'Claire Vuillemin vous laisse un mot\u00a0: «\u00a0Les exposés sont à rendre à 16 h. Tom part à 15 h.\u00a0»',
    },
  ],
  inherited: [
    {
      heading: 'Pour Claire Vuillemin, jusqu’au 2 décembre',
      tasks: [
        {
          ...{ title: 'CM1-CM2\u00a0: 3 travaux à corriger', detail: '3 pour «\u00a0Les Gaulois\u00a0»' },
          ...{ action: 'Corriger', url: '/s/0390991X/works/1', icon: 'folder-fill', colour: 'files' },
        },
      ],
    },
  ],
};

/** For a guardian with children in two schools; in one of them no brick is on. */
export const familyPortal: PortalModel = {
  ...guardianPortal,
  actions: [
    { title: 'Travaux pour tous vos enfants', url: '/enfants/file-share', icon: 'check2-square', colour: 'files' },
    {
      title: 'Messages pour tous vos enfants',
      url: '/enfants/messaging',
      icon: 'chat-left-text-fill',
      colour: 'messages',
    },
  ],
  kids: [ines, jules],
};

export const pupilPortal: PortalModel = {
  ...teacherPortal,
  child: true,
  givenName: 'Inès',
  standIns: [],
  week: schoolWeek('jeudi', {
    ...{ title: 'Exposé sur les volcans', detail: '16\u00a0h', url: '/s/0390991X/works/1' },
    ...{ icon: 'folder-fill', colour: 'files' },
  }),
  tasks: [
    {
      title: 'Dépose ton exposé sur les volcans',
      detail: 'Tu as jusqu’à jeudi, 16 heures.',
      action: 'Déposer',
      url: '/s/0390991X/file-share/boxes/1',
      icon: 'folder-fill',
      colour: 'files',
    },
  ],
};

export const account: AccountModel = {
  id: 'p1',
  displayName: 'Claire Vuillemin',
  login: 'claire.vuillemin',
  schools: [
    { name: 'École des Tilleuls', profiles: ['teacher'], classes: ['CM1-CM2'] },
    { name: 'École du Moulin', profiles: ['teacher', 'guardian'], classes: ['CM1', 'CM2'] },
  ],
  children: [{ name: 'Léo Vuillemin', detail: 'CM1, École du Moulin' }],
  preferences: { theme: 'auto', language: 'fr' },
  keptTexts: 1,
  tokens: 2,
};

export const pupilAccount: AccountModel = {
  ...account,
  id: 'p2',
  displayName: 'Inès Rolin',
  login: 'ines.rolin',
  schools: [{ name: 'École des Tilleuls', profiles: ['pupil'], classes: ['CM2'] }],
  children: [],
  tokens: undefined,
};

export const contact: ContactModel = {
  name: 'Académie de Vaubrun',
  contact: 'https://assistance.vaubrun.example.org/ent',
  url: '/contact',
};

export const legalNotice: LegalNoticeModel = {
  name: 'Académie de Vaubrun',
  paragraphs: [
    'Éditeur\u00a0: académie de Vaubrun.',
    'Hébergeur\u00a0: académie de Vaubrun.\nTéléphone\u00a0: 03 53 01 00 00.',
  ],
};
