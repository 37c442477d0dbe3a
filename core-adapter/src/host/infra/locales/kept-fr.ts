// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** The page of a form that was not taken, and what error pages say about typed text. */
export const keptFr = {
  'kept.ended': 'Votre connexion a pris fin',
  'kept.fresh': 'Votre mot de passe est demandé de nouveau',
  'kept.other': 'Ce texte n’est pas parti',
  'kept.safe': 'Rien n’est parti, et rien n’est perdu\u00a0: gardez cette page ouverte.',
  'kept.textSafe': 'Rien n’est parti, et votre texte est gardé\u00a0: gardez cette page ouverte.',
  'kept.otherText': 'Il a été écrit avec un autre compte que le vôtre\u00a0: {name}. Seul ce compte peut l’envoyer.',
  'kept.stepLogin': 'Connectez-vous dans un autre onglet, avec le compte\u00a0: {name}.',
  'kept.stepOther': 'Dans un autre onglet, déconnectez-vous, puis connectez-vous avec le compte\u00a0: {name}.',
  'kept.login': 'Se connecter dans un autre onglet',
  'kept.logout': 'Se déconnecter dans un autre onglet',
  'kept.stepSend': 'Revenez sur cette page, puis envoyez.',
  'kept.stepFiles': 'Revenez sur cette page, choisissez de nouveau vos fichiers, puis envoyez.',
  'kept.chooseFiles': 'Vos fichiers',
  'kept.send': 'Je suis {name}\u00a0: envoyer',
  'kept.copy':
    'Volée ne sait plus qui l’a écrit. Copiez votre texte ci-dessous, connectez-vous, puis collez-le dans la page.',
  'kept.files':
    'Rien n’est parti. Les fichiers ne sont pas gardés\u00a0: après la connexion, choisissez-les de nouveau.',
  'kept.text': 'Votre texte',
  'kept.textOf': 'Votre texte, champ {place}',
  'kept.typed': 'Ce que vous avez écrit n’est pas parti. Copiez-le avant de quitter cette page.',
  'kept.filesAgain': 'Les fichiers ne sont pas gardés\u00a0: choisissez-les de nouveau.',
  'kept.filesInPage': 'Les fichiers ne sont pas gardés\u00a0: choisissez-les de nouveau dans la page que vous rouvrez.',
  'kept.hidden':
    'Il est même trop long pour être montré ici. Revenez en arrière avec votre navigateur\u00a0: la plupart y gardent le texte. Copiez-le avant de quitter sa page.',
  'kept.again': 'Envoyer de nouveau',
  'kept.back': 'La connexion est faite',
  'kept.backText':
    'Votre texte attend dans l’autre onglet\u00a0: fermez celui-ci, revenez à votre texte, puis envoyez.',

  'keptText.list': 'Textes gardés',
  'keptText.listLead':
    'Ce que vous avez écrit et pas encore envoyé. Chaque texte reste 30 jours, et l’été jusqu’au 14 octobre.',
  'keptText.none': 'Tout ce que vous avez écrit est parti.',
  'keptText.count': { one: 'Un texte attend d’être envoyé.', other: '{count} textes attendent d’être envoyés.' },
  'keptText.open': 'Voir ces textes',
  'keptText.openPage': 'Ouvrir la page',
  'keptText.discardOf': 'Jeter ce texte\u00a0: {title}',
  'keptText.saved': 'Gardé {when}',
  'keptText.atHour': 'à {hour}',
  'keptText.other': 'Un autre texte a été écrit ici {when}.',
  'keptText.oldestGone': 'Le plus ancien de vos textes gardés a été effacé\u00a0: il y en a {count} au plus.',
  'keptText.saving': 'Enregistrement…',
  'keptText.offline': 'Pas de réseau\u00a0: pas encore gardé',
  'keptText.ended': 'Pas encore gardé\u00a0: reconnectez-vous dans un autre onglet',
  'keptText.offlineHere': 'Pas de réseau\u00a0: gardé sur cet appareil',
  'keptText.endedHere': 'Gardé sur cet appareil\u00a0: reconnectez-vous dans un autre onglet',
  'keptText.stale': 'Pas gardé ici\u00a0: copiez votre texte, puis rouvrez la page',
  'keptText.long': 'Trop long pour être gardé',
  'keptText.gone': 'Texte jeté',
  'keptText.changed': 'Rien n’est jeté\u00a0: ce texte a changé depuis, ou n’est plus là.',
  'keptText.back': 'Le texte est de nouveau gardé.',
  'keptText.tooLate': 'Trop tard\u00a0: ce texte est effacé. Cela s’annule pendant une heure.',
  'keptText.discard': 'Jeter ce texte',
  'keptText.undo': 'Annuler',
  'keptText.take': 'Le reprendre',
} satisfies Messages;
