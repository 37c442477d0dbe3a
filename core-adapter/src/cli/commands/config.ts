// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { SettingsError } from '../../api/errors.js';
import { everyProblem } from '../every-problem.js';
import { answer, settingsFile } from '../global-options.js';

export function addConfigCommands(program: Command): void {
  const config = program.command('config').description('the settings');

  config
    .command('check')
    .description('every problem in the settings, and in those of the bricks, at once')
    .action(async (_options: unknown, command: Command) => {
      const file = settingsFile(command);
      const problems = await everyProblem(file, process.env);
      if (problems.length > 0) throw new SettingsError(problems);
      answer(command, { file, problems }, [`${file}: no problem found.`]);
    });
}
