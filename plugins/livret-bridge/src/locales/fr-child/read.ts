// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { read as fr } from '../fr/read.js';

/** The texts for pupils, where the others say *vous*. */
export const read: Partial<Record<keyof typeof fr, Message>> = {
  'read.scaleLead':
    'Elles disent où tu en es, {name}, par rapport à ce qui est attendu à la fin de l’année. Ce ne sont pas des notes.',
  'read.keptUntil':
    'Ton école garde ce bilan jusqu’au {day}, puis l’efface. Le bilan suivant peut redire où tu en étais, pour montrer tes progrès.',
  'former.note': 'Ton école avait deux fiches à ton nom, et deux bilans pour cette période. L’autre n’est pas perdu.',
  'read.unnamed': 'Une partie de ton bilan ne peut pas s’afficher pour le moment. Rien n’est perdu.',
  'read.elements': 'Ce que ta classe a travaillé',
};
