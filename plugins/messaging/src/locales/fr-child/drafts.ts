// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { drafts as fr } from '../fr/drafts.js';

/** Texts for pupils where the other texts say *vous*. */
export const drafts: Partial<Record<keyof typeof fr, Message>> = {
  'stopped.title': 'Ton message n’est pas parti',
  'stopped.lead': 'Il est gardé dans tes brouillons, avec ton texte. Personne ne l’a reçu.',
  'stopped.leadUnsaved': 'Ton texte est toujours là. Personne ne l’a reçu.',
  'draft.full':
    'Tu as déjà {count} brouillons\u00a0: envoies-en ou jettes-en, puis garde celui-ci. Ton texte est toujours là.',
  'forward.full':
    'Il n’y a plus de place dans tes brouillons\u00a0: {count} au plus, et 100\u00a0Mo de fichiers. Envoies-en ou jettes-en d’abord.',
  'clash.saved':
    'Tu l’as aussi changé dans une autre fenêtre ou sur un autre appareil, {when}. Les deux textes sont gardés.',
  'clash.sent':
    'Tu l’as envoyé depuis une autre fenêtre ou un autre appareil, {when}. Le texte de cette page est gardé à part.',
  'draft.changed': 'Ce brouillon a changé dans une autre fenêtre. Garde-le pour voir les deux textes.',
  'clash.thrown':
    'Tu l’as mis à la corbeille dans une autre fenêtre ou sur un autre appareil. Le texte de cette page est gardé dans tes brouillons.',
};
