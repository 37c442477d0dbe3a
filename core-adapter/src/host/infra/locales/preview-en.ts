// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { previewFr } from './preview-fr.js';

/** Files that a page shows. */
export const previewEn: Record<keyof typeof previewFr, Message> = {
  'preview.reduce': 'Smaller',
  'preview.enlarge': 'Larger',
  'preview.turn': 'Turn',
  'preview.opening': 'The PDF is opening…',
  'preview.failed': 'This PDF cannot be shown here. Download it to read it.',
  'preview.page': 'Page {number} of {of}',
};
