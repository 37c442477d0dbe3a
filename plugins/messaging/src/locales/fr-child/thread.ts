// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { thread as fr } from '../fr/thread.js';

/** What a pupil reads where the other texts say *vous*. */
export const thread: Partial<Record<keyof typeof fr, Message>> = {
  'thread.you': 'Toi',
  'thread.word': 'Ce message n’est pas parti. Ton enseignant te répond\u00a0:',
  'reply.body': 'Ta réponse',
};
