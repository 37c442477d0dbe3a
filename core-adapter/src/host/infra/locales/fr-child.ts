// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { fr } from './fr.js';
import { dataFrChild } from './data-fr.js';
import { formerFrChild } from './former-fr.js';
import { helpFrChild } from './help-fr.js';
import { operatorFrChild } from './operator-fr.js';
import { tokensFrChild } from './tokens-fr.js';

/** The texts for pupils that are addressed as *tu*. Short sentences, one thing each. */
export const frChild: Partial<Record<keyof typeof fr, Message>> = {
  'shell.here': 'Tu es ici\u00a0: ',
  'shell.account': 'Mon profil',
  'shell.waits':
    'Quelqu’un d’autre est connecté. {name} a écrit quelque chose ici, et le retrouvera en se connectant dans un autre onglet.',

  'portal.hello': 'Bonjour {name}\u00a0!',
  'portal.lead': 'Aujourd’hui, c’est {date}.',
  'portal.leadEmpty': 'Aujourd’hui, c’est {date}.',
  'portal.wait1': '{date}. Tu as une chose à faire.',
  'portal.wait2': '{date}. Tu as deux choses à faire.',
  'portal.wait3': '{date}. Tu as trois choses à faire.',
  'portal.wait4': '{date}. Tu as quatre choses à faire.',
  'portal.wait5': '{date}. Tu as cinq choses à faire.',
  'portal.waitMore': '{date}. Voici les cinq choses à faire en premier.',
  'portal.bricks': 'Où veux-tu aller\u00a0?',
  'portal.others': { one: 'Dans ton autre école', other: 'Dans tes autres écoles' },
  'portal.otherBricks': { one: '{count} brique allumée pour toi', other: '{count} briques allumées pour toi' },
  'portal.empty': 'Il n’y a rien ici en ce moment',
  'portal.emptyText':
    'Demande à ton école. Tes affaires sont encore gardées, mais pas pour toujours. Tu peux les télécharger\u00a0:',
  'portal.kept': {
    one: 'La brique {bricks} n’est pas allumée pour toi en ce moment. Ton école garde ce que tu y as.',
    other: 'Les briques {bricks} ne sont pas allumées pour toi en ce moment. Ton école garde ce que tu y as.',
  },
  'portal.keptTake': 'Tu peux tout télécharger\u00a0:',

  'error.badRequestRemedy': 'Reviens à la page d’avant, puis recommence.',
  'error.login': 'Me connecter',
  'error.loginNeeded': 'Connecte-toi d’abord',
  'error.loginNeededText': 'Il faut te connecter pour voir cette page.',
  'error.loginNeededRemedy': 'Connecte-toi, puis recommence.',
  'error.forbidden': 'Tu ne peux pas faire cela ici',
  'error.badRequestText': 'Il manque quelque chose, ou il y en a trop.',
  'error.forbiddenText': 'Cette page est pour les adultes de l’école. Rien n’a été changé.',
  'error.forbiddenRemedy': 'Si tu penses que c’est une erreur, demande à un adulte de l’école.',
  'error.notFoundText': 'L’adresse n’est peut-être pas la bonne, ou c’est éteint.',
  'error.notFoundRemedy': 'Repars de l’accueil\u00a0: tout ce qui est pour toi est là.',
  'error.conflict': 'Quelqu’un est passé avant toi',
  'error.conflictText':
    'La page a changé pendant que tu travaillais. Nous n’avons rien enregistré, pour ne rien écraser.',
  'error.conflictRemedy': 'Ouvre encore la page, regarde ce qui a changé, puis recommence.',
  'error.tooLarge': 'C’est trop lourd',
  'error.tooLargeText': 'Ton fichier est trop gros pour passer.',
  'error.tooLargeRemedy': 'Prends un fichier plus petit. Un adulte peut t’aider.',
  'error.brickFailedRemedy': 'Réessaie plus tard. Tu peux aussi le dire à un adulte.',
  'error.contentLostText': 'Ce qu’il y avait dedans n’est plus sur l’ordinateur de Volée. Ce n’est pas ta faute.',
  'error.contentLostRemedy': 'Dis-le à ton enseignante ou à ton enseignant\u00a0: il y a peut-être une sauvegarde.',
  'error.storageFullText': 'L’ordinateur de Volée est plein\u00a0: rien n’a été envoyé. Ce n’est pas ta faute.',
  'error.storageFullRemedy': 'Garde bien ton fichier et dis-le à un adulte. Réessaie plus tard.',
  'error.unavailableText': 'Volée attend une réponse qui ne vient pas. Ce n’est pas ta faute.',
  'error.unavailableRemedy': 'Réessaie dans quelques minutes.',
  'error.busyText': 'Il y a la queue à l’entrée, comme le matin devant l’école. Ton mot de passe est bon.',
  'error.busyRemedy': 'Attends un petit moment, puis recommence.',
  'error.databaseDownText': 'L’endroit où tout est rangé ne répond pas. Ce n’est pas ta faute.',
  'error.databaseDownRemedy':
    'Réessaie dans quelques minutes. Si tu venais d’envoyer quelque chose, vérifie que c’est bien arrivé.',
  'error.ssoDownText': 'Nous n’arrivons pas à vérifier qui tu es. Ton mot de passe n’y est pour rien.',
  'error.ssoDownRemedy': 'Réessaie dans quelques minutes.',
  'error.unexpectedText': 'C’est notre faute, pas la tienne.',
  'error.unexpectedRemedy': 'Réessaie. Si cela revient, montre cette page à un adulte.',
  'error.unknownPerson': 'Ton compte n’est pas connu ici',
  'error.unknownPersonText': 'Ton mot de passe est bon, mais aucune école ne t’a encore mis dans sa liste.',
  'error.unknownPersonRemedy':
    'Demande à ta maîtresse ou à ton maître. Un compte tout neuf arrive souvent le lendemain.',
  'error.accountDisabled': 'Ton compte est fermé',
  'error.accountDisabledText': 'Tu n’es plus dans la liste de l’école.',
  'error.accountDisabledRemedy': 'Si c’est une erreur, demande à ta maîtresse ou à ton maître.',
  'error.accountChanging': 'Ton compte est en train de changer',
  'error.accountChangingText': 'L’école vient de changer la liste des comptes. Volée la relit.',
  'error.accountChangingRemedy':
    'Réessaie dans quelques minutes. Si cela revient, dis-le à ta maîtresse ou à ton maître.',
  'error.noSchool': 'Ton compte n’a pas d’école',
  'error.noSchoolText': 'Nous te connaissons, mais aucune école ne te compte parmi ses élèves cette année.',
  'error.noSchoolRemedy': 'Demande à ta maîtresse ou à ton maître.',
  'error.ticketRefusedRemedy': 'Recommence\u00a0: cela marche presque toujours.',
  'error.notFresh': 'Ton mot de passe n’a pas été redemandé',
  'error.notFreshRemedy': 'Recommence, et tape ton mot de passe tout de suite. Si cela revient, dis-le à un adulte.',
  'kept.ended': 'Ta connexion s’est arrêtée',
  'kept.fresh': 'Ton mot de passe est demandé de nouveau',
  'kept.safe': 'Ton texte n’est pas perdu. Il n’est pas encore parti\u00a0: ne ferme pas cette page.',
  'kept.otherText': 'Il a été écrit avec un autre compte que le tien\u00a0: {name}. Seul ce compte peut l’envoyer.',
  'kept.stepLogin': 'Connecte-toi dans un autre onglet, avec le compte\u00a0: {name}.',
  'kept.stepOther': 'Dans un autre onglet, déconnecte-toi, puis connecte-toi avec le compte\u00a0: {name}.',
  'kept.login': 'Me connecter dans un autre onglet',
  'kept.logout': 'Me déconnecter dans un autre onglet',
  'kept.stepSend': 'Reviens sur cette page, puis envoie.',
  'kept.copy':
    'On ne sait plus qui l’a écrit. Copie ton texte, connecte-toi, puis colle-le dans la page. Un adulte peut t’aider.',
  'kept.files':
    'Rien n’est parti. Les fichiers ne sont pas gardés\u00a0: connecte-toi, puis choisis-les encore une fois.',
  'kept.text': 'Ton texte',
  'kept.textOf': 'Ton texte, case {place}',
  'kept.typed': 'Ce que tu as écrit n’est pas gardé. Copie-le avant de quitter cette page. Un adulte peut t’aider.',
  'kept.backText': 'Ton texte attend dans l’autre onglet\u00a0: ferme celui-ci, reviens à ton texte, puis envoie.',
  'error.otherPersonRemedy': 'Déconnecte-toi des deux, puis entre avec le bon.',
  'error.loginEnded': 'Ta connexion vient de prendre fin',
  'error.loginEndedText':
    'Une déconnexion a été demandée sur un autre onglet ou un autre appareil, pendant que tu arrivais.',
  'error.loginEndedRemedy': 'Si tu veux entrer, connecte-toi.',
  'error.cookiesRefused': 'Ton navigateur refuse les cookies',
  'error.cookiesRefusedText': 'Sans eux, Volée ne peut pas retenir que c’est toi. Ils ne servent pas à te suivre.',
  'error.cookiesRefusedRemedy': 'Demande à un adulte d’autoriser les cookies pour ce site.',
  'error.loggedOutRemedy': 'Sur un ordinateur de l’école, ferme aussi le navigateur.',

  'account.title': 'Mon profil',
  'account.lead': 'Ce que Volée sait de toi, et comment tu aimes la lire.',
  'account.schools': { one: 'Ton école', other: 'Tes écoles' },
  'account.children': { one: 'Ton enfant', other: 'Tes enfants' },
  'account.mistake': 'Une erreur\u00a0? Dis-le à ta maîtresse ou à ton maître.',
  'account.keptDirectory': 'Ton nom, ton identifiant, ton école, ta classe et ta famille. L’école nous les donne.',
  'account.keptPreferences': 'Dans ce navigateur seulement\u00a0: l’apparence et la langue que tu as choisies.',
  'account.keptSession': 'Ta connexion, le temps qu’elle dure.',
  'account.keptTokens': 'Tes accès pour applications\u00a0: leur nom et leurs dates, jamais leur code.',
  'account.keptBricks': 'Ce que tu déposes dans une brique reste dans cette brique.',
  'account.keptNoPassword': 'Jamais ton mot de passe\u00a0: Volée ne le voit pas.',
  'account.preferences': 'Tes réglages',
  'account.saved': 'Tes réglages sont gardés.',

  ...tokensFrChild,
  ...helpFrChild,
  ...operatorFrChild,
  ...dataFrChild,
  ...formerFrChild,

  'accessibility.tell': 'Quelque chose te bloque\u00a0?',
  'accessibility.tellText': 'Dis-le à un adulte de l’école. Montre-lui la page, et ce que tu voulais faire.',
  'accessibility.rights': 'Si personne ne répond, un adulte peut écrire au Défenseur des droits. C’est gratuit.',
};
