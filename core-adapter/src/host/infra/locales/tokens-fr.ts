// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts about access tokens. On pages, the journal's too, the token is an « accès », and its secret is a « code ». */
export const tokensFr = {
  'tokens.title': 'Accès pour vos applications',
  'tokens.short':
    'Une application de votre ordinateur ou de votre téléphone peut ouvrir vos outils sans votre mot de passe.',
  'tokens.none': 'Aucun accès pour le moment.',
  'tokens.count': { one: 'Vous avez un accès.', other: 'Vous avez {count} accès.' },
  'tokens.manage': 'Gérer les accès',
  'tokens.path': 'Chemin',
  'tokens.lead': 'À chaque application son accès, avec son propre code. Gardez votre mot de passe pour vous.',
  'tokens.list': 'Vos accès',
  'tokens.made': 'Création\u00a0: {when}',
  'tokens.used': 'Dernière utilisation\u00a0: {when}',
  'tokens.never': 'Jamais utilisé',
  'tokens.ends': 'Dernier jour\u00a0: {when}',
  'tokens.ended': 'Terminé',
  'tokens.revoke': 'Retirer',
  'tokens.revokeOf': 'Retirer l’accès {name}',

  'tokens.new': 'Créer un accès',
  'tokens.name': 'Nom',
  'tokens.nameHint': 'À quoi il sert, ou sur quel appareil. Par exemple\u00a0: Ordinateur de la classe.',
  'tokens.bricks': 'Ce que l’application pourra ouvrir',
  'tokens.bricksHint': 'Elle n’ouvrira rien d’autre, et pas votre compte.',
  'tokens.end': 'Jusqu’à quand',
  'tokens.end30': '30 jours',
  'tokens.end365': 'Un an',
  'tokens.endNever': 'Sans fin',
  'tokens.endNeverDetail': 'Tant que vous ne le retirez pas',
  'tokens.create': 'Créer l’accès',
  'tokens.nothingOn': 'Aucun outil n’est allumé pour vous\u00a0: une application n’aurait rien à ouvrir.',
  'tokens.full': 'Vous avez {count} accès\u00a0: c’est le plus possible. Retirez-en un avant d’en créer un autre.',

  'tokens.problem.noName': 'Donnez-lui un nom.',
  'tokens.problem.longName': '60 caractères au plus\u00a0: raccourcissez.',
  'tokens.problem.nameTaken':
    'Vous avez déjà un accès de ce nom. Choisissez un autre nom, ou retirez d’abord celui-là. Son code ne peut plus être montré.',
  'tokens.problem.tooMany': 'Vous avez déjà 20 accès\u00a0: retirez-en un d’abord.',
  'tokens.problem.left': 'Votre compte est fermé.',
  'tokens.problem.noBricks': 'Cochez au moins un outil.',
  'tokens.problem.unknownBrick': 'Un de ces outils n’est plus là pour vous. Choisissez parmi ceux-ci.',
  'tokens.problem.notADay': 'Choisissez une de ces durées.',
  'tokens.problem.past': 'Choisissez une de ces durées.',

  'tokens.readyTitle': 'Votre accès est prêt',
  'tokens.readyOnce':
    'Copiez ce code maintenant. Il ne sera plus jamais montré\u00a0: même nous ne pourrons pas le retrouver.',
  'tokens.secret': 'Code de l’accès «\u00a0{name}\u00a0»',
  'tokens.secretHint':
    'Sélectionnez tout le champ, puis copiez. Collez-le dans votre application, et nulle part ailleurs.',
  'tokens.asPassword': 'Si l’application demande un identifiant et un mot de passe',
  'tokens.asPasswordLogin': 'Identifiant\u00a0: {login}',
  'tokens.asPasswordSecret': 'Mot de passe\u00a0: ce code, et non celui de votre compte',
  'tokens.copied': 'C’est copié',

  'tokens.revokeTitle': 'Retirer cet accès\u00a0?',
  'tokens.revokeNow': 'Tout de suite, l’application ne pourra plus rien ouvrir.',
  'tokens.revokeStays': 'Ce qu’elle a déposé reste dans les outils.',
  'tokens.revokeFinal': 'Le même code ne servira plus jamais.',
  'tokens.keep': 'Garder cet accès',
  'tokens.revoked': 'L’accès {name} est retiré.',

  'platform.auditSubject.bricks': 'Briques',
  'platform.auditSubject.token': 'Accès',
  // The account is left out when users act for themselves.
  'auditWords.tokenOf': '(compte\u00a0: {login})',
  'auditWords.tokenCreate': '{who} a créé un accès pour une application {account}',
  'auditWords.tokenCreateFailed': '{who} n’a pas pu créer d’accès pour une application {account}',
  'auditWords.tokenRevoke': '{who} a retiré un accès pour une application {account}',
  'auditWords.tokenRevokeFailed': '{who} n’a pas pu retirer un accès pour une application {account}',
  'auditWords.action.tokenCreate': 'Créer un accès pour une application',
  'auditWords.action.tokenRevoke': 'Retirer un accès pour une application',
} satisfies Messages;

/** Pupils create no token; they see tokens created for them on the command line and may revoke them. */
export const tokensFrChild: Partial<Record<keyof typeof tokensFr, Message>> = {
  'tokens.count': { one: 'Tu as un accès.', other: 'Tu as {count} accès.' },
  'tokens.title': 'Accès pour tes applications',
  'tokens.short': 'Une application peut ouvrir tes outils sans ton mot de passe.',
  'tokens.lead': 'À chaque application son accès, avec son propre code. Garde ton mot de passe pour toi.',
  'tokens.list': 'Tes accès',
};
