// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { DomainError } from '../api/errors.js';
import { brickEntries } from '../host/brick-entries.js';
import { declareBricks } from '../host/loader/declare-bricks.js';
import { addCommandsOf } from './commands/of-bricks.js';
import { findSettingsFile, settingsFile, settingsOf } from './global-options.js';

/**
 * Adds the commands of the bricks that the settings name, where one of them may be meant: the program's own need no brick, and must
 * work when one cannot be read.
 * @param typed what was typed after the name of the program
 * @throws SettingsError when the command is none of the program's, and the settings cannot be read
 */
export async function addBrickCommandsFor(typed: readonly string[], program: Command): Promise<void> {
  const { operands } = program.parseOptions([...typed]);
  const [first = 'help'] = operands;
  const isHelp = first === 'help';
  if (!isHelp && program.commands.some((one) => one.name() === first)) return;
  if (findSettingsFile(program) === undefined) return;
  try {
    const { all } = await declareBricks(brickEntries(settingsOf(program), settingsFile(program)), process.env);
    // Those of a brick that failed, too: they say why.
    for (const { manifest } of all) if (manifest) addCommandsOf(manifest, program);
  } catch (error) {
    // Help about what there is must not fail on what there is not.
    if (!isHelp || !(error instanceof DomainError)) throw error;
  }
}
