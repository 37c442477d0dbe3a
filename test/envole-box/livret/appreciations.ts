// SPDX-License-Identifier: EUPL-1.2

/** The words of a teacher about one pupil. `{prénom}` stands for the first name. */
export interface Appreciation {
  readonly general: string;
  /** The word for the child, as *tu*. */
  readonly word: string;
  readonly french: string;
  readonly mathematics: string;
}

/** Each pupil has one of these by their number in the class, and the next one in the next period. */
export const APPRECIATIONS: readonly Appreciation[] = [
  {
    general:
      'Un très bon trimestre. {prénom} travaille avec soin, écrit davantage et se relit. Le calcul est très sûr\u00a0; nous revenons sur les mesures en petit groupe. Bravo pour l’entraide.',
    word: 'Un très bon trimestre. Tu travailles avec soin et tu te relis. Bravo pour l’entraide.',
    french: '{prénom} écrit des textes plus longs et les relit. La lecture à voix haute est vivante.',
    mathematics: 'Le calcul est très sûr. Il reste à consolider les conversions de mesures.',
  },
  {
    general:
      '{prénom} prend de l’assurance à l’oral et participe volontiers. L’écrit demande encore de l’attention\u00a0: relire chaque phrase avant de rendre. Les efforts sont réels, il faut continuer.',
    word: 'Tu oses prendre la parole, et la classe t’écoute. Relis chaque phrase avant de rendre ton travail\u00a0: tu vas y arriver.',
    french: 'Les idées sont là. La ponctuation et les accords se travaillent chaque semaine.',
    mathematics: 'Les tables sont sues. Les problèmes à deux étapes restent difficiles.',
  },
  {
    general:
      'Un trimestre régulier et sérieux. {prénom} aide ses camarades en géométrie et présente un travail soigné. Il faut oser poser des questions quand une consigne n’est pas claire.',
    word: 'Tu travailles avec régularité. N’hésite pas à poser des questions\u00a0!',
    french: 'Une lecture sûre. Les textes gagneraient à être plus longs.',
    mathematics: 'Des tracés précis et des calculs justes.',
  },
  {
    general:
      '{prénom} s’intéresse à tout et pose de bonnes questions. Le travail du soir est plus régulier qu’à la rentrée. La lecture longue reste un effort\u00a0: dix minutes chaque soir aideront.',
    word: 'Tu poses de bonnes questions, c’est précieux. Lis dix minutes chaque soir, un livre que tu aimes.',
    french: 'La compréhension progresse quand {prénom} prend le temps de relire.',
    mathematics: 'De bonnes intuitions\u00a0; il faut écrire les étapes du calcul.',
  },
  {
    general:
      'De beaux progrès en français ce trimestre. {prénom} lit avec plaisir et sait raconter. En mathématiques, nous reprenons les nombres décimaux avec du matériel. Une présence agréable dans la classe.',
    word: 'Tu lis beaucoup et tu sais raconter\u00a0: c’est un plaisir de t’écouter.',
    french: 'Beaucoup de lectures, que {prénom} raconte aux autres.',
    mathematics: 'Les décimaux sont en cours d’acquisition.',
  },
  {
    general:
      '{prénom} a besoin de temps et s’accroche. Les évaluations montrent des acquis solides en histoire et en sciences. Nous avons convenu d’un rendez-vous avec la famille pour l’organisation du travail.',
    word: 'Tu prends ton temps et tu t’accroches\u00a0: bravo\u00a0! Tu sais beaucoup de choses en histoire et en sciences. Nous travaillerons l’organisation ensemble.',
    french: 'L’orthographe demande un travail régulier, avec de petits objectifs.',
    mathematics: 'Le calcul posé est compris. Le calcul mental se muscle chaque matin.',
  },
];
