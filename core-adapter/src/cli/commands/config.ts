// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { answer, findSettingsFile, limitsOf, settingsFile } from '../global-options.js';

export function addConfigCommands(program: Command): void {
  const config = program.command('config').description('the settings');

  config
    .command('check')
    .description('list all problems in the settings of the host and the bricks')
    .action(async (_options: unknown, command: Command) => {
      const file = settingsFile(command);
      const { refuseProblems, settingsProblems } = await import('../settings-problems.js');
      const found = await settingsProblems(file, process.env, limitsOf(command));
      refuseProblems(found);
      answer(command, { file, problems: found.problems }, [`${file}: no problem found.`]);
    });

  config
    .command('doc')
    .argument(
      '[bricks...]',
      'packages or folders of bricks instead of those of the settings; folders are relative to the settings file, or to the working directory without one',
    )
    .description(
      'describe every key of the settings, of the host and of bricks, in Markdown; with --json, as JSON Schema',
    )
    .action(async (bricks: string[], _options: unknown, command: Command) => {
      const { jsonSchemaOf } = await import('../../host/infra/settings/json-schema.js');
      const { settingsReference } = await import('../../host/infra/settings/settings-reference.js');
      const { settingsParts } = await import('../settings-parts.js');
      const parts = await settingsParts(findSettingsFile(command), bricks, limitsOf(command));
      const schemas = parts.map(({ title, schema }) => [title, jsonSchemaOf(schema)] as const);
      answer(command, Object.fromEntries(schemas), [settingsReference(parts).trimEnd()]);
    });
}
