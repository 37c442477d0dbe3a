// SPDX-License-Identifier: EUPL-1.2
import type { MessagingBrick } from '../../brick-types.js';
import { startMessages } from './start.command.js';
import { tellPauses } from './status.command.js';
import { stopMessages } from './stop.command.js';

/** `volee messaging stop`, `start` and `status`: the breaker, in one school or in all of them. */
export function registerCommands({ commands, log }: Pick<MessagingBrick, 'commands' | 'log'>): void {
  commands.provide('messaging stop', (call) => stopMessages(call, log));
  commands.provide('messaging start', (call) => startMessages(call, log));
  commands.provide('messaging status', (call) => tellPauses(call));
}
