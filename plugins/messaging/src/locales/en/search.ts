// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { search as fr } from '../fr/search.js';

export const search: Record<keyof typeof fr, Message> = {
  'search.page': 'Search',
  'search.field': 'Search in your messages',
  'search.button': 'Search',
  'search.hint': 'One or more words, or their beginnings: “snack mus” finds “Snack at the museum”.',
  'search.title': 'Messages with “{search}”',
  'search.nothing': 'No message with “{search}”',
  'search.nothingText':
    'Try a word less, or only its beginning. The search reads the subject and the text of messages, not names or attached files.',
  'search.cut': 'Messages from before {day} have not been read yet.',
  'search.older': 'Search in older messages',
  'search.to': 'To {to}',
  'found.inbox': 'Received',
  'found.sent': 'Sent',
  'found.drafts': 'Draft',
  'found.archive': 'Archived',
  'found.trash': 'Trash',
};
