// SPDX-License-Identifier: EUPL-1.2
import { tilleuls } from '../sample/tilleuls.js';
import type { SchoolWeek, Step } from './step.js';

const aboutTheMuseum: readonly Step[] = [
  {
    ...{ day: 5, at: '16:20', by: 'claire.vuillemin', write: 'museum', to: { guardiansOf: ['CM1-CM2'] } },
    subject: 'Sortie au musée d’archéologie',
    pdf: ['Autorisation de sortie.pdf', 'Autorisation de sortie : mon enfant visite le musee avec la classe.'],
    body: `Bonjour à tous,

{+13}, la classe visite le musée d’archéologie, de **9 h à 12 h**. Le car part à 8 h 30 devant l’école.

Il faut\u00a0:

- un goûter et une gourde,
- des chaussures fermées (nous marchons sur le chantier de fouilles),
- un vêtement de pluie.

La sortie est gratuite. Il me manque encore deux accompagnateurs\u00a0: répondez-moi si vous êtes libre.

Claire Vuillemin`,
  },
  {
    ...{ day: 5, at: '18:47', by: 'elodie.vernier', write: 'peanuts', replyTo: 'museum' },
    body: 'Bonsoir, Noé est allergique à l’arachide. Faut-il que je vous redonne sa trousse pour la journée\u00a0? Bonne soirée.',
  },
  {
    ...{ day: 4, at: '07:35', by: 'sophie.renaud', read: 'museum' },
    and: [
      ...[
        'samira.bouhaddi',
        'nathalie.petitjean',
        'david.jacquot',
        'aminata.diallo',
        'sylvie.faivre',
        'delphine.clerc',
      ],
      ...[
        'paulo.santos',
        'isabelle.courtot',
        'julie.girardet',
        'leila.haddad',
        'stephanie.marchal',
        'virginie.monnier',
      ],
      ...['cedric.tissot', 'audrey.bourgeois', 'celine.mercier', 'sandrine.lambert', 'laurent.vernier'],
    ],
  },
  {
    ...{ day: 4, at: '12:10', by: 'claire.vuillemin', write: 'peanuts-yes', replyTo: 'peanuts' },
    body: 'Bonjour Madame Vernier, oui, donnez-la-moi le matin même\u00a0: je la garde avec moi dans le car. Bonne journée.',
  },
  { day: 4, at: '18:30', by: 'elodie.vernier', read: 'peanuts-yes' },
  {
    ...{ day: 4, at: '20:04', by: 'sophie.renaud', write: 'i-come-along', replyTo: 'museum' },
    body: 'Bonsoir, je peux accompagner la classe toute la matinée. J’ai une grande voiture si quelqu’un a mal au cœur dans le car\u00a0!',
  },
  {
    ...{ day: 3, at: '12:20', by: 'claire.vuillemin', write: 'welcome-along', replyTo: 'i-come-along' },
    body: 'Merci beaucoup\u00a0! Je vous compte parmi nous. Rendez-vous à 8 h 15 dans la cour, je vous donnerai la liste de votre groupe.',
  },
  {
    ...{ day: 3, at: '17:45', by: 'paulo.santos', write: 'late-back', replyTo: 'museum' },
    body: 'Bonjour, est-ce que vous serez rentrés pour la cantine\u00a0? Eva mange à la maison ce jour-là. Merci.',
  },
  { day: 2, at: '12:05', by: 'sophie.renaud', read: 'welcome-along' },
];

