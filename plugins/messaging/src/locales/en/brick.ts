// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { brick as fr } from '../fr/brick.js';

export const brick: Record<keyof typeof fr, Message> = {
  title: 'Messages',
  summary: 'Write to the school, to families and within the class',
};
