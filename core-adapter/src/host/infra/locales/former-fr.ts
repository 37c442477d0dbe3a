// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts about schools that a person, or a child of theirs, has left, and about tools that they lose. */
export const formerFr = {
  'portal.kept': {
    one: 'L’outil {bricks} n’est pas allumé pour vous en ce moment. L’école garde ce que vous y avez.',
    other: 'Les outils {bricks} ne sont pas allumés pour vous en ce moment. L’école garde ce que vous y avez.',
  },
  'portal.keptOfChild': {
    one: 'L’outil {bricks} n’est pas allumé pour vous en ce moment. L’école garde ce que vous y lisiez pour {child}\u00a0: demandez à la direction.',
    other:
      'Les outils {bricks} ne sont pas allumés pour vous en ce moment. L’école garde ce que vous y lisiez pour {child}\u00a0: demandez à la direction.',
  },
  'portal.ends': 'L’outil {brick} s’arrête pour vous le {day}. L’école garde ce que vous y avez.',
  'portal.keptTake': 'Ce que Volée garde de vous se télécharge\u00a0:',
  'former.title': { one: 'Ancienne école', other: 'Anciennes écoles' },
  'former.lead': 'Voici ce qui est encore gardé pour vous, et jusqu’à quand.',
  'former.nothing': 'Il ne reste rien à lire ni à emporter ici.',
  'former.schoolOfChild': '{child}\u00a0: {school}',
  'former.leftAt': 'Quittée le {day}.',
  'former.until': 'Gardé jusqu’au {day}.',
  'former.untilLeaving': 'Gardé tant que vous avez un compte ici.',
  'former.untilLeavingOfChild': 'Gardé tant que {child} a un compte ici.',
  'former.read': 'Lire',
  'former.take': 'Tout télécharger',
  'former.silent':
    '«\u00a0{brick}\u00a0» ne répond pas en ce moment. Réessayez plus tard\u00a0: rien n’est effacé pour autant.',
  'former.all': 'Tout ce que Volée garde sur vous, dans toutes vos écoles, est dans',
  'former.putAway': 'Ne plus me le rappeler à l’accueil',
  'former.putAwayDone': 'C’est noté. Cette page reste là\u00a0: vous la retrouvez dans «\u00a0Mes données\u00a0».',
  'former.path': 'Chemin',
  'former.pages': 'Pages',
  'former.previousPage': 'Page précédente',
  'former.nextPage': 'Page suivante',
  'former.line': 'Vous avez changé d’école. Ce que vous aviez dans l’ancienne ({school}) est encore gardé.',
  'former.lineOfChild': '{child} a changé d’école. Ce que vous lisiez dans l’ancienne ({school}) est encore gardé.',
  'former.lineOfMany': 'Des choses d’avant un changement d’école sont encore gardées pour vous.',
  'former.lineUntil': 'Une partie s’efface après le {day}.',
  'former.link': { one: 'Voir l’ancienne école', other: 'Voir les anciennes écoles' },
} as const satisfies Messages;

export const formerFrChild: Partial<Record<keyof typeof formerFr, Message>> = {
  'former.title': { one: 'Ton ancienne école', other: 'Tes anciennes écoles' },
  'former.lead': 'Voici ce qui est encore gardé pour toi, et jusqu’à quand. Tu peux tout emporter.',
  'former.leftAt': 'Tu y étais jusqu’au {day}.',
  'former.untilLeaving': 'Gardé tant que tu as un compte ici.',
  'former.silent': '«\u00a0{brick}\u00a0» ne répond pas en ce moment. Réessaie plus tard\u00a0: rien n’est effacé.',
  'former.all': 'Tout ce que Volée garde sur toi est dans',
  'former.putAway': 'C’est bon, ne plus me le rappeler',
  'former.putAwayDone': 'C’est noté. Cette page reste là\u00a0: tu la retrouves dans «\u00a0Mes données\u00a0».',
  'former.line': 'Tu as changé d’école. Ce que tu avais dans l’ancienne ({school}) est encore gardé.',
  'former.lineOfMany': 'Tes anciennes écoles gardent encore des choses pour toi.',
  'former.link': { one: 'Voir ton ancienne école', other: 'Voir tes anciennes écoles' },
};