const aboutFamilies: readonly Step[] = [
  {
    ...{ day: 5, at: '08:25', by: 'mathieu.grosjean', write: 'market', to: { everyone: ['guardian'] as const } },
    subject: 'Marché de Noël\u00a0: on a besoin de vous',
    body: `Chères familles,

le marché de Noël de l’école aura lieu *dans la cour*, {+14}, à partir de 16 h 30. Chaque classe y vend ses objets, au profit de la coopérative.

Nous cherchons des bras pour monter les stands, et des gâteaux pour le goûter. Un mot à Brigitte Maillard, au secrétariat, suffit.

Mathieu Grosjean, directeur`,
  },
  {
    ...{ day: 5, at: '12:40', by: 'sylvie.faivre', write: 'cakes', replyTo: 'market' },
    body: 'Bonjour, je ferai deux gâteaux au chocolat, et mon mari peut venir à 15 h pour les stands.',
  },
  {
    ...{ day: 3, at: '17:30', by: 'claire.vuillemin', write: 'meeting', to: { persons: ['sophie.renaud'] } },
    subject: 'Un rendez-vous pour parler d’Inès',
    body: `Bonjour Madame Renaud,

rassurez-vous, tout va bien\u00a0: Inès prend de plus en plus la parole. J’aimerais vous montrer son cahier d’écrivain et parler de l’entrée en 6e.

Je vous propose {+7}, à 17 h, dans la classe. Cela vous irait-il\u00a0?`,
  },
  {
    ...{ day: 2, at: '12:08', by: 'sophie.renaud', write: 'meeting-yes', replyTo: 'meeting' },
    body: '17 h me convient très bien, merci. Inès pourra-t-elle rester avec nous\u00a0?',
  },
  {
    ...{ day: 2, at: '09:30', by: 'brigitte.maillard', write: 'canteen', to: { everyone: ['guardian'] as const } },
    subject: 'Cantine\u00a0: menus de la semaine prochaine',
    body: `Bonjour,

les menus de la semaine prochaine sont affichés devant le portail. Merci de me dire avant {demain} midi quels jours votre enfant **ne mange pas**.

Brigitte Maillard, secrétariat`,
  },
  {
    ...{ day: 2, at: '12:50', by: 'nicolas.girardet', write: 'canteen-no', replyTo: 'canteen' },
    body: 'Bonjour, Zoé et Camille ne mangeront pas jeudi. Merci\u00a0!',
  },
  {
    ...{ day: 2, at: '18:05', by: 'aurelie.jacquot', write: 'dentist', to: { persons: ['claire.vuillemin'] } },
    subject: 'Tom arrivera plus tard {demain}',
    body: 'Bonjour, Tom voit le dentiste {demain} à 9 h. Il sera en classe vers 10 h 30. Doit-il rattraper la dictée\u00a0? Merci à vous.',
  },
  {
    ...{ day: 1, at: '08:12', by: 'claire.vuillemin', write: 'dentist-ok', replyTo: 'dentist' },
    body: 'Bonjour, c’est noté. Il fera la dictée avec le deuxième groupe, après la récréation\u00a0: rien à rattraper. Bon courage à Tom\u00a0!',
  },
  {
    ...{ day: 2, at: '12:30', by: 'marie.morel', write: 'sixth', to: { persons: ['mathieu.grosjean'] } },
    subject: 'Le dossier pour la 6e',
    body: 'Bonjour Monsieur Grosjean, quand recevrons-nous le dossier d’inscription au collège\u00a0? Nous déménageons peut-être au printemps. Merci.',
  },
  {
    ...{
      day: 1,
      at: '18:40',
      by: 'claire.vuillemin',
      write: 'college',
      to: { guardiansOf: ['CM1-CM2'] },
      isDraft: true,
    },
    subject: 'Réunion d’entrée en 6e',
    body: 'Bonjour à tous, la réunion avec le collège des Trois-Rivières aura lieu en janvier. M. Bensaïd vous présentera',
  },
  {
    ...{ day: 1, at: '20:04', by: 'sophie.renaud', write: 'birthday', to: { persons: ['claire.vuillemin'] } },
    subject: 'L’anniversaire d’Inès',
    body: 'Bonsoir, Inès aura onze ans la semaine prochaine. Pouvons-nous apporter un gâteau pour la classe\u00a0? Sans arachide, bien sûr\u00a0: elle y pense pour Noé.',
  },
];

