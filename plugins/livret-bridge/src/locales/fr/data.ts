// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const data = {
  'data.kept':
    'Les bilans de chaque élève (positions, appréciations, éléments travaillés), qui les a signés, visés, lus et confirmés, ce qui a été publié puis débloqué, qui a lu au collège, et les phrases gardées par les enseignants',
  'data.purpose': 'Le suivi des acquis de l’élève, sa famille informée, et le passage en 6e',
  'data.retention':
    'À l’école, jusqu’à un an après la fin du cycle (le cycle 2 finit avec le CE2, le cycle 3 avec la 6e, un an plus tard si l’élève refait une classe). Pour dire les progrès, le bilan suivant garde ses positions jusqu’à ce qu’il s’efface lui-même. Au collège, trois ans après le début du CM2. Le nom des enseignants et de la direction reste sur ce qu’ils ont signé.',
  'storedData.kept': {
    one: '{count} bilan reste gardé, hors de vue',
    other: '{count} bilans restent gardés, hors de vue',
  },
  'storedData.bilans': { one: '{count} bilan', other: '{count} bilans' },
  'storedData.waiting': {
    one: '{count} bilan visé, qui attend d’être publié',
    other: '{count} bilans visés, qui attendent d’être publiés',
  },
  'storedData.handed': { one: '{count} bilan reçu d’une école', other: '{count} bilans reçus d’écoles' },
};
