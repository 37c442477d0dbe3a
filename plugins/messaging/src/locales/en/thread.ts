// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { thread as fr } from '../fr/thread.js';

export const thread: Record<keyof typeof fr, Message> = {
  'thread.back': 'Back to the messages',
  'thread.messages': 'Messages of the thread',
  'thread.you': 'You',
  'thread.to': 'to {to}',
  'thread.word': 'This message was not sent. Your teacher answers:',
  'thread.readers': { one: 'Read by {read} parent of {count}', other: 'Read by {read} parents of {count}' },
  'reply.to': 'Reply to {to}',
  'reply.body': 'Your reply',
};
