// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { ZodType } from 'zod';
import { InputError, SettingsError } from '../../api/errors.js';
import { inBrick } from '../../host/loader/brick-scope.js';
import { idFromName, whyNotImported } from '../../host/loader/declare-bricks.js';
import { importBrick } from '../../host/loader/import-brick.js';
import { LIMITS } from '../../host/loader/limits.js';
import { jsonSchemaOf } from '../../host/settings/json-schema.js';
import { bricksWrittenIn } from '../../host/settings/load-settings.js';
import { settingsReference, type SettingsPart } from '../../host/settings/settings-reference.js';
import { settingsSchema } from '../../host/settings/settings.schema.js';
import { within } from '../../host/within.js';
import { everyProblem } from '../every-problem.js';
import { answer, findSettingsFile, settingsFile } from '../global-options.js';

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

  config
    .command('doc')
    .argument(
      '[bricks...]',
      'packages of bricks, or their folders (from that of the settings file, or from here without one), instead of those of the settings',
    )
    .description('every key of the settings, of the host and of bricks, in Markdown; with --json, as JSON Schema')
    .action(async (bricks: string[], _options: unknown, command: Command) => {
      const parts = await settingsParts(findSettingsFile(command), bricks);
      const schemas = parts.map(({ title, schema }) => [title, jsonSchemaOf(schema)] as const);
      answer(command, Object.fromEntries(schemas), [settingsReference(parts).trimEnd()]);
    });
}

/** The host, and the bricks that are named or, when none is, those that the settings name. */
async function settingsParts(file: string | undefined, bricks: readonly string[]): Promise<SettingsPart[]> {
  const named = bricks.length > 0 || file === undefined ? bricks : Object.keys(bricksWrittenIn(file));
  const parts: SettingsPart[] = [{ title: 'volee.yaml', schema: settingsSchema }];
  for (const name of named) parts.push({ title: name, schema: await schemaOf(name, file) });
  return parts;
}

/** @throws InputError */
async function schemaOf(name: string, file = 'volee.yaml'): Promise<ZodType> {
  const read = async (): Promise<ZodType> => (await importBrick(name, file)).manifest.settings;
  try {
    return await inBrick({ id: idFromName(name) }, () => within(LIMITS.import, read));
  } catch (error) {
    throw new InputError(`The settings of ${name} cannot be told: ${whyNotImported(error)}.`);
  }
}
