// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { fr } from './fr.js';

/** The texts that name the school, for a collège: its head reads « Collège » in the rail. */
export const frCollege: Readonly<Partial<Record<keyof typeof fr, Message>>> = {
  'schoolBricks.title': 'Les outils du collège',
  'schoolBricks.back': 'Les outils du collège',
  'schoolBricks.wholeSchool': 'Tout le collège',
  'schoolBricks.whole': 'tout le collège',
  'schoolBricks.wholeWithClasses': {
    one: 'tout le collège, {count} classe',
    other: 'tout le collège, {count} classes',
  },
  'schoolBricks.backToWhole': 'Remettre pour tout le collège',
  'schoolBricks.turnOff': 'Éteindre {brick} pour le collège',
  'schoolBricks.nobody': 'Personne dans le collège n’en a l’usage pour le moment.',
  'standIns.pages': 'Pages du collège',
};
