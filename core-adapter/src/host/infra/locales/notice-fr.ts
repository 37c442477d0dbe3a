// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** The texts of mails to administrators of the platform. */
export const noticeFr = {
  'notice.refused': 'Volée\u00a0: la lecture {id} de l’annuaire {source} est refusée',
  'notice.failed': 'Volée\u00a0: la lecture {id} de l’annuaire {source} a échoué',
  'notice.refusedText':
    'Le garde-fou a refusé la lecture {id} de l’annuaire {source}. Rien n’a été changé dans les écoles.',
  'notice.failedText': 'La lecture {id} de l’annuaire {source} a échoué. Rien n’a été changé dans les écoles.',
  'notice.partial': {
    one: 'Volée\u00a0: une école de l’annuaire {source} n’a pas pu être lue',
    other: 'Volée\u00a0: {count} écoles de l’annuaire {source} n’ont pas pu être lues',
  },
  'notice.partialText': {
    one: 'La lecture {id} de l’annuaire {source} est faite, mais une école n’a pas pu être lue en entier. Rien n’y a été enlevé, et les autres écoles sont à jour.',
    other:
      'La lecture {id} de l’annuaire {source} est faite, mais {count} écoles n’ont pas pu être lues en entier. Rien n’y a été enlevé, et les autres écoles sont à jour.',
  },
  'notice.unread': 'Une partie de chacune est sur un autre serveur, ou n’est pas montrée\u00a0:',
  'notice.unreadMore': { one: 'et une autre', other: 'et {count} autres' },
  'notice.lookUnread': 'Pour savoir pourquoi\u00a0:',
  'notice.lapsing': {
    one: 'Volée\u00a0: un droit de direction s’arrête dans une semaine',
    other: 'Volée\u00a0: {count} droits de direction s’arrêtent dans une semaine',
  },
  'notice.lapsingText': {
    one: 'Une personne a la direction d’une école par un droit donné à la main. L’annuaire la nommait dans cette école, et ne l’y nomme plus. Ce droit s’arrête dans une semaine.',
    other:
      '{count} personnes ont la direction d’une école par un droit donné à la main. L’annuaire les nommait dans cette école, et ne les y nomme plus. Ces droits s’arrêtent dans une semaine.',
  },
  'notice.lapsingSchools': 'Les écoles\u00a0:',
  'notice.lookLapsing': 'Pour voir qui, et garder un droit ou le retirer\u00a0:',
  'notice.why': 'Pourquoi\u00a0:',
  'notice.reason.nothing-read': { one: 'l’annuaire n’a nommé personne', other: 'l’annuaire n’a nommé personne' },
  'notice.reason.ids-replaced': {
    one: 'beaucoup d’identifiants internes ont changé',
    other: 'beaucoup d’identifiants internes ont changé',
  },
  'notice.reason.school-vanished': { one: 'une école a disparu', other: '{count} écoles ont disparu' },
  'notice.reason.school-shrank': {
    one: 'trop de personnes manquent dans une école',
    other: 'trop de personnes manquent dans {count} écoles',
  },
  'notice.reason.profile-shrank': {
    one: 'trop de personnes d’un même profil manquent',
    other: 'trop de personnes d’un même profil manquent, en {count} endroits',
  },
  'notice.reason.groups-shrank': {
    one: 'dans une école, trop de personnes ne sont plus dans leur groupe',
    other: 'trop de personnes ne sont plus dans leur groupe, en {count} endroits',
  },
  'notice.reason.classes-changed': {
    one: 'dans une école, plus de la moitié des élèves changent de classe',
    other: 'dans {count} écoles, plus de la moitié des élèves changent de classe',
  },
  'notice.reason.vanished-everywhere': {
    one: 'une information a disparu de toutes les fiches',
    other: '{count} informations ont disparu de toutes les fiches',
  },
  'notice.figures': 'Ce qui serait fait\u00a0: {figures}.',
  'notice.look': 'Pour regarder, et décider\u00a0:',
  'notice.once':
    'Ce message part à chaque adresse de mail.admins, dans volee.yaml. Il n’y en aura pas d’autre tant que rien ne change.',
} as const satisfies Messages;
