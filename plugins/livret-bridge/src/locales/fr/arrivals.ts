// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const arrivals = {
  'arrivals.name': 'Livrets proposés',
  'arrivals.title': { one: '{count} livret proposé', other: '{count} livrets proposés' },
  'arrivals.none': 'Aucun livret proposé',
  'arrivals.noneLead': 'Vous avez répondu à tout.',
  'arrivals.noneText': 'Quand une école proposera les livrets de ses CM2, vous les verrez ici.',
  'arrivals.from': {
    one: 'Ils viennent d’une école, pour la rentrée {year}.',
    other: 'Ils viennent de {count} écoles, pour la rentrée {year}.',
  },
  'arrivals.nameOnly':
    'Pour l’instant, vous voyez le nom et l’école. Le livret s’ouvre quand vous l’avez accepté et que l’élève est chez vous.',
  'arrivals.count': { one: '{count} livret', other: '{count} livrets' },
  'arrivals.since': 'Proposés le {day}.',
  'arrivals.fold': { one: 'Voir le nom', other: 'Voir les {count} noms, tous cochés au départ' },
  'arrivals.pupils': 'Décochez les élèves que vous n’attendez pas.',
  'arrivals.unticked': 'Pour ceux que vous ne cochez pas\u00a0:',
  'arrivals.reason': 'Motif',
  'arrivals.later': 'Répondre plus tard',
  'arrivals.elsewhere': 'Inscription dans un autre collège',
  'arrivals.unknown': 'Élève que nous ne connaissons pas',
  'arrivals.other': 'Autre motif',
  'arrivals.word': 'Un mot (facultatif, sauf pour un autre motif)',
  'arrivals.reads': 'L’école lira ce motif et ce mot.',
  'arrivals.accept': { one: 'Accepter {count} livret', other: 'Accepter {count} livrets' },
  'arrivals.refuse': { one: 'Refuser {count} livret', other: 'Refuser {count} livrets' },
  'arrivals.refuseToo': 'et en refuser {count}',
  'arrivals.answer': 'Répondre',
  'arrivals.effect':
    'Les livrets cochés sont acceptés. Les autres attendent votre réponse, ou sont refusés si vous choisissez un motif. L’école le voit tout de suite.',
  'arrivals.undo':
    'Une erreur\u00a0? L’école peut retirer un livret tant qu’il n’est pas arrivé, et proposer de nouveau un livret refusé.',
  'arrivals.recap': 'Répondre\u00a0: {school}',
  'arrivals.recapLead': 'Relisez les noms\u00a0: l’école voit la réponse tout de suite.',
  'arrivals.willAccept': { one: '{count} accepté', other: '{count} acceptés' },
  'arrivals.willRefuse': { one: '{count} refusé', other: '{count} refusés' },
  'arrivals.back': 'Changer la réponse',
  'arrivals.accepted': {
    one: '{count} livret accepté\u00a0: {names}.',
    other: '{count} livrets acceptés\u00a0: {names}.',
  },
  'arrivals.refused': {
    one: '{count} livret refusé\u00a0: {names}. Une erreur\u00a0? L’école peut le proposer de nouveau.',
    other: '{count} livrets refusés\u00a0: {names}. Une erreur\u00a0? L’école peut les proposer de nouveau.',
  },
  'arrivals.gone': {
    one: '{count} livret n’était plus proposé\u00a0: l’école l’a retiré, ou quelqu’un a déjà répondu.',
    other: '{count} livrets n’étaient plus proposés\u00a0: l’école les a retirés, ou quelqu’un a déjà répondu.',
  },
  'arrivals.nothing': 'Cochez au moins un élève, ou choisissez un motif de refus.',
  'arrivals.noWord': 'Écrivez un mot\u00a0: l’école en a besoin pour choisir un autre collège.',
  'arrivals.changed':
    'L’école a retiré un livret entre-temps, ou quelqu’un a déjà répondu. Rien n’a été changé\u00a0: vérifiez la liste, puis répondez de nouveau.',
  'arrivals.waiting': { one: '{count} livret en attente', other: '{count} livrets en attente' },
  'arrivals.waitingLead': 'Acceptés\u00a0: ils arrivent quand l’élève est dans l’annuaire du collège.',
  'arrivals.fromSince': '{school}, depuis le {day}',
  'arrivals.question':
    'Un élève lui ressemble chez vous. L’administrateur de la plateforme dira si c’est le même\u00a0: console, page «\u00a0Homonymes\u00a0».',
  'arrivals.brick': 'Livret est éteint dans votre collège.',
  'arrivals.expected': { one: 'Voir l’élève attendu', other: 'Voir les {count} élèves attendus' },
  'arrivals.year': 'Rentrée {year}',
  'arrivals.yearText': {
    one: '{count} livret accepté sur {total}',
    other: '{count} livrets acceptés sur {total}',
  },
  'arrivals.alone': 'Les livrets acceptés arrivent tout seuls, en général fin août.',
};
