// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { mailbox as fr } from '../fr/mailbox.js';

/** Texts for pupils where the other texts say *vous*. */
export const mailbox: Partial<Record<keyof typeof fr, Message>> = {
  'box.nothingOpened': 'Choisis un message pour le lire ici.',
  'drafts.emptyText': 'Un message que tu as commencé t’attend ici.',
  'archive.emptyText': 'Range ici ce que tu veux garder.',
  'trash.emptyText': 'Ce que tu y mets peut revenir pendant 30 jours.',
  'trash.lead': 'Un message reste ici 30 jours. Après, tu ne l’as plus.',
  'inbox.emptyText': 'Quand quelqu’un t’écrira, ce sera ici.',
  'sent.emptyText': 'Tes messages resteront ici, avec leurs réponses.',
};
