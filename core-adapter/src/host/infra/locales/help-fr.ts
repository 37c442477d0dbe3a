// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';

/** The texts of the page « Aide ». Each reader finds their own words; a pupil is called *tu*. */
export const helpFr = {
  'shell.help': 'Aide',
  'help.title': 'Aide',
  'help.lead.pupil': 'Choisis ce que tu veux faire.',
  'help.lead.guardian': 'Ce que les parents demandent le plus souvent.',
  'help.lead.teacher': 'Ce que l’équipe enseignante demande le plus souvent.',
  'help.lead.head': 'Ce que les directions demandent le plus souvent.',
  'help.lead.staff': 'Ce que le personnel de l’école demande le plus souvent.',
  'help.lead.nobody': 'Pour entrer dans Volée.',
  'help.contents': 'Sommaire',
  'help.profiles': 'Aide selon qui vous êtes',

  'help.login': 'Se connecter',
  'help.password': 'J’ai perdu mon mot de passe',
  'help.password1':
    'Volée ne connaît pas les mots de passe. Sur la page où vous tapez le vôtre, cherchez «\u00a0mot de passe oublié\u00a0».',
  'help.password2':
    'Vous ne trouvez pas, ou rien n’arrive\u00a0? Le secrétariat ou la direction de l’école peut vous aider.',
  'help.shared': 'Je quitte un ordinateur partagé',
  'help.shared1': 'Touchez votre nom en haut à droite, puis «\u00a0Se déconnecter\u00a0». Fermez aussi le navigateur.',
  'help.browser': 'Quel navigateur faut-il\u00a0?',
  'help.browser1': 'Firefox 128, Safari 16 (iPhone et iPad\u00a0: iOS 16), Chrome ou Edge 111, ou un plus récent.',
  'help.browser2': 'Avec un plus ancien, tout se lit encore, mais moins bien. Mettez-le à jour si vous le pouvez.',
  'help.kept': 'J’ai quitté une page avant d’envoyer mon texte',
  'help.kept1': 'Il est gardé 30 jours, et personne d’autre ne le lit. Rouvrez la page\u00a0: il est dans son champ.',
  'help.kept2':
    'La page n’est plus là\u00a0? Touchez votre nom en haut à droite, puis «\u00a0Profil et réglages\u00a0»\u00a0: «\u00a0Textes gardés\u00a0» les montre tous.',
  'help.stay': 'Ma connexion reste-t-elle ouverte sur mon téléphone\u00a0?',
  'help.stay1': 'Oui, quelques heures. Ensuite, il faut entrer de nouveau.',
  'help.stay2': 'Sur un ordinateur partagé, touchez votre nom en haut à droite, puis «\u00a0Se déconnecter\u00a0».',
  'help.otherParent': 'Y a-t-il un compte pour l’autre parent\u00a0?',
  'help.otherParent1':
    'Oui, chaque responsable a le sien. Ne prêtez pas le vôtre\u00a0: ce que vous faites porte votre nom.',
  'help.pupilPassword': 'Le mot de passe d’un élève ou d’une élève est perdu',
  'help.pupilPassword1':
    'Volée ne connaît pas les mots de passe. La personne qui tient les comptes de l’école peut lui en donner un autre.',
  'help.account': 'Comment avoir un compte\u00a0?',
  'help.account1':
    'Il n’y a rien à créer. Les élèves, leurs responsables et les personnels des écoles ont déjà un compte.',
  'help.account2': 'Le vôtre vous a été donné par l’école. Demandez-le au secrétariat.',
  'help.unknownSelf': '«\u00a0Votre compte n’est pas connu ici\u00a0»',
  'help.unknownSelf1':
    'Votre mot de passe est bon, mais aucune école ne vous a encore dans sa liste. Un compte tout neuf arrive souvent le lendemain.',
  'help.code': 'Élève, j’ai perdu mon mot de passe',
  'help.code1': 'Demande à ta maîtresse, à ton maître ou à un autre adulte de l’école.',

  'help.children': 'Mes enfants',
  'help.twoSchools': 'J’ai des enfants dans plusieurs écoles',
  'help.twoSchools1':
    'Un seul compte suffit. L’accueil montre tous vos enfants, chacun avec son école. En haut, une page réunit leurs travaux, une autre leurs messages.',
  'help.childMissing': 'Je ne vois pas un de mes enfants',
  'help.childMissing1':
    'Son école n’a pas encore fait le lien avec vous. Demandez-lui\u00a0: c’est elle qui tient les listes.',
  'help.fewerBricks': 'Pourquoi une école a-t-elle moins d’outils que l’autre\u00a0?',
  'help.fewerBricks1': 'Chaque direction choisit ce qui est allumé dans son école, et pour qui.',

  'help.classes': 'Mes classes',
  'help.pupilMissing': 'La liste de ma classe n’est pas juste',
  'help.pupilMissing1':
    'Les listes viennent de l’annuaire de l’école. Dites-le au secrétariat\u00a0: le changement arrive souvent le lendemain.',
  'help.brickMissing': 'Je ne trouve pas un outil',
  'help.brickMissing1': 'La direction allume les outils, pour toute l’école ou pour certaines classes. Demandez-lui.',
  'help.parentsSee': 'Que voient les parents\u00a0?',
  'help.parentsSee1': 'Ce qui est fait pour la classe de leur enfant, dans les outils allumés pour eux.',
  'help.parentsSee2': 'Ils ne voient ni ce qui est à vous, ni les autres classes.',

  'help.school': 'Mon école',
  'help.switchOn': 'Comment allumer une brique\u00a0?',
  'help.switchOn1':
    'Ouvrez «\u00a0École\u00a0», puis la brique. Choisissez pour qui, à partir de quand, et pour quelles classes.',
  'help.switchOn2': 'Avant de valider, la page dit combien de personnes l’auront.',
  'help.switchOff': 'Que se passe-t-il quand j’éteins une brique\u00a0?',
  'help.switchOff1':
    'Elle disparaît pour tout le monde. Éteindre n’efface rien\u00a0: rallumez-la, et ce qui est encore gardé revient. Ce qui arrive à son terme s’efface, même brique éteinte.',
  'help.whoHas': 'Qui a une brique\u00a0?',
  'help.whoHas1': 'Dans «\u00a0École\u00a0», ouvrez la brique, puis la liste des personnes.',
  'help.replace': 'Comment faire remplacer quelqu’un\u00a0?',
  'help.replace1':
    'Ouvrez «\u00a0École\u00a0», puis «\u00a0Remplacements\u00a0»\u00a0: la classe, la personne et le dernier jour.',
  'help.replace2':
    'Chacun garde son compte. Le lendemain du dernier jour, tout se referme. Vous pouvez laisser un mot à la personne qui prend la classe.',
  'help.unknown': 'Une personne n’arrive pas à entrer',
  'help.unknown1':
    'Si Volée dit «\u00a0compte inconnu\u00a0», la personne manque dans l’annuaire de l’école. Un compte tout neuf arrive souvent le lendemain.',
  'help.journal': 'Qui voit ce que je décide\u00a0?',
  'help.journal1': 'Chaque décision laisse une ligne, avec votre nom, au journal que lit l’équipe qui tient Volée.',

  'help.know': 'Que savez-vous de moi\u00a0?',
  'help.knowUs': 'Que savez-vous de nous\u00a0?',
  'help.know1':
    'Touchez «\u00a0Mes données\u00a0», au bas de la page\u00a0: vous recevez tout ce que Volée garde sur vous.',
  'help.knowChild': 'Pour les données de votre enfant, demandez à son école.',
  'help.leave': 'Et quand je quitte l’école\u00a0?',
  'help.leave1': {
    one: 'Le compte se ferme. Les données sont effacées un jour plus tard.',
    other: 'Le compte se ferme. Les données sont effacées {count} jours plus tard.',
  },
  'help.leave2':
    'Un départ en été, du 15 juin au 14 septembre, compte à partir du 15 septembre. Un retour avant l’effacement\u00a0? Tout est encore là.',
  'help.childLeaves': 'Et quand mon enfant quitte l’école\u00a0?',

  'help.ask': 'Vous ne trouvez pas\u00a0?',
  'help.askSchool': 'Demandez au secrétariat ou à la direction de votre école.',
  'help.askHead': 'Demandez à l’équipe qui fait marcher Volée.',
  'help.askOperator': 'Écrire à l’équipe de Volée',
  'help.phone': 'Volée sur votre téléphone',
  'help.phone1':
    'Ouvrez l’accueil, puis «\u00a0Ajouter à l’écran d’accueil\u00a0» dans le menu du navigateur. Rien à installer.',

  'help.pupil.password': 'J’ai oublié mon mot de passe',
  'help.pupil.password1': 'Dis-le à ta maîtresse, à ton maître ou à un autre adulte de l’école.',
  'help.pupil.password2': 'On te donne un nouveau mot de passe.',
  'help.pupil.password3': 'Ne le prête à personne, même à tes amis et amies.',
  'help.pupil.logout': 'J’ai fini, je m’en vais',
  'help.pupil.logout1': 'Touche ton rond de couleur, en haut à droite.',
  'help.pupil.logout2': 'Touche «\u00a0Se déconnecter\u00a0».',
  'help.pupil.logout3': 'À l’école, fais-le chaque fois.',
  'help.trouble': 'Quelque chose te gêne\u00a0?',
  'help.trouble1': 'Un message méchant, un problème\u00a0? Dis-le à un adulte de l’école ou à tes parents.',
  'help.trouble2': 'Tu peux aussi appeler le 3018. C’est gratuit.',
} as const satisfies Messages;

export const helpFrChild: Partial<Record<keyof typeof helpFr, Message>> = {
  'help.title': 'Comment faire\u00a0?',
  'help.profiles': 'Aide selon qui tu es',
};
