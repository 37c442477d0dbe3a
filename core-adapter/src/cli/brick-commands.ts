// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { DomainError, InputError, UnavailableError } from '../api/errors.js';
import { faultText } from '../host/domain/bricks/brick-fault.js';
import type { FailedBrick } from '../host/domain/bricks/loaded-brick.js';
import { nearest } from '../host/infra/settings/nearest.js';
import { addBrickCommands } from './commands/add-brick-commands.js';
import { declareOnce } from './declare-once.js';
import { findSettingsFile, settingsOf } from './global-options.js';

/**
 * Adds the commands of bricks, only when the words may mean one of them: commands of the program must work even when a
 * brick cannot be read.
 * @param typed the words after the name of the program
 * @throws SettingsError when the command is not one of the program and the settings cannot be read
 */
export async function addBrickCommandsFor(typed: readonly string[], program: Command): Promise<void> {
  const { operands } = program.parseOptions([...typed]);
  const [first = 'help', second] = operands;
  const own = program.commands.map((one) => one.name());
  const isHelp = first === 'help';
  if (!isHelp && own.includes(first)) return;
  if (findSettingsFile(program) === undefined) {
    // A misspelt command of the program is reported by the program.
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
    const { all, failed } = (await declareOnce(program, settings)).soFar();
    // Commands of a failed brick are added too: they report why it failed.
    for (const { manifest } of all) if (manifest) addBrickCommands(manifest, program);
    const isUnknown = !isHelp && !hasCommand(program, first, second) && nearest(first, own) === undefined;
    if (isUnknown) refuseUnread(failed, [first, second].filter(Boolean).join(' '));
  } catch (error) {
    // Help must work when the settings or bricks cannot be read.
    if (!isHelp || !(error instanceof DomainError)) throw error;
  }
}

function hasCommand(program: Command, first: string, second: string | undefined): boolean {
  const found = program.commands.find((one) => one.name() === first);
  if (!found) return false;
  return second === undefined || found.commands.length === 0 || found.commands.some((one) => one.name() === second);
}

/** @throws UnavailableError when the command may be that of a brick without a readable manifest */
function refuseUnread(failed: readonly FailedBrick[], typed: string): void {
  const unread = failed.filter(({ manifest }) => manifest === undefined);
  if (unread.length === 0) return;
  const sentence = `There is no command "volee ${typed}" in the bricks that could be loaded.`;
  throw new UnavailableError(sentence, { remedy: unread.map(faultText).join(' ') });
}
