// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const help = {
  'help.access': 'Qui lit un bilan\u00a0?',
  'help.access1':
    'Tant qu’il n’est pas publié, seuls les enseignants de l’élève et la direction le voient. Ensuite, l’élève et ses parents le lisent aussi. Personne d’autre.',
  'help.access2': 'La page du bilan dit quels parents l’ont ouvert, quel jour, et s’ils l’ont confirmé.',
  'help.pupilRead': 'Lire mon bilan',
  'help.pupilRead1': 'Ouvre «\u00a0Mon livret\u00a0», puis ton bilan.',
  'help.pupilRead2': 'En haut, lis tes points forts et le mot écrit pour toi.',
  'help.pupilRead3': 'Ensuite, regarde ce que tu travailles maintenant et ce qui a progressé.',
  'help.pupilRead4': 'Pour tout lire, touche «\u00a0Voir tout ton bilan\u00a0».',
  'help.pupilTell': 'Mon bilan me gêne',
  'help.pupilTell1': 'Parles-en à ton enseignant ou à tes parents. Ils peuvent le lire aussi.',
  'help.pupilTell2': 'Les briques ne sont pas des notes. Elles disent où tu en es aujourd’hui.',
  'help.guardianRead': 'Lire le bilan de mon enfant',
  'help.guardianRead1':
    'Quand un bilan est publié, votre page d’accueil le dit. Il reste dans «\u00a0Livret\u00a0» avec les précédents.',
  'help.guardianRead2':
    'Les briques disent où en est votre enfant par rapport à ce qui est attendu à la fin de l’année. Ce ne sont pas des notes, et il n’y a pas de moyenne.',
  'help.confirm': 'À quoi sert «\u00a0J’ai lu le bilan\u00a0»\u00a0?',
  'help.confirm1':
    'L’école sait que vous l’avez reçu. Cela ne veut pas dire que vous êtes d’accord. Chaque parent confirme pour soi.',
  'help.confirm2':
    'Si l’école corrige un bilan déjà publié, elle écrit pourquoi. Le bilan corrigé est à lire et à confirmer de nouveau.',
  'help.sixth': 'Et en 6e\u00a0?',
  'help.sixth1':
    'L’école transmet au collège les bilans publiés de CM1 et de CM2, et rien d’autre. Les professeurs de votre enfant les lisent pendant la 6e.',
  'help.sixth2': 'Le livret au collège dit qui a ouvert chaque bilan, et quel jour.',
  'help.write': 'Remplir les bilans',
  'help.write1':
    'Dans la grille de la classe, tapez 1, 2, 3 ou 4, ou N pour «\u00a0non évalué\u00a0». Chaque case s’enregistre toute seule.',
  'help.write2':
    'Sans réseau, continuez\u00a0: ce qui n’est pas parti reste sur cet appareil et part dès que le réseau revient.',
  'help.write3': 'Le nom d’un élève ouvre son bilan\u00a0: textes, éléments travaillés, mot pour l’enfant.',
  'help.share': 'Écrire à deux',
  'help.share1':
    'Les enseignants d’une classe écrivent dans les mêmes bilans, en même temps. Pendant un remplacement aussi.',
  'help.share2': 'Si deux personnes changent la même case, la page montre les deux valeurs. Rien n’est effacé.',
  'help.sign': 'Signer',
  'help.sign1': 'Un bilan complet peut être signé. Une page montre ce que vous signez, pour toute la classe.',
  'help.sign2': 'Vous pouvez retirer votre signature tant que la direction ne l’a pas vu.',
  'help.periods': 'Ouvrir les périodes',
  'help.periods1':
    'Choisissez trimestres, semestres ou cinq périodes, puis les dates. C’est le même rythme pour toute l’école.',
  'help.periods2': 'Ouvrir une période prépare un bilan vide pour chaque élève.',
  'help.visa': 'Viser et publier',
  'help.visa1':
    'Le tableau de l’école montre où en est chaque classe. Visez des classes entières, ou renvoyez un bilan avec un mot.',
  'help.visa2':
    'Choisissez le jour et l’heure de publication\u00a0: les familles lisent à partir de cet instant. Avant de publier tout de suite, «\u00a0Voir avec leurs yeux\u00a0» montre ce que la famille et l’élève liront. Publier laisse dix minutes pour annuler, et un visa se retire jusqu’à la publication. Le dernier jour de l’année est le 31 août.',
  'help.unlock': 'Corriger un bilan publié',
  'help.unlock1':
    'Débloquez-le avec un motif, que la famille lira, et choisissez si elle lit encore le texte publié. Les enseignants le corrigent, puis il est signé, visé et publié de nouveau.',
  'help.unlock2':
    'C’est possible jusqu’au 31 juillet. Ce que la famille avait lu reste dans l’historique du bilan, que la direction seule ouvre.',
  'help.handOver': 'Transmettre au collège',
  'help.handOver1':
    'La page «\u00a0Passage en 6e\u00a0» liste les élèves de CM2. Choisissez le collège de chacun, puis «\u00a0Proposer\u00a0».',
  'help.handOver2':
    'Le collège accepte ou refuse. Vous pouvez retirer une proposition tant que le livret n’est pas arrivé.',
};
