// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { tellUsage } from './usage.command.js';
import { verifyFiles } from './verify.command.js';

/** `volee files usage` and `verify`. */
export function registerCommands({ commands, settings }: Pick<FileShareBrick, 'commands' | 'settings'>): void {
  commands.provide('files usage', (call) => tellUsage(call, settings.quota));
  commands.provide('files verify', (call) => verifyFiles(call));
}
