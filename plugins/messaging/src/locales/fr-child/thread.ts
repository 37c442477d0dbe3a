// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { thread as fr } from '../fr/thread.js';

/** Texts for pupils where the other texts say *vous*. */
export const thread: Partial<Record<keyof typeof fr, Message>> = {
  'thread.you': 'Toi',
  'thread.word': 'Ce message n’est pas parti. Ton enseignant te répond\u00a0:',
  'thread.toYou': 'à toi',
  'thread.toYouAndOthers': 'à toi et à d’autres personnes',
  'ration.report':
    'Tu as signalé beaucoup de messages. Tu pourras en signaler d’autres {when}. Si c’est grave, parles-en tout de suite à un adulte ou appelle le 3018, c’est gratuit.',
  'recalled.kept': 'L’envoi est annulé. Ton message est gardé\u00a0: tu peux le finir quand tu veux.',
  'recalled.all': 'Tu peux le changer. N’oublie pas de l’envoyer.',
  'recall.leadAll': 'Personne ne l’a encore reçu. Il redevient un brouillon, et tu peux le changer.',
  'reply.now': '{name} recevra ta réponse tout de suite.',
  'reply.later': 'Ta réponse arrivera {when}.',
  'reply.held': 'Ton enseignant lit ta réponse d’abord.',
  'reply.changed': 'Ta réponse n’est pas partie. Elle est gardée en dessous\u00a0: envoie-la de nouveau.',
  'reply.other':
    'Tu as écrit un autre texte pour cette réponse. Recopie ce que tu veux en garder\u00a0: celui du dessous prendra sa place.',
  'reply.kept': 'Tu ne peux plus répondre à ce message. Ton texte est gardé ici.',
  'reply.keptBeside': 'Ta réponse est gardée dans «\u00a0Ce que tu as commencé\u00a0».',
  'reply.notKept':
    'Ta réponse n’est pas gardée\u00a0: il n’y a plus de place dans «\u00a0Ce que tu as commencé\u00a0».',
  'reply.notNow': 'Tu ne peux pas répondre pour le moment.',
  'reply.empty': 'Ta réponse est vide. Écris un mot avant de l’envoyer.',
  'reply.refused': 'Ta réponse n’est pas partie. Ton texte est encore en dessous, mais il n’est pas gardé.',
  'reply.stopped': 'Ta réponse n’est pas partie. Elle est gardée dans «\u00a0Ce que tu as commencé\u00a0».',
};