const amongAdults: readonly Step[] = [
  {
    ...{ day: 5, at: '10:35', by: 'brigitte.maillard', write: 'photographer', to: { everyone: ['teacher'] as const } },
    subject: 'Passage du photographe',
    body: 'Bonjour, le photographe passera {demain} dès 8 h 45, dans l’ordre CE2, CM1-CM2, CM2. Prévoyez dix minutes par classe.',
  },
  {
    ...{ day: 4, at: '08:10', by: 'mathieu.grosjean', write: 'drill' },
    to: { persons: ['claire.vuillemin', 'nadia.chevassu', 'brigitte.maillard'] },
    subject: 'Exercice d’évacuation',
    body: `Bonjour à toutes,

rendez-vous dans la cour à 10 h 15 {+6}. Prenez la liste d’appel et fermez les fenêtres. Nadia, peux-tu vérifier la porte du fond\u00a0? Elle coinçait la dernière fois.

Mathieu`,
  },
  {
    ...{ day: 4, at: '12:32', by: 'nadia.chevassu', write: 'drill-door', replyTo: 'drill' },
    body: 'C’est vu avec Brigitte\u00a0: le gond est graissé, elle s’ouvre d’une main. À bientôt dans la cour\u00a0!',
  },
  { day: 4, at: '12:15', by: 'claire.vuillemin', read: 'photographer' },
  { day: 3, at: '08:01', by: 'claire.vuillemin', read: 'drill' },
  { day: 3, at: '08:02', by: 'claire.vuillemin', archive: 'photographer' },
  {
    ...{ day: 1, at: '11:15', by: 'brigitte.maillard', write: 'keys' },
    to: { persons: ['claire.vuillemin', 'nadia.chevassu'] },
    subject: 'Les clés de la salle de sport',
    body: 'Quelqu’un a-t-il encore le trousseau bleu\u00a0? Le gardien le cherche depuis hier. Il y a des chocolats pour qui le retrouve.',
  },
  {
    ...{ day: 1, at: '14:10', by: 'nadia.chevassu', write: 'poetry', to: { persons: ['claire.vuillemin'] } },
    subject: 'Poèmes à deux classes',
    body: 'Et si mes CE2 récitaient devant tes CM1-CM2 avant les vacances\u00a0? Ils sont prêts, et très fiers.',
  },
];

const withPupils: readonly Step[] = [
  {
    ...{ day: 4, at: '16:45', by: 'claire.vuillemin', write: 'talks', to: { pupilsOf: ['CM1-CM2'] } },
    subject: 'Les exposés commencent\u00a0!',
    body: `Bonjour à tous,

les exposés commencent {+5}. Pour être prêt\u00a0:

1. je sais de quoi je parle,
2. j’ai une affiche que l’on voit du fond de la classe,
3. je me suis entraîné une fois devant quelqu’un.

Si quelque chose te bloque, écris-moi.

La maîtresse`,
  },
  { day: 3, at: '07:50', by: 'ines.renaud', read: 'talks', and: ['tom.jacquot', 'zoe.girardet', 'noe.vernier'] },
  {
    ...{ day: 3, at: '17:10', by: 'ines.renaud', write: 'lava', replyTo: 'talks' },
    body: 'Maîtresse, est-ce que je peux apporter une vraie pierre de lave ? C’est mon papi qui me l’a donnée.',
  },
  {
    ...{ day: 2, at: '08:20', by: 'claire.vuillemin', write: 'lava-yes', replyTo: 'lava' },
    body: 'Quelle bonne idée, Inès\u00a0! Mets-la dans une boîte pour qu’elle ne se casse pas. Tu pourras la faire passer dans les rangs.',
  },
  {
    ...{ day: 1, at: '16:30', by: 'yanis.belkacem', write: 'whales', to: { persons: ['claire.vuillemin'] } },
    subject: 'Mon exposé',
    body: 'Maîtresse j’ai fini mon exposé sur les baleines mais il fait 4 pages. Est-ce que j’enlève les requins ?',
  },
];

