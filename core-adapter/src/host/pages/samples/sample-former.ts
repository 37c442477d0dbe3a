// SPDX-License-Identifier: EUPL-1.2
import type { FormerBrickPart, FormerSchoolModel } from '../former-school/former-school.view.js';

const files: FormerBrickPart = {
  title: 'Fichiers',
  icon: 'folder-fill',
  colour: 'files',
  isSilent: false,
  things: [{ text: '12 fichiers rien qu’à toi', until: 'Gardé tant que tu as un compte ici.' }],
  documents: [
    { title: 'Tes travaux et leurs corrections', detail: 'Les mots échangés.', url: '/ancienne-ecole/x/lire/y' },
  ],
  takeUrl: '/ancienne-ecole/x/emporter',
};
const silent: FormerBrickPart = {
  ...files,
  ...{ title: 'Messages', isSilent: true, things: [], documents: [], takeUrl: undefined },
};

export const formerSchool: FormerSchoolModel = {
  title: 'Ton ancienne école',
  schools: [
    { title: 'École des Tilleuls', leftAt: 'Tu y étais jusqu’au 24 novembre.', bricks: [files, silent] },
    { title: 'École du Moulin', leftAt: 'Tu y étais jusqu’au 3 mai 2025.', bricks: [files] },
  ],
  putAwayUrl: '/ancienne-ecole/rappel',
  ownDataUrl: '/mes-donnees',
};
