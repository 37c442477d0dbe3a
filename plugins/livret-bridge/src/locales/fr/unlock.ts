// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const unlock = {
  'unlock.title': 'Débloquer un bilan publié',
  'unlock.lead': '{name}, {period}',
  'unlock.word': 'Pourquoi\u00a0?',
  'unlock.hint':
    'Les parents lisent ce motif. Par exemple\u00a0: «\u00a0La position en géométrie était celle d’un autre élève.\u00a0»',
  'unlock.button': 'Débloquer avec ce motif',
  'unlock.cancel': 'Laisser publié',
  'unlock.after': 'Quand vous l’aurez débloqué',
  'unlock.draft': 'Les enseignants de la classe le modifient, puis le signent de nouveau.',
  'unlock.text': 'Que lit la famille en attendant\u00a0?',
  'unlock.stays': 'Le texte d’aujourd’hui, jusqu’au texte corrigé',
  'unlock.staysDetail': 'Pour une faute ou un oubli. L’élève et ses parents lisent que l’école corrige ce bilan.',
  'unlock.goes': 'Plus rien\u00a0: ce texte ne devait pas être publié',
  'unlock.goesDetail':
    'Par exemple, c’est celui d’un autre élève. L’élève et ses parents ne le lisent plus dès maintenant.',
  'unlock.unchosen': 'Choisissez ce que la famille lit en attendant.',
  'unlock.told': 'La famille sait que vous l’avez débloqué. Les parents lisent votre motif.',
  'unlock.until':
    'Si personne ne l’a signé de nouveau le 31 juillet, le texte d’aujourd’hui redevient le bilan. Un texte retiré ne revient que si vous le décidez.',
  'unlock.doneKept':
    'Le bilan est débloqué. La famille lit encore le texte publié, jusqu’à la publication du texte corrigé. Elle sait que vous le corrigez.',
  'unlock.done': 'Le bilan est débloqué, et retiré à la famille. Les parents lisent pourquoi.',
  'unlock.doneRecalled':
    'Le bilan est débloqué, retiré à la famille, et sa proposition au collège est retirée. Les parents lisent pourquoi.',
  'unlock.meanwhile': 'Le collège le recevait au même moment. Rien n’est débloqué\u00a0: cliquez de nouveau.',
  'unlock.recalled':
    'S’il est retiré, sa proposition au collège l’est aussi. Une fois publié de nouveau, il se propose encore.',
  'unlock.changed': 'Ce bilan n’est plus publié\u00a0: quelqu’un l’a déjà débloqué.',
  'unlock.notPublished': 'Ce bilan n’est pas publié\u00a0: il n’y a rien à débloquer.',
  'unlock.tooLate':
    'L’année scolaire de ce bilan est finie le 31 juillet. Il ne se débloque plus\u00a0: personne ne pourrait l’écrire.',
  'unlock.left':
    'L’élève n’est plus dans une classe de l’école. Son bilan ne se débloque plus\u00a0: personne ne pourrait l’écrire.',
  'unlock.back': 'Retour au bilan',
  'restore.title': 'Le texte qui était publié',
  'restore.lead':
    'En attendant la correction, la famille lit le texte publié le {day}. S’il n’y a plus rien à corriger, il redevient le bilan, avec sa signature et son visa.',
  'restore.leadWithdrawn':
    'La famille ne lit plus le texte publié le {day}. S’il était le bon, il redevient le bilan, avec sa signature et son visa. La famille le lit aussitôt.',
  'restore.lost': 'Ce qui a été écrit depuis ne reste que dans l’historique.',
  'restore.button': 'Publier de nouveau le texte du {day}',
  'restore.done': 'Le texte est de nouveau publié. Si sa proposition au collège avait été retirée, proposez-le encore.',
  'restore.changed': 'Ce bilan a changé entre-temps\u00a0: rien n’est publié de nouveau.',
};
