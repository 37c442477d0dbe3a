// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts of the page where people take their own data. */
export const dataFr = {
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
