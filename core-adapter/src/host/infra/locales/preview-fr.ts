// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '../../../api/i18n.js';

/** Files that a page shows. */
export const previewFr = {
  'preview.reduce': 'Réduire',
  'preview.enlarge': 'Agrandir',
  'preview.turn': 'Tourner',
  'preview.opening': 'Le PDF s’ouvre…',
  'preview.failed': 'Ce PDF ne peut pas être montré ici. Téléchargez-le pour le lire.',
  'preview.page': 'Page {number} sur {of}',
} satisfies Messages;
