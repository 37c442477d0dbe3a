// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts of the page where people take their own data. */
export const dataFr = {
  'account.kept': 'Ce que Volée garde',
  'account.keptDirectory':
    'Votre nom, votre identifiant, vos écoles, vos classes et vos liens de famille. Ils viennent de l’annuaire de l’école.',
  'account.keptPreferences': 'Dans ce navigateur seulement\u00a0: l’apparence et la langue que vous avez choisies.',
  'account.keptTexts':
    'Ce que vous écrivez et n’avez pas encore envoyé, pendant 30 jours, et l’été jusqu’au 14 octobre.',
  'account.keptSession': 'Votre connexion, le temps qu’elle dure.',
  'account.keptTokens': 'Vos accès pour applications\u00a0: leur nom et leurs dates, jamais leur code.',
  'account.keptAudit': 'Qui a fait quoi et quand, pour les actions importantes.',
  'account.keptBricks': 'Ce que vous déposez dans un outil reste dans cet outil.',
  'account.keptNoPassword': 'Jamais votre mot de passe\u00a0: Volée ne le voit pas.',
  'shell.data': 'Mes données',
  'data.title': 'Mes données',
  'data.lead': 'Tout ce que Volée garde sur vous, dans un seul fichier.',
  'data.inside': 'Dans le fichier',
  'data.actions': 'Vos connexions, et ce que vous avez fait d’important.',
  'data.bricks': 'Ce que vous avez déposé, et ce que chaque outil garde de vous.',
  'data.children': 'Rien sur votre enfant\u00a0: ses données, demandez-les à l’école.',
  'data.careful': 'Ce fichier parle de vous. Sur un ordinateur partagé, effacez-le après.',
  'data.download': 'Télécharger mes données',
} as const satisfies Messages;

export const dataFrChild: Partial<Record<keyof typeof dataFr, Message>> = {
  'data.lead': 'Tout ce que Volée garde sur toi, dans un seul fichier.',
  'data.actions': 'Tes connexions, et ce que tu as fait d’important.',
  'data.bricks': 'Ce que tu as déposé, et ce que chaque outil garde de toi.',
  'data.children': 'Rien sur les autres.',
  'data.careful': 'Ce fichier parle de toi. Ne le donne à personne. À l’école, efface le fichier après.',
};
