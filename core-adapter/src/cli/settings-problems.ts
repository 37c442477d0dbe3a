// SPDX-License-Identifier: EUPL-1.2
import { SettingsError } from '../api/errors.js';
import { declareBricks } from '../host/bricks/declare-bricks.js';
import { faultText } from '../host/domain/bricks/brick-fault.js';
import { bricksWrittenIn, checkSettings } from '../host/infra/settings/load-settings.js';
import type { Environment } from '../host/infra/settings/resolve-values.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import { namedBricks } from './named-bricks.js';

/** All problems in the settings of the host and of the bricks. */
export async function settingsProblems(file: string, env: Environment): Promise<string[]> {
  const checked = checkSettings(file, env);
  const bricks = checked.problems ? bricksWrittenIn(file) : checked.value.bricks;
  const { problems, failed } = await declareBricks(namedBricks({ bricks }, file), env);
  // A brick with invalid settings is reported once, by its problems.
  const unusable = failed.flatMap((brick) => (brick.problems ? [] : [`bricks: ${faultText(brick)}`]));
  return [...new Set([...(checked.problems ?? []), ...problems, ...unusable])];
}

/**
 * The settings for serving. A brick with invalid settings fails alone; the host and the other bricks run.
 * @throws SettingsError with every problem, also of bricks, when the host's own settings are invalid
 */
export async function settingsToServe(file: string, env: Environment): Promise<Settings> {
  const checked = checkSettings(file, env);
  if (checked.problems) throw new SettingsError(await settingsProblems(file, env));
  return checked.value;
}
