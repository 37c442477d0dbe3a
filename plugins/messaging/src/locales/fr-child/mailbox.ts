// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { mailbox as fr } from '../fr/mailbox.js';

/** What a pupil reads where the other texts say *vous*. */
export const mailbox: Partial<Record<keyof typeof fr, Message>> = {
  'inbox.emptyText': 'Quand quelqu’un t’écrira, ce sera ici.',
  'sent.emptyText': 'Tes messages resteront ici, avec leurs réponses.',
};