/** Messages between pupils, and the decisions of their teacher. */
const amongPupils: readonly Step[] = [
  {
    ...{ day: 4, at: '16:48', by: 'mael.faivre', write: 'football', to: { persons: ['tom.jacquot'] } },
    subject: 'le foot',
    body: 'T’es nul au foot. On te passera plus jamais la balle.',
  },
  {
    ...{ day: 3, at: '08:15', by: 'claire.vuillemin', refuse: 'football' },
    word: 'Ce message peut faire de la peine à Tom. Je ne l’envoie pas. Viens m’en parler, on cherche ensemble comment le lui dire.',
  },
  {
    ...{ day: 3, at: '16:40', by: 'ines.renaud', write: 'pair', to: { persons: ['zoe.girardet'] } },
    subject: 'L’exposé',
    body: 'Zoé, tu veux faire l’exposé avec moi ? J’ai plein d’idées et une pierre de lave.',
  },
  {
    ...{ day: 3, at: '17:02', by: 'rose.marchal', write: 'no-more-friend', to: { persons: ['aya.haddad'] } },
    subject: 'toi et moi',
    body: 'Tu joues plus avec moi depuis que Manon est là. C’est plus la peine de me parler.',
  },
  { day: 2, at: '08:25', by: 'claire.vuillemin', accept: 'pair' },
  { day: 2, at: '08:26', by: 'claire.vuillemin', accept: 'no-more-friend' },
  {
    day: 2,
    at: '16:20',
    by: 'aya.haddad',
    report: 'no-more-friend',
    because: 'elle me dit ça depuis lundi et je suis triste',
  },
  {
    ...{ day: 2, at: '16:35', by: 'zoe.girardet', write: 'pair-yes', replyTo: 'pair' },
    body: 'Oui !!! Moi je fais la carte et toi tu écris. On demande à la maîtresse pour la grande feuille ?',
  },
  {
    ...{ day: 2, at: '16:50', by: 'ines.renaud', write: 'drawing', to: { persons: ['hugo.mercier'] } },
    subject: 'Ton dessin',
    body: 'Ton dragon on dirait une patate qui court haha',
  },
  {
    ...{ day: 2, at: '18:05', by: 'noe.vernier', write: 'homework', to: { persons: ['hugo.mercier'] } },
    subject: 'devoirs',
    body: 'Tu as noté les devoirs ? Moi j’ai que les maths.',
  },
  { day: 1, at: '08:11', by: 'claire.vuillemin', accept: 'pair-yes' },
  { day: 1, at: '08:12', by: 'claire.vuillemin', accept: 'homework' },
  {
    ...{ day: 1, at: '08:13', by: 'claire.vuillemin', refuse: 'drawing' },
    word: 'On ne se moque pas du dessin de quelqu’un. Trouve une chose que tu aimes dans son dessin.',
  },
  { day: 1, at: '16:10', by: 'ines.renaud', read: 'pair-yes' },
  {
    ...{ day: 1, at: '16:52', by: 'tom.jacquot', write: 'etna', to: { persons: ['ines.renaud'] } },
    subject: 'L’affiche',
    body: 'Salut Inès ! Tu peux amener ton livre sur l’Etna {demain} ? On pourrait faire l’affiche à deux.',
  },
  {
    ...{ day: 1, at: '17:05', by: 'ines.renaud', write: 'pencil-case', to: { persons: ['jade.courtot'] } },
    subject: 'Ta trousse',
    body: 'Jade, j’ai vu ta trousse sous le banc du couloir ! Je l’ai donnée à la maîtresse.',
  },
  {
    ...{ day: 1, at: '17:20', by: 'lina.bouhaddi', write: 'dance' },
    to: { persons: ['zoe.girardet', 'sarah.lambert', 'jade.courtot'] },
    subject: 'La danse',
    body: 'Pour la danse on met toutes un tee-shirt bleu. Répétition à la récré de 10 h !',
  },
];

export const tilleulsWeek: SchoolWeek = {
  uai: tilleuls.uai,
  steps: [...aboutTheMuseum, ...aboutFamilies, ...amongAdults, ...withPupils, ...amongPupils],
};
