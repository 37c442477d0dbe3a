// SPDX-License-Identifier: EUPL-1.2
import type { AccountModel } from '../account/account.model.js';
import type { ContactModel } from '../operator/contact.view.js';
import type { LegalNoticeModel } from '../operator/legal-notice.view.js';
import type { PortalModel } from '../portal/portal.model.js';

// Models for tests: invented people of two schools and a collège.

/** A display name that tries to break a page. */
export const HOSTILE = '<img src=x onerror="alert(1)">\'&';

export const teacherPortal: PortalModel = {
  child: false,
  givenName: 'Claire',
  today: 'mardi 24 novembre',
  tasks: [],
  hasMoreTasks: false,
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
  children: [],
  families: [],
  otherSchools: [{ name: 'École du Moulin', url: '/?school=0390992Y', bricks: 1 }],
};

const ines = {
  givenName: 'Inès',
  person: { id: 'p2', displayName: 'Inès Rolin' },
  detail: 'CM2, École des Tilleuls',
  url: '/?school=0390991X',
} as const;
const jules = {
  givenName: 'Jules',
  person: { id: 'p5', displayName: 'Jules Rolin' },
  detail: '6e A, Collège des Trois-Rivières',
  url: '/?school=0390994A',
} as const;

export const guardianPortal: PortalModel = {
  ...teacherPortal,
  givenName: 'Sophie',
  tasks: [
    {
      title: 'Tom veut écrire à Inès',
      detail: 'Son message attend votre accord depuis 8\u00a0h\u00a002.',
      action: 'Lire',
      url: '/s/0390991X/messaging/held/1',
      icon: 'chat-left-text-fill',
      colour: 'messages',
    },
  ],
  otherSchools: [],
  children: [
    { ...ines, current: true },
    { ...jules, current: false },
  ],
};

/** For a guardian with children in two schools; in one of them no brick is on. */
export const familyPortal: PortalModel = {
  ...guardianPortal,
  families: [
    { children: [{ ...ines, current: true }], bricks: teacherPortal.bricks },
    { children: [{ ...jules, current: false }], bricks: [] },
  ],
};

export const pupilPortal: PortalModel = {
  ...teacherPortal,
  child: true,
  givenName: 'Inès',
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
