// SPDX-License-Identifier: EUPL-1.2
import type { AccountModel } from './account.model.js';
import type { PortalModel } from './portal.model.js';
import type { SchoolBrick, SchoolBricksModel } from './school-bricks.model.js';

// Models for tests: invented people of two schools and a collège.

/** What somebody might call himself to break a page. */
export const HOSTILE = '<img src=x onerror="alert(1)">\'&';

export const teacherPortal: PortalModel = {
  child: false,
  givenName: 'Claire',
  today: 'mardi 24 novembre',
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
  otherSchools: [{ name: 'École du Moulin', url: '/?school=0390992Y', bricks: 1 }],
};

export const guardianPortal: PortalModel = {
  ...teacherPortal,
  givenName: 'Sophie',
  otherSchools: [],
  children: [
    { givenName: 'Inès', detail: 'CM2, École des Tilleuls', url: '/?school=0390991X', current: true },
    { givenName: 'Jules', detail: '6e A, Collège des Trois-Rivières', url: '/?school=0390994A', current: false },
  ],
};

export const pupilPortal: PortalModel = { ...teacherPortal, child: true, givenName: 'Inès' };

export const account: AccountModel = {
  displayName: 'Claire Vuillemin',
  initials: 'CV',
  login: 'claire.vuillemin',
  schools: [
    { name: 'École des Tilleuls', profiles: ['teacher'], classes: ['CM1-CM2'] },
    { name: 'École du Moulin', profiles: ['teacher', 'guardian'], classes: ['CM1', 'CM2'] },
  ],
  children: [{ name: 'Léo Vuillemin', detail: 'CM1, École du Moulin' }],
  preferences: { theme: 'auto', language: 'fr' },
};

export const pupilAccount: AccountModel = {
  ...account,
  displayName: 'Inès Rolin',
  initials: 'IR',
  login: 'ines.rolin',
  schools: [{ name: 'École des Tilleuls', profiles: ['pupil'], classes: ['CM2'] }],
  children: [],
};

const files: SchoolBrick = {
  id: 'file-share',
  title: 'Fichiers',
  summary: 'Déposer, ranger et partager des fichiers.',
  icon: 'folder-fill',
  colour: 'files',
  on: false,
  failed: false,
  url: '/admin/s/0390991X/bricks?brick=file-share',
};
const blog: SchoolBrick = {
  ...files,
  id: 'blog',
  title: 'Blog de classe',
  colour: 'plum',
  failed: true,
  url: '/admin/s/0390991X/bricks?brick=blog',
};

export const schoolBricksOff: SchoolBricksModel = {
  bricks: [files, blog],
  opened: true,
  listUrl: '/admin/s/0390991X/bricks',
  selected: {
    brick: files,
    audience: [
      { profile: 'pupil', count: 99 },
      { profile: 'guardian', count: 171 },
      { profile: 'teacher', count: 6 },
    ],
    persons: 276,
    actionUrl: '/admin/s/0390991X/bricks/file-share',
    history: [],
  },
};

const filesOn: SchoolBrick = { ...files, on: true };

export const schoolBricksOn: SchoolBricksModel = {
  bricks: [filesOn, blog],
  opened: true,
  listUrl: '/admin/s/0390991X/bricks',
  selected: {
    brick: filesOn,
    audience: [{ profile: 'pupil', count: 99 }],
    persons: 99,
    actionUrl: '/admin/s/0390991X/bricks/file-share',
    history: [
      { date: '12 octobre', name: 'Mathieu Grosjean', on: true },
      { date: '3 octobre', name: 'Mathieu Grosjean', on: false },
    ],
  },
};
