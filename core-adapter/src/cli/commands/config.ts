// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { SettingsError } from '../../api/errors.js';
import { brickEntries } from '../../host/brick-entries.js';
import { declareBricks } from '../../host/loader/declare-bricks.js';
import { bricksWrittenIn, checkSettings } from '../../host/settings/load-settings.js';
import type { Settings } from '../../host/settings/settings.schema.js';
import { answer, settingsFile } from '../global-options.js';

export function addConfigCommands(program: Command): void {
  const config = program.command('config').description('the settings');

  config
    .command('check')
    .description('every problem in the settings, and in those of the bricks, at once')
    .action(async (_options: unknown, command: Command) => {
      const file = settingsFile(command);
      const checked = checkSettings(file, process.env);
      const bricks = await brickProblems(checked.problems ? bricksWrittenIn(file) : checked.value.bricks);
      const problems = [...new Set([...(checked.problems ?? []), ...bricks])];
      if (problems.length > 0) throw new SettingsError(problems);
      answer(command, { file, problems }, [`${file}: no problem found.`]);
    });
}

async function brickProblems(bricks: Settings['bricks']): Promise<string[]> {
  const { problems, failed } = await declareBricks(brickEntries({ bricks }), process.env);
  const refused = failed.map(({ cause }) => `bricks: ${cause}`);
  // A brick whose settings are wrong is told once, by its problems.
  return [...problems, ...refused.filter((text) => !problems.some((problem) => text.includes(problem)))];
}
