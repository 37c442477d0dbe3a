// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const help = {
  'help.whom': 'À qui puis-je écrire\u00a0?',
  'help.whomGuardian1':
    'Aux enseignants de votre enfant, à la direction, au personnel de l’école et à votre enfant. La page montre la liste\u00a0: personne d’autre ne s’y ajoute.',
  'help.whomGuardian2': 'Un message à l’équipe de la classe compte pour un seul destinataire.',
  'help.when': 'Quand mon message arrivera-t-il\u00a0?',
  'help.when1':
    'Vous pouvez écrire à toute heure. Pendant les heures calmes de l’école, le message attend\u00a0: le bouton dit quand il arrivera.',
  'help.when2': 'Si la direction met les messages en pause, la page dit pourquoi et jusqu’à quand.',
  'help.recall': 'Puis-je annuler un envoi\u00a0?',
  'help.recall1':
    'Oui, tant que personne ne l’a reçu\u00a0: il redevient un brouillon. Ensuite, pendant une heure, il est retiré chez ceux qui n’en ont encore rien vu.',
  'help.recall2': 'Ouvrez le message dans «\u00a0Envoyés\u00a0», puis «\u00a0Annuler l’envoi\u00a0».',
  'help.report': 'Un message me pose problème',
  'help.report1':
    'Ouvrez-le, puis «\u00a0Signaler ce message\u00a0». La direction lit ce message, seul. Vous ne le voyez plus.',
  'help.report2': 'Si la direction ouvre le reste de l’échange, elle dit pourquoi, et les deux personnes le lisent.',
  'help.groups': 'Écrire à un groupe',
  'help.groups1':
    'Cochez les parents, les élèves ou l’équipe de votre classe, la direction ou le conseil des maîtres. Les autres classes sont dessous. La page compte les personnes avant l’envoi.',
  'help.groups2': 'Dans un groupe, personne ne voit les autres, et les réponses n’arrivent qu’à vous.',
  'help.accept': 'Accepter les messages des élèves',
  'help.accept1':
    'Un message entre élèves attend dans «\u00a0À accepter\u00a0». Acceptez-le, ou refusez-le avec un mot que l’élève lira.',
  'help.accept2':
    'Après 3 jours d’école la direction le voit aussi\u00a0; après 7, il est refusé, et l’élève lit pourquoi.',
  'help.accept3':
    'S’il vous inquiète, «\u00a0Le montrer à la direction\u00a0»\u00a0: elle le lit, et il attend toujours votre réponse.',
  'help.headRules': 'Régler qui écrit à qui',
  'help.headRules1':
    'La page «\u00a0Règles de l’école\u00a0» montre qui écrit à qui, les heures calmes et la pause. Chaque changement garde sa date et son auteur.',
  'help.headRules2': 'Certaines limites protègent les élèves et ne se règlent pas. Vous gardez toujours vos messages.',
  'help.pupilWrite': 'Écrire un message',
  'help.pupilWrite1': 'Ouvre Messages, puis touche «\u00a0Écrire\u00a0».',
  'help.pupilWrite2': 'Touche les personnes à qui tu écris.',
  'help.pupilWrite3': 'Écris ton message. La page te dit si un adulte le lit d’abord.',
  'help.pupilWrite4': 'Touche le bouton. Tu vois l’oiseau\u00a0? C’est fait.',
  'help.pupilRead': 'Lire et répondre',
  'help.pupilRead1': 'Ouvre Messages, puis touche «\u00a0Lire\u00a0».',
  'help.pupilRead2': 'Touche un message. Tu peux aussi toucher «\u00a0Écouter\u00a0».',
  'help.pupilRead3': 'Écris ta réponse en dessous.',
  'help.pupilTell': 'Un message me gêne',
  'help.pupilTell1': 'Ouvre le message, puis «\u00a0Ce message te gêne\u00a0?\u00a0».',
  'help.pupilTell2': 'Dis ce qui ne va pas. La direction de l’école le lira, et tu ne verras plus le message.',
  'help.pupilTell3': 'Parles-en aussi à un adulte. Tu peux téléphoner au 3018, c’est gratuit.',
};
