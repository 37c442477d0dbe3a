// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts about schools that a person, or a child of theirs, has left. */
export const formerFr = {
  'former.title': { one: 'Votre ancienne école', other: 'Vos anciennes écoles' },
  'former.lead':
    'Ce que vous aviez là-bas n’est pas perdu\u00a0: vous pouvez encore le lire et l’emporter. Rien n’y change plus.',
  'former.nothing': 'Il ne reste rien à lire ni à emporter ici.',
  'former.schoolOfChild': '{child}\u00a0: {school}',
  'former.leftAt': 'Quittée le {day}.',
  'former.until': 'Gardé jusqu’au {day}.',
  'former.untilLeaving': 'Gardé tant que vous avez un compte ici.',
  'former.untilLeavingOfChild': 'Gardé tant que {child} a un compte ici.',
  'former.read': 'Lire',
  'former.take': 'Tout emporter',
  'former.silent': 'Cette brique ne répond pas en ce moment. Réessayez plus tard\u00a0: rien n’est effacé pour autant.',
  'former.all': 'Tout ce que Volée garde sur vous, dans toutes vos écoles, est dans',
  'former.putAway': 'Ne plus me le rappeler à l’accueil',
  'former.putAwayDone': 'C’est noté. Cette page reste là\u00a0: vous la retrouvez dans «\u00a0Mes données\u00a0».',
  'former.path': 'Chemin',
  'former.line': 'Vous avez changé d’école. Rien n’est perdu de ce que vous aviez dans l’ancienne\u00a0: {school}.',
  'former.lineOfChild':
    '{child} a changé d’école. Rien n’est perdu de ce que vous lisiez dans l’ancienne\u00a0: {school}.',
  'former.lineOfMany': 'Il vous reste des choses à lire ou à emporter dans d’anciennes écoles.',
  'former.lineUntil': 'Une partie s’efface après le {day}.',
  'former.link': { one: 'Voir votre ancienne école', other: 'Voir vos anciennes écoles' },
} as const satisfies Messages;

export const formerFrChild: Partial<Record<keyof typeof formerFr, Message>> = {
  'former.title': { one: 'Ton ancienne école', other: 'Tes anciennes écoles' },
  'former.lead': 'Ce que tu avais là-bas n’est pas perdu\u00a0: tu peux encore le lire et l’emporter.',
  'former.leftAt': 'Tu y étais jusqu’au {day}.',
  'former.untilLeaving': 'Gardé tant que tu as un compte ici.',
  'former.silent': 'Cela ne répond pas en ce moment. Réessaie plus tard\u00a0: rien n’est effacé.',
  'former.all': 'Tout ce que Volée garde sur toi est dans',
  'former.putAway': 'C’est bon, ne plus me le rappeler',
  'former.putAwayDone': 'C’est noté. Cette page reste là\u00a0: tu la retrouves dans «\u00a0Mes données\u00a0».',
  'former.line': 'Tu as changé d’école. Rien n’est perdu de ce que tu avais dans l’ancienne\u00a0: {school}.',
  'former.lineOfMany': 'Il te reste des choses à lire ou à emporter dans tes anciennes écoles.',
  'former.link': { one: 'Voir ton ancienne école', other: 'Voir tes anciennes écoles' },
};
