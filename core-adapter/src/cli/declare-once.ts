// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { DeclaringBricks } from '../host/bricks/declare-bricks.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import { limitsOf, programOf, settingsFile } from './global-options.js';

const declared = new WeakMap<Command, DeclaringBricks>();

/**
 * The bricks of the settings, when each has come or has had its time. A command of a brick asks twice, for its name and for its work: a
 * brick that hangs is waited for once.
 */
export async function declareOnce(command: Command, settings: Settings): Promise<DeclaringBricks> {
  const program = programOf(command);
  const { DeclaringBricks } = await import('../host/bricks/declare-bricks.js');
  const { namedBricks } = await import('./named-bricks.js');
  const found =
    declared.get(program) ??
    new DeclaringBricks(namedBricks(settings, settingsFile(command)), process.env, limitsOf(command));
  declared.set(program, found);
  await found.hadTheirTime;
  return found;
}
