// SPDX-License-Identifier: EUPL-1.2
import type {
  AccountTokensModel,
  TokenLine,
  TokenReadyModel,
  TokenRevokeModel,
} from '../account/account-tokens.model.js';

// Models for tests: access tokens of invented people.

const LINES: readonly TokenLine[] = [
  {
    name: 'Ordinateur de la classe',
    bricks: 'Fichiers, Messages',
    dates: ['Création\u00a0: 12 novembre', 'Dernière utilisation\u00a0: aujourd’hui à 8\u00a0h\u00a005'],
    ended: false,
    revokeUrl: '/account/tokens/0199/revoke',
  },
  {
    name: 'Sauvegarde du dimanche',
    bricks: 'Fichiers',
    dates: ['Création\u00a0: 3 septembre', 'Jamais utilisé'],
    ended: true,
    revokeUrl: '/account/tokens/0198/revoke',
  },
];

export const tokens: AccountTokensModel = {
  tokens: LINES,
  form: {
    name: '',
    bricks: [
      { value: 'file-share', label: 'Fichiers', checked: false },
      { value: 'messaging', label: 'Messages', checked: false },
    ],
    end: '365',
    errors: {},
  },
  full: false,
};

export const tokensRefused: AccountTokensModel = {
  ...tokens,
  form: tokens.form && {
    ...tokens.form,
    name: 'Ordinateur de la classe',
    errors: { name: 'Vous avez déjà un accès de ce nom.', bricks: 'Cochez au moins une brique.' },
  },
};

export const tokensFull: AccountTokensModel = { tokens: LINES, form: undefined, full: true };

export const pupilTokens: AccountTokensModel = { tokens: LINES, form: undefined, full: false };

export const tokenReady: TokenReadyModel = {
  name: 'Ordinateur de la classe',
  secret: `volee_${'Ab3-'.repeat(11).slice(0, 43)}`,
  login: 'claire.vuillemin',
};

export const tokenRevoke: TokenRevokeModel = {
  name: 'Ordinateur de la classe',
  bricks: 'Fichiers, Messages',
  action: '/account/tokens/0199/revoke',
};
