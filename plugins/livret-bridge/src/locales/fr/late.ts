// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const late = {
  'late.task': { one: '{count} bilan signé n’est pas publié', other: '{count} bilans signés ne sont pas publiés' },
  'late.taskJuly': {
    one: 'La famille ne le lit pas encore. Publiez avant le 31 juillet, tant qu’une erreur peut se corriger. Le dernier jour est le 31 août.',
    other:
      'Les familles ne les lisent pas encore. Publiez avant le 31 juillet, tant qu’une erreur peut se corriger. Le dernier jour est le 31 août.',
  },
  'late.taskAugust': {
    one: 'Il est de l’année scolaire qui vient de finir. Vous pouvez le publier jusqu’au 31 août.',
    other: 'Ils sont de l’année scolaire qui vient de finir. Vous pouvez les publier jusqu’au 31 août.',
  },
  'late.publish': 'Publier',
  'late.title': 'Publier les bilans de l’année dernière',
  'late.lead': {
    one: '{year}\u00a0: {count} bilan est signé, et personne ne l’a publié. Vous pouvez le faire jusqu’au 31 août.',
    other:
      '{year}\u00a0: {count} bilans sont signés, et personne ne les a publiés. Vous pouvez le faire jusqu’au 31 août.',
  },
  'late.first': 'Les {count} premiers sont ici\u00a0; les autres viendront quand ceux-ci seront publiés.',
  'late.none': '{year}\u00a0: tous les bilans signés sont publiés.',
  'late.closed':
    'Les bilans de l’année dernière se publient ici en août. Après le 31 août, ils restent à l’école sans être publiés.',
  'late.back': 'Les bilans de cette année',
  'late.pupils': 'Bilans signés',
  'late.signed': 'Signé par {name} le {day}\u00a0: publier le vise aussi.',
  'late.endorsed': 'Signé par {name} le {day}, déjà visé.',
  'late.gone': 'Un élève qui n’est plus dans l’école',
  'late.button': 'Publier les bilans cochés',
  'late.after': 'Quand vous aurez publié',
  'late.reads': 'Les familles lisent ces bilans aussitôt, et les confirment.',
  'late.final': 'Plus personne ne les corrige\u00a0: leur année est finie.',
  'late.untick': 'Un bilan avec une erreur\u00a0? Décochez-le\u00a0: il reste à l’école, et la famille ne le lit pas.',
  'late.done': { one: 'Le bilan est publié.', other: '{count} bilans sont publiés.' },
  'late.changed': {
    one: '{count} bilan a changé depuis que la page est ouverte\u00a0: relisez-le.',
    other: '{count} bilans ont changé depuis que la page est ouverte\u00a0: relisez-les.',
  },
  'late.broken': {
    one: '{count} bilan ne correspond plus à sa signature, et n’est pas publié.',
    other: '{count} bilans ne correspondent plus à leur signature, et ne sont pas publiés.',
  },
  'late.board': {
    one: '{count} bilan de l’année dernière est signé et n’est pas publié.',
    other: '{count} bilans de l’année dernière sont signés et ne sont pas publiés.',
  },
};
