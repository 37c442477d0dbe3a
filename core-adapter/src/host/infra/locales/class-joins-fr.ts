// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** The texts about classes that two sources name. */
export const classJoinsFr = {
  'platform.seeClasses': 'Classes réunies',
  'platform.classesWaiting': {
    one: 'Une classe a peut-être deux noms',
    other: '{number} classes ont peut-être 2 noms chacune',
  },
  'platform.classesWaitingText':
    'Deux annuaires nomment des classes qui se ressemblent. Quelqu’un doit dire si c’est la même.',
  'platform.classes': 'Classes',
  'platform.classesAskedLead':
    'Une classe d’un fichier ou d’un autre annuaire est peut-être une classe que l’école a déjà. Tant que personne n’a décidé, elles restent séparées.',
  'platform.column.class': 'Cette classe',
  'platform.column.ownClass': 'Classe de l’école',
  'platform.classWhy': 'Élèves en commun\u00a0: {shared} sur {number}',
  'platform.classWhyParted': 'Séparées par quelqu’un. Élèves en commun\u00a0: {shared} sur {number}',
  'platform.classPupils': { one: 'un élève', other: '{number} élèves' },
  'platform.classesFound': {
    one: 'Une classe réunie ou séparée',
    other: '{number} classes réunies ou séparées',
  },
  'platform.classesNone': 'Aucune classe réunie',
  'platform.classesLead':
    'Deux annuaires nomment ces classes\u00a0: Volée n’en fait qu’une, celle de l’annuaire de l’école, sauf si quelqu’un les a séparées.',
  'platform.classesFilters': 'Choisir les classes',
  'platform.classesName': 'Nom de l’école ou de la classe',
  'platform.classesNotFound': 'Aucune classe réunie ne répond à cette recherche.',
  'platform.classesNoneYet': 'Aucune école n’a de classe que deux annuaires nomment.',
  'platform.classTitle': 'Est-ce la même classe\u00a0?',
  'platform.classLead': '{school}. Élèves en commun\u00a0: {shared}, sur {number} dans la première classe.',
  'platform.classFact.name': 'Nom',
  'platform.classFact.teachers': 'Enseignants',
  'platform.classFact.inBoth': {
    one: 'Élève en commun',
    other: 'Élèves en commun ({number})',
  },
  'platform.classFact.nobody': 'Aucun',
  'platform.classFact.inOne': 'Élèves que l’autre ne nomme pas',
  'platform.classSame': 'C’est la même classe',
  'platform.classSameKept': 'Il ne reste que «\u00a0{name}\u00a0» de l’annuaire {source}, avec les élèves des deux.',
  'platform.classSameMoved':
    'Ce que les briques gardent de l’autre classe (dossiers, travaux, messages, bilans) rejoint celle-ci\u00a0; les bilans en cours suivent chaque élève dans sa classe.',
  'platform.classSameFinal': 'On peut les séparer ensuite, mais rien ne revient en arrière.',
  'platform.classDifferent': 'Ce sont deux classes',
  'platform.classPart': 'Séparer ces deux classes',
  'platform.classDifferentNothing': 'Chacune est une classe de l’école, avec ses propres élèves.',
  'platform.classPartNothingBack':
    'Ce qui a rejoint la classe de l’annuaire y reste\u00a0: dossiers, travaux, messages et bilans.',
  'platform.classDifferentOnce': 'Volée ne les réunira plus d’elle-même.',
  'platform.classDecided.rule': 'Réunies par Volée, d’après leurs élèves\u00a0: {when}.',
  'platform.classDecided.same': 'Décidé par {who}, {when}\u00a0: c’est la même classe.',
  'platform.classDecided.different': 'Décidé par {who}, {when}\u00a0: ce sont deux classes.',
  'platform.classDone.same': '{name} et {own} sont maintenant une seule classe.',
  'platform.classDone.different': 'C’est noté\u00a0: {name} et {own} sont deux classes.',
  'platform.classProblem.decided': 'Quelqu’un a décidé juste avant vous. Votre choix n’a rien changé.',
  'platform.classProblem.ended': 'L’une de ces deux classes n’existe plus\u00a0: il n’y a plus rien à décider.',
  'platform.classProblem.brick':
    'La brique {brick} n’a pas pu donner à une classe ce qu’elle garde de l’autre. Rien n’a changé. Prévenez la personne qui s’occupe de Volée, puis décidez à nouveau.',
  'platform.classProblem.busy': 'Un annuaire est en train d’être appliqué. Décidez à nouveau dans quelques minutes.',
  'auditWords.classSame': '{who} a réuni deux classes ({school})',
  'auditWords.classSameFailed': '{who} n’a pas pu réunir deux classes ({school})',
  'auditWords.classDifferent': '{who} a dit que deux classes sont distinctes ({school})',
  'auditWords.classDifferentFailed': '{who} n’a pas pu séparer deux classes ({school})',
  'auditWords.classAlone': '{who} a séparé deux classes, dont l’une est finie ({school})',
  'auditWords.classAloneFailed': '{who} n’a pas pu séparer deux classes, dont l’une est finie ({school})',
  'auditWords.action.classSame': 'Réunir deux classes',
  'auditWords.action.classDifferent': 'Laisser deux classes séparées',
  'auditWords.action.classAlone': 'Séparer une classe d’une classe finie',
} satisfies Messages;
