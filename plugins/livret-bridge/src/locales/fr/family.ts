// SPDX-License-Identifier: EUPL-1.2
/** The homes of guardians and pupils. The reference: the other languages have the same keys. */
export const family = {
  'family.waiting': {
    one: '{count} bilan à lire et à confirmer.',
    other: '{count} bilans à lire et à confirmer.',
  },
  'family.allRead': 'Vous avez tout lu et confirmé.',
  'family.nothing': 'Aucun bilan n’est publié pour l’instant.',
  'family.empty': 'Le prochain bilan de {name} paraîtra ici. Ce jour-là, votre page d’accueil vous le dira.',
  'family.published': 'Publié le {day}.',
  'family.corrected': 'Corrigé\u00a0: «\u00a0{word}\u00a0»',
  'family.unlocked':
    'L’école l’a débloqué le {day} pour le corriger\u00a0: «\u00a0{word}\u00a0» Vous le lirez de nouveau quand il sera publié.',
  'family.handed': 'Les bilans que l’école primaire a transmis.',
  'family.from': 'De l’école primaire\u00a0: {school}.',
  'family.read': 'Lire',
  'family.tagNew': 'Nouveau',
  'family.tagConfirmed': 'Confirmé le {day}',
  'family.tagUnlocked': 'En correction',
  'family.task': 'Le bilan {of} est publié',
  'family.taskAgain': 'Le bilan {of} est corrigé, et publié de nouveau',
  'family.taskDetail': '{bilan}\u00a0: à lire et à confirmer.',
  'family.taskUnlocked': 'Le bilan {of} est débloqué',
  'family.taskAction': 'Lire',
  'family.taskSee': 'Voir',
  'mine.lead': 'Un nouveau bilan t’attend.',
  'mine.read': 'Tes bilans, le plus récent d’abord.',
  'mine.none': 'Ton premier bilan n’est pas encore publié.',
  'mine.later':
    'Quand il sera prêt, tu le liras ici\u00a0: tes points forts, un mot pour toi, et ce que tu travailles.',
  'mine.new': 'nouveau',
};
