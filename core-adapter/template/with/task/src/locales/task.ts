// SPDX-License-Identifier: EUPL-1.2
/** The texts of the task on the portal. Only teachers have it, so there are none for pupils. */
export const task = {
  fr: {
    'task.title': 'Une annonce pour {group}',
    'task.detail': 'Aucune depuis lundi',
    'task.action': 'Écrire',
  },
  en: {
    'task.title': 'A notice for {group}',
    'task.detail': 'None since Monday',
    'task.action': 'Write',
  },
};
