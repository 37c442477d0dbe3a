// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';
import { childrenFr } from './children-fr.js';
import { dataFr } from './data-fr.js';
import { formerFr } from './former-fr.js';
import { frSchoolBricks } from './fr-school-bricks.js';
import { frStandIns } from './fr-stand-ins.js';
import { helpFr } from './help-fr.js';
import { keptFr } from './kept-fr.js';
import { noticeFr } from './notice-fr.js';
import { operatorFr } from './operator-fr.js';
import { planFr } from './plan-fr.js';
import { classJoinsFr } from './class-joins-fr.js';
import { homonymsFr } from './homonyms-fr.js';
import { parcelsFr } from './parcels-fr.js';
import { platformFr } from './platform-fr.js';
import { platformAdministratorsFr } from './platform-administrators-fr.js';
import { platformAuditFr } from './platform-audit-fr.js';
import { platformSyncsFr } from './platform-syncs-fr.js';
import { tokensFr } from './tokens-fr.js';

/** Every text of the shell and of the host's own pages. A ten-year-old and a busy parent must understand it at once. */
export const fr = {
  'shell.skip': 'Aller au contenu',
  'shell.home': 'Volée, accueil',
  'shell.here': 'Vous êtes ici\u00a0: ',
  'shell.bricks': 'Outils',
  'shell.more': 'Plus',
  'shell.moreNew': { one: 'nouveauté', other: 'nouveautés' },
  'shell.account': 'Profil et réglages',
  'shell.logout': 'Se déconnecter',
  'shell.accessibility': 'Accessibilité',
  'shell.undo': 'Annuler',
  'shell.waits':
    'Une autre personne est connectée. {name} a écrit quelque chose ici, et le retrouvera en se connectant dans un autre onglet.',
  'shell.otherLanguage': 'English',
  'shell.freeSoftware': 'Volée, logiciel libre',
  'rail.home': 'Accueil',
  'rail.school': 'École',
  'rail.college': 'Collège',

  'portal.title': 'Accueil',
  'portal.hello': 'Bonjour {name}',
  'portal.lead': '{date}. Rien ne vous attend.',
  'portal.leadNews': '{date}. Voici les nouvelles.',
  'portal.leadEmpty': '{date}. Aucun outil n’est allumé pour vous.',
  'portal.wait1': '{date}. Une chose vous attend.',
  'portal.wait2': '{date}. Deux choses vous attendent.',
  'portal.wait3': '{date}. Trois choses vous attendent.',
  'portal.wait4': '{date}. Quatre choses vous attendent.',
  'portal.wait5': '{date}. Cinq choses vous attendent.',
  'portal.waitMore': '{date}. Voici les cinq choses les plus pressées.',
  'portal.waitKids': {
    one: '{date}. {count} chose vous attend\u00a0: {kids}.',
    other: '{date}. {count} choses vous attendent\u00a0: {kids}.',
  },
  'portal.waitKid': { one: '{count} pour {name}', other: '{count} pour {name}' },
  'portal.tasks': 'À faire',
  'portal.progress': '{done} sur {of}',
  'portal.news': 'Du nouveau',
  'portal.newIn': '{brick}, nouveau',
  'portal.allChildren': 'Tous mes enfants',
  'portal.toolsFor': 'Les outils pour {name}',
  'portal.bricks': 'Vos outils',
  'portal.week': 'Cette semaine',
  'portal.nextWeek': 'La semaine prochaine',
  'portal.nothingOn': 'Rien de prévu',
  'portal.today': 'aujourd’hui',
  'portal.other': 'Votre autre école',
  'portal.otherEmpty': 'Rien ne vous y attend.',
  'portal.otherGo': 'Y aller',
  'portal.standingIn': 'Vous remplacez {names} jusqu’au {until}',
  'portal.standingInClass': 'Vous faites classe en {class} jusqu’au {until}',
  'portal.standingInDetail': 'En {class}. Ce que vous y faites porte votre nom.',
  'portal.for': 'Pour {names}, jusqu’au {until}',
  'portal.forClass': 'Pour la classe {class}, jusqu’au {until}',
  'portal.standsIn': '{name} remplace {names} en {class} jusqu’au {until}',
  'portal.teachesFor': '{name} fait classe en {class} jusqu’au {until}',
  'portal.standsInFrom': 'À partir du {from}.',
  'portal.replaced': '{name} vous remplace jusqu’au {until}',
  'portal.replacedFrom': '{name} vous remplace à partir du {from}, jusqu’au {until}',
  'portal.replacedDetail':
    'En {class}, avec les travaux de la classe et les messages d’élèves à accepter. Vos messages restent à vous.',
  'portal.wordFor': '{name} vous laisse un mot\u00a0: «\u00a0{word}\u00a0»',
  'portal.wordOwn': 'Votre mot\u00a0: «\u00a0{word}\u00a0»',
  'portal.wordOther': '{name} laisse un mot\u00a0: «\u00a0{word}\u00a0»',
  'portal.leaveWord': 'Laisser un mot à {name}',
  'portal.changeWord': 'Changer le mot',
  'portal.empty': 'Vos outils arriveront ici',
  'portal.emptyText':
    'C’est la direction de l’école qui allume les outils. Dès que l’un d’eux est allumé pour vous, vous le trouvez sur cette page. Ce que Volée garde de vous se télécharge\u00a0:',
  'portal.kept': {
    one: 'L’outil {bricks} n’est pas allumé pour vous en ce moment. L’école garde ce que vous y avez.',
    other: 'Les outils {bricks} ne sont pas allumés pour vous en ce moment. L’école garde ce que vous y avez.',
  },
  'portal.keptOfChild': {
    one: 'L’outil {bricks} n’est pas allumé pour vous en ce moment. L’école garde ce que vous y lisiez pour {child}\u00a0: demandez à la direction.',
    other:
      'Les outils {bricks} ne sont pas allumés pour vous en ce moment. L’école garde ce que vous y lisiez pour {child}\u00a0: demandez à la direction.',
  },
  'portal.keptTake': 'Ce que Volée garde de vous se télécharge\u00a0:',
  'portal.emptyHead': 'Aucun outil n’est allumé à l’école',
  'portal.emptyHeadText':
    'Choisissez ce qui sert à l’école. Vous pourrez éteindre un outil quand vous voudrez, sans rien effacer.',
  'portal.emptyForHead': 'Aucun outil n’est allumé pour vous',
  'portal.emptyForHeadText': {
    one: 'Un outil est allumé à l’école, pour d’autres personnes. Vous pouvez le choisir aussi pour la direction.',
    other:
      '{count} outils sont allumés à l’école, pour d’autres personnes. Vous pouvez les choisir aussi pour la direction.',
  },
  'portal.emptyHeadAction': 'Choisir les outils de l’école',

  'errors.documentTitle': 'Erreur\u00a0: ',
  'errors.title': {
    one: 'Ce n’est pas encore fait\u00a0: revoyez une chose.',
    other: 'Ce n’est pas encore fait\u00a0: revoyez {count} choses.',
  },
  'error.code': 'Erreur {status}',
  'error.reference': 'Référence à donner\u00a0: {reference}',
  'error.retry': 'Réessayer',
  'error.reopen': 'Rouvrir la page',
  'error.login': 'Se connecter',
  'error.loginAgain': 'Recommencer',
  'error.home': 'Aller à l’accueil',
  'error.otherAccount': 'Prendre un autre compte',

  'error.badRequest': 'Nous n’avons pas compris la demande',
  'error.badRequestText': 'Il manque quelque chose, ou il y en a trop.',
  'error.badRequestRemedy': 'Revenez à la page d’avant, puis recommencez.',
  'error.loginNeeded': 'Connectez-vous d’abord',
  'error.loginNeededText': 'Cette page est réservée aux personnes connectées, ou votre connexion a pris fin.',
  'error.loginNeededRemedy': 'Connectez-vous, puis recommencez.',
  'error.forbidden': 'Vous ne pouvez pas faire cela ici',
  'error.forbiddenText': 'Votre compte n’en a pas le droit. Rien n’a été changé.',
  'error.forbiddenRemedy': 'Si vous devriez pouvoir le faire, demandez à la direction de l’école.',
  'error.notFound': 'Cette page n’est pas là',
  'error.notFoundText': 'L’adresse est peut-être incomplète, l’outil éteint, ou la page réservée à d’autres.',
  'error.notFoundRemedy': 'Repartez de l’accueil\u00a0: vous y trouverez tout ce qui est pour vous.',
  'error.conflict': 'Quelqu’un est passé avant vous',
  'error.conflictText':
    'La page a changé pendant que vous y travailliez. Nous n’avons rien enregistré, pour ne rien écraser.',
  'error.conflictRemedy': 'Rouvrez la page, regardez ce qui a changé, puis recommencez.',
  'error.tooLarge': 'Cet envoi est trop lourd',
  'error.tooLargeText': 'Il dépasse la taille permise.',
  'error.tooLargeRemedy': 'Prenez un fichier plus petit, ou envoyez-en moins à la fois.',
  'error.textTooLong': 'Ce texte est trop long',
  'error.textTooLongText': 'Il est trop long pour partir en une fois\u00a0: rien n’a été envoyé.',
  'error.textTooLongRemedy': 'Raccourcissez-le, ou envoyez-le en plusieurs fois.',
  'starting.title': 'Volée démarre',
  'starting.text': 'Cette page revient toute seule dans un instant.',
  'error.brickFailed': 'Cet outil est en panne',
  'error.brickFailedText': 'Il n’a pas démarré. Les autres outils marchent.',
  'error.brickFailedRemedy': 'Réessayez plus tard. Si la panne dure, prévenez l’école.',
  'error.contentLost': 'Ce fichier est abîmé',
  'error.contentLostText':
    'Son contenu n’est plus sur le serveur. L’adresse est la bonne, et cela ne vient pas de vous.',
  'error.contentLostRemedy': 'Dites-le à la direction de l’école\u00a0: il y a peut-être une sauvegarde.',
  'error.storageFull': 'Il n’y a plus de place',
  'error.storageFullText': 'Le disque de Volée est plein\u00a0: rien n’a été déposé. Cela ne vient pas de vous.',
  'error.storageFullRemedy': 'Gardez bien votre fichier et prévenez l’école. Réessayez plus tard.',
  'error.unavailable': 'Un service ne répond pas',
  'error.unavailableText': 'Volée attend une réponse qui ne vient pas. Cela ne vient pas de vous.',
  'error.unavailableRemedy': 'Réessayez dans quelques minutes.',
  'error.databaseDown': 'Volée n’a plus accès à ses données',
  'error.databaseDownText': 'L’endroit où tout est rangé ne répond pas. Cela ne vient pas de vous.',
  'error.databaseDownRemedy':
    'Réessayez dans quelques minutes. Si vous veniez d’envoyer quelque chose, vérifiez que c’est bien arrivé.',
  'error.busy': 'Beaucoup de monde arrive en même temps',
  'error.busyText': 'Il y a la queue à l’entrée, comme le matin devant l’école. Votre mot de passe est bon.',
  'error.busyRemedy': 'Attendez un petit moment, puis recommencez.',
  'error.busyWait': 'Nouvel essai dans {seconds} secondes, sans rien toucher.',
  'error.ssoDown': 'Le service de connexion ne répond pas',
  'error.ssoDownText': 'Nous n’arrivons pas à vérifier qui vous êtes. Cela ne vient pas de votre mot de passe.',
  'error.ssoDownRemedy': 'Réessayez dans quelques minutes.',
  'error.unexpected': 'Quelque chose s’est mal passé',
  'error.unexpectedText': 'C’est notre faute, pas la vôtre.',
  'error.unexpectedRemedy': 'Réessayez. Si cela revient, donnez la référence ci-dessous à l’école.',
  'error.unknownPerson': 'Votre compte n’est pas connu ici',
  'error.unknownPersonText': 'Votre mot de passe est bon, mais aucune école ne vous a encore dans sa liste.',
  'error.unknownPersonRemedy':
    'Demandez au secrétariat ou à la direction de votre école. Un compte tout neuf arrive souvent le lendemain.',
  'error.accountDisabled': 'Votre compte est fermé',
  'error.accountDisabledText': 'Vous n’êtes plus dans la liste de l’école.',
  'error.accountDisabledRemedy':
    'Si c’est une erreur, demandez au secrétariat ou à la direction\u00a0: le compte peut rouvrir.',
  'error.accountChanging': 'Votre compte est en train de changer',
  'error.accountChangingText':
    'L’annuaire de l’école vient de donner cet identifiant à une autre personne. Volée le relit.',
  'error.accountChangingRemedy':
    'Réessayez dans quelques minutes. Si cela revient demain, prévenez le secrétariat ou la direction de l’école.',
  'error.noSchool': 'Votre compte n’a pas d’école',
  'error.noSchoolText': 'Nous vous connaissons, mais aucune école ne vous compte parmi les siens cette année.',
  'error.noSchoolRemedy': 'Demandez au secrétariat ou à la direction de votre école.',
  'error.ticketRefused': 'La connexion n’a pas abouti',
  'error.ticketRefusedText':
    'Le lien de connexion avait expiré, ou il avait déjà servi. Cela arrive avec le bouton «\u00a0retour\u00a0».',
  'error.ticketRefusedRemedy': 'Recommencez\u00a0: cela marche presque toujours.',
  'error.notFresh': 'Votre mot de passe n’a pas été redemandé',
  'error.notFreshText': 'Pour ouvrir cette page, il faut taper son mot de passe juste avant. Cela n’a pas eu lieu.',
  'error.notFreshRemedy': 'Recommencez, et tapez votre mot de passe sans attendre. Si cela revient, prévenez l’école.',
  'error.otherPerson': 'Ce n’est pas le même compte',
  'error.otherPersonText':
    'Le service de connexion a répondu pour un autre compte que celui qui est ouvert ici. Rien n’a été changé.',
  'error.otherPersonRemedy': 'Déconnectez-vous des deux, puis entrez avec le bon.',
  'error.loginEnded': 'Votre connexion vient de prendre fin',
  'error.loginEndedText':
    'Une déconnexion a été demandée sur un autre onglet ou un autre appareil, pendant que vous arriviez.',
  'error.loginEndedRemedy': 'Si vous voulez entrer, connectez-vous.',
  'error.cookiesRefused': 'Votre navigateur refuse les cookies',
  'error.cookiesRefusedText': 'Sans eux, Volée ne peut pas retenir que c’est vous. Ils ne servent pas à vous suivre.',
  'error.cookiesRefusedRemedy': 'Autorisez les cookies pour ce site, puis connectez-vous.',
  'error.loggedOut': 'Déconnexion réussie',
  'error.loggedOutText': 'À bientôt\u00a0!',
  'error.loggedOutRemedy': 'Sur un ordinateur partagé, fermez aussi le navigateur.',

  'profile.pupil': 'Élève',
  'profile.guardian': 'Parent',
  'profile.teacher': 'Équipe enseignante',
  'profile.head': 'Direction',
  'profile.staff': 'Personnel',
  'audience.pupil': { one: 'élève', other: 'élèves' },
  'audience.guardian': { one: 'parent', other: 'parents' },
  'audience.teacher': { one: 'membre de l’équipe enseignante', other: 'membres de l’équipe enseignante' },
  'audience.head': { one: 'directrice ou directeur', other: 'à la direction' },
  'audience.staff': { one: 'membre du personnel', other: 'membres du personnel' },

  'account.title': 'Profil et réglages',
  'account.lead': 'Ce que Volée sait de vous, et comment vous aimez la lire.',
  'account.login': 'Identifiant',
  'account.schools': { one: 'Votre école', other: 'Vos écoles' },
  'account.classes': { one: 'Classe\u00a0: {classes}', other: 'Classes\u00a0: {classes}' },
  'account.children': { one: 'Votre enfant', other: 'Vos enfants' },
  'account.mistake': 'Une erreur\u00a0? Dites-le à l’école\u00a0: c’est elle qui tient ces informations.',
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
  'account.preferences': 'Vos réglages',
  'account.theme': 'Apparence',
  'account.themeAuto': 'Comme l’appareil',
  'account.themeLight': 'Claire',
  'account.themeDark': 'Sombre',
  'account.language': 'Langue',
  'account.save': 'Garder ces réglages',
  'account.saved': 'Vos réglages sont gardés.',

  ...frSchoolBricks,
  ...frStandIns,

  ...platformFr,
  ...platformSyncsFr,
  ...platformAdministratorsFr,
  ...platformAuditFr,
  ...planFr,
  ...keptFr,
  ...childrenFr,
  ...noticeFr,
  ...homonymsFr,
  ...classJoinsFr,
  ...parcelsFr,
  ...tokensFr,
  ...helpFr,
  ...operatorFr,
  ...dataFr,
  ...formerFr,

  'accessibility.title': 'Accessibilité',
  'accessibility.lead': 'Tout le monde doit pouvoir se servir de Volée. Voici où nous en sommes.',
  'accessibility.state': 'Pas encore d’audit',
  'accessibility.stateText':
    'Personne n’a encore mesuré Volée avec le référentiel officiel (RGAA). Sans cette mesure, la règle est d’écrire «\u00a0accessibilité\u00a0: non conforme\u00a0». C’est donc ce que nous écrivons.',
  'accessibility.done': 'Ce que nous avons fait',
  'accessibility.doneKeyboard': 'Tout marche au clavier, et ce qui est choisi se voit.',
  'accessibility.doneScript': 'Tout marche sans JavaScript.',
  'accessibility.doneSmall': 'Tout tient sur un petit écran, ou avec un texte très grossi.',
  'accessibility.doneContrast':
    'Les textes sont contrastés, en clair comme en sombre. Une couleur ne parle jamais seule.',
  'accessibility.doneFont': 'Les lettres sont dessinées pour être faciles à distinguer (Atkinson Hyperlegible).',
  'accessibility.doneChecks': 'Un outil automatique (axe) relit nos pages. Il ne trouve pas tout.',
  'accessibility.missing': 'Ce qui manque',
  'accessibility.missingText':
    'L’audit, et l’avis de personnes qui utilisent chaque jour un lecteur d’écran ou d’autres aides.',
  'accessibility.tell': 'Quelque chose vous bloque\u00a0?',
  'accessibility.tellText':
    'Dites-le à votre école\u00a0: elle le dira à l’équipe qui tient Volée. Notez la page, et ce que vous vouliez faire.',
  'accessibility.rights': 'Si personne ne vous répond, vous pouvez écrire au Défenseur des droits. C’est gratuit.',
} as const satisfies Messages;
