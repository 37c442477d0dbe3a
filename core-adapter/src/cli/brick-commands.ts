// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { DomainError, InputError } from '../api/errors.js';
import { nearest } from '../host/infra/settings/nearest.js';
import { addBrickCommands } from './commands/add-brick-commands.js';
import { findSettingsFile, settingsFile, settingsOf } from './global-options.js';

/**
 * Adds the commands of bricks, only when the words may mean one of them: commands of the program must work even when a
 * brick cannot be read.
 * @param typed the words after the name of the program
 * @throws SettingsError when the command is not one of the program and the settings cannot be read
 */
export async function addBrickCommandsFor(typed: readonly string[], program: Command): Promise<void> {
  const { operands } = program.parseOptions([...typed]);
  const [first = 'help'] = operands;
  const isHelp = first === 'help';
  if (!isHelp && program.commands.some((one) => one.name() === first)) return;
  if (findSettingsFile(program) === undefined) {
    // A misspelt command of the program is reported by the program.
    const own = program.commands.map((one) => one.name());
    if (isHelp || nearest(first, own) !== undefined) return;
    throw new InputError(
      `There is no command "${first}", and no settings were found that name bricks with more commands.`,
      { remedy: 'Check the spelling, or give --config FILE.' },
    );
  }
  try {
    const settings = await settingsOf(program);
    // Most of these commands need the host: see `namedBricks`.
    if (!isHelp) await import('../host/app/boot-host.js');
    const { declareBricks } = await import('../host/bricks/declare-bricks.js');
    const { namedBricks } = await import('./named-bricks.js');
    const { all } = await declareBricks(namedBricks(settings, settingsFile(program)), process.env);
    // Commands of a failed brick are added too: they report why it failed.
    for (const { manifest } of all) if (manifest) addBrickCommands(manifest, program);
  } catch (error) {
    // Help must work when the settings or bricks cannot be read.
    if (!isHelp || !(error instanceof DomainError)) throw error;
  }
}
