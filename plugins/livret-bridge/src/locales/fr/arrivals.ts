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
  'arrivals.acceptTicked': 'Répondre',
  'arrivals.accepted': { one: '{count} livret accepté.', other: '{count} livrets acceptés.' },
  'arrivals.refused': { one: '{count} livret refusé.', other: '{count} livrets refusés.' },
  'arrivals.gone': {
    one: '{count} livret n’était plus proposé\u00a0: l’école l’a retiré, ou quelqu’un a déjà répondu.',
    other: '{count} livrets n’étaient plus proposés\u00a0: l’école les a retirés, ou quelqu’un a déjà répondu.',
  },
  'arrivals.nothing': 'Cochez au moins un élève, ou choisissez un motif de refus.',
  'arrivals.noWord': 'Écrivez le motif\u00a0: l’école en a besoin pour choisir un autre collège.',
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
