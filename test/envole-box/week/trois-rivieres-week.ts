// SPDX-License-Identifier: EUPL-1.2
import { troisRivieres } from '../sample/trois-rivieres.js';
import type { SchoolWeek } from './step.js';

export const troisRivieresWeek: SchoolWeek = {
  uai: troisRivieres.uai,
  steps: [
    {
      ...{ day: 5, at: '09:05', by: 'karim.bensaid', write: 'evening', to: { guardiansOf: ['6e A'] } },
      subject: 'Rencontre parents-professeurs',
      body: `Madame, Monsieur,

l’équipe de la 6e A vous reçoit {+9}, de **17 h à 20 h**, dans le hall. Chaque rencontre dure dix minutes\u00a0; votre enfant y est bienvenu.

Indiquez-moi par retour les professeurs que vous souhaitez voir.

Karim Bensaïd, principal`,
    },
    {
      ...{ day: 5, at: '12:55', by: 'nora.benali', write: 'evening-maths', replyTo: 'evening' },
      body: 'Bonjour, nous souhaitons voir M. Racine et Mme Michaud, après 18 h si possible.',
    },
    {
      ...{ day: 4, at: '07:25', by: 'sophie.renaud', read: 'evening' },
      and: ['samira.bouhaddi', 'elodie.vernier', 'muriel.chapuis', 'franck.maillot', 'sylvie.faivre'],
    },
    {
      ...{ day: 4, at: '18:10', by: 'hassan.saidi', write: 'evening-work', replyTo: 'evening' },
      body: 'Bonjour, je travaille le soir toute la semaine. Un appel serait-il possible\u00a0? Merci.',
    },
    {
      ...{ day: 3, at: '11:40', by: 'anne-laure.michaud', write: 'fox', to: { pupilsOf: ['6e A'] } },
      subject: 'Le Roman de Renart',
      body: `Bonjour,

pour {+4}, lisez *Renart et les anguilles*, et notez trois mots que vous ne connaissez pas. Pas besoin de chercher leur sens\u00a0: on le devinera ensemble.

Mme Michaud`,
    },
    {
      ...{ day: 3, at: '17:25', by: 'jules.renaud', write: 'fox-words', replyTo: 'fox' },
      body: 'Bonjour madame, est-ce que « goupil » ça compte comme un mot inconnu ? Mon père dit que non.',
    },
    {
      ...{ day: 2, at: '10:15', by: 'anne-laure.michaud', write: 'fox-words-yes', replyTo: 'fox-words' },
      body: 'Il compte, Jules. Demandez à votre père d’où vient le nom « renard »\u00a0: la réponse est dans l’histoire.',
    },
    {
      ...{ day: 2, at: '14:20', by: 'karim.bensaid', write: 'staff-meeting', to: { everyone: ['teacher'] as const } },
      subject: 'Conseil pédagogique',
      body: 'Chers collègues, nous parlerons du passage CM2-6e avec les écoles de Vaubrun et de Champrelle. Vos idées sont bienvenues d’ici là.',
    },
    {
      ...{ day: 2, at: '15:05', by: 'fanny.coulon', write: 'staff-sport', replyTo: 'staff-meeting' },
      body: 'Je propose une matinée de jeux où les 6e encadrent les CM2. Le gymnase est libre le vendredi.',
    },
    {
      ...{ day: 2, at: '16:40', by: 'emilie.obrien', write: 'radio', to: { pupilsOf: ['Journal, radio'] } },
      subject: 'Radio\u00a0: la prochaine émission',
      body: 'Hello, on enregistre {+5} à 13 h, salle 12. Ninon présente, Hugo s’occupe du son. Préparez chacun deux questions pour la cheffe de la cantine.',
    },
    {
      ...{ day: 1, at: '17:35', by: 'stephane.racine', write: 'fractions', to: { guardiansOf: ['6e B'] } },
      subject: 'Les fractions, sans larmes',
      body: 'Bonsoir, le contrôle sur les fractions est reporté de quelques jours. Couper une tarte en huit reste la meilleure des révisions.',
    },
  ],
};
