// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { brick as fr } from '../fr/brick.js';

export const brick: Record<keyof typeof fr, Message> = {
  title: 'School report',
  summary: 'Reports, from CM1 to 6e',
};
