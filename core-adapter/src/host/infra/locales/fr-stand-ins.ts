// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** The texts of the replacements page of the school's console. */
export const frStandIns = {
  'standIns.pages': 'Pages de l’école',
  'standIns.bricks': 'Outils',
  'standIns.title': 'Remplacements',
  'standIns.lead':
    'Quelqu’un est absent\u00a0? Confiez sa classe à une autre personne pour quelques jours. Le lendemain du dernier jour, tout se referme.',
  'standIns.now': 'En cours et à venir',
  'standIns.none': 'Aucun remplacement pour le moment.',
  'standIns.noClass': 'L’annuaire ne donne encore aucune classe cette année\u00a0: il n’y a pas de classe à confier.',
  'standIns.line': '{class}\u00a0: {name}',
  'standIns.daysNow': 'Jusqu’au {until} compris',
  'standIns.daysToCome': 'Du {from} au {until} compris',
  'standIns.elsewhere': 'Vient d’une autre école',
  'standIns.end': 'Terminer',
  'standIns.endOf': 'Terminer le remplacement, {class}, {name}',
  'standIns.add': 'Confier une classe',
  'standIns.choose': 'Choisir…',
  'standIns.class': 'Classe',
  'standIns.person': 'Une personne de l’équipe',
  'standIns.login': 'Ou quelqu’un d’une autre école',
  'standIns.loginHint': 'Son identifiant, tel qu’on l’écrit pour se connecter.',
  'standIns.from': 'À partir du',
  'standIns.fromHint': 'Vide\u00a0: tout de suite.',
  'standIns.until': 'Jusqu’au',
  'standIns.untilHint': 'Ce jour-là compris.',
  'standIns.effect':
    'Pendant ces jours, cette personne fait la classe\u00a0: elle en voit les élèves, les familles et les outils. Chacun garde son propre compte.',
  'standIns.sure':
    '{name}\u00a0: est-ce bien cette personne\u00a0? Elle verra les élèves et les familles de la classe.',
  'standIns.action': 'Confier la classe',
  'standIns.yes': 'Oui, confier la classe',
  'standIns.added': 'La classe {class} est confiée à {name}. {days}.',
  'standIns.ended': 'Le remplacement est terminé\u00a0: {name} n’a plus la classe {class}.',
  'standIns.wrong.noGroup': 'Choisissez une classe de cette année.',
  'standIns.wrong.noPerson': 'Choisissez quelqu’un, ou écrivez un identifiant dans la case suivante.',
  'standIns.wrong.twoPersons':
    'Il y a deux personnes. Videz cette case, ou revenez à «\u00a0Choisir…\u00a0» dans celle du dessus.',
  'standIns.wrong.notHere': 'Cette personne n’enseigne plus dans cette école. Choisissez-en une autre.',
  'standIns.wrong.unknownLogin': 'Personne n’a cet identifiant. Vérifiez l’orthographe avec la personne.',
  'standIns.wrong.severalLogins':
    'Plusieurs personnes ont cet identifiant, chacune dans son annuaire. Demandez à l’équipe qui tient le serveur.',
  'standIns.wrong.notTeacher':
    'La personne qui a cet identifiant n’enseigne dans aucune école. On ne confie une classe qu’à quelqu’un qui enseigne.',
  'standIns.wrong.teachesAlready': 'Cette personne a déjà cette classe à ces dates.',
  'standIns.wrong.notADate': 'Ce jour n’existe pas. Écrivez-le comme 2027-07-03.',
  'standIns.wrong.noUntil': 'Il manque le dernier jour.',
  'standIns.wrong.past': 'Ce jour est déjà passé.',
  'standIns.wrong.crossed': 'La fin vient avant le début. Prenez un jour plus tard.',
  'standIns.wrong.afterYear': 'Cette année scolaire finit le 31 juillet. Prenez un jour plus tôt.',
} as const satisfies Messages;
