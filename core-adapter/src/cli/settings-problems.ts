// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../api/errors.js';
import { SettingsError } from '../host/infra/util/settings-error.js';
import { declareBricks } from '../host/bricks/declare-bricks.js';
import { faultText } from '../host/domain/bricks/brick-fault.js';
import type { FailedBrick } from '../host/domain/bricks/loaded-brick.js';
import { bricksWrittenIn, checkSettings } from '../host/infra/settings/load-settings.js';
import type { Environment } from '../host/infra/settings/resolve-values.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import type { Limits } from '../host/infra/util/limits.js';
import { namedBricks } from './named-bricks.js';

export interface SettingsProblems {
  readonly problems: readonly string[];
  /** The bricks that took too long to be looked at: their settings may be well, and the machine busy. */
  readonly unread: readonly FailedBrick[];
}

/** All problems in the settings of the host and of the bricks. */
export async function settingsProblems(file: string, env: Environment, limits?: Limits): Promise<SettingsProblems> {
  const checked = checkSettings(file, env);
  const bricks = checked.problems ? bricksWrittenIn(file) : checked.value.bricks;
  const { problems, failed } = await declareBricks(namedBricks({ bricks }, file), env, limits);
  // A brick with invalid settings is reported once, by its problems.
  const unusable = failed.filter(({ problems: own, isSlow }) => !own && !isSlow);
  return {
    problems: [...new Set([...(checked.problems ?? []), ...problems, ...unusable.map(inSettings)])],
    unread: failed.filter(({ isSlow }) => isSlow),
  };
}

/**
 * @throws SettingsError with every problem
 * @throws UnavailableError when nothing is wrong in what could be looked at: a busy machine makes no settings wrong
 */
export function refuseProblems({ problems, unread }: SettingsProblems): void {
  const notRead = unread.map(inSettings);
  if (problems.length > 0) throw new SettingsError([...problems, ...notRead]);
  if (notRead.length > 0) throw new UnavailableError(`Not all settings could be checked.\n${notRead.join('\n')}`);
}

function inSettings(brick: FailedBrick): string {
  return `bricks: ${faultText(brick)}`;
}

/**
 * The settings for serving. A brick with invalid settings fails alone; the host and the other bricks run.
 * @throws SettingsError with every problem, also of bricks, when the host's own settings are invalid
 */
export async function settingsToServe(file: string, env: Environment): Promise<Settings> {
  const checked = checkSettings(file, env);
  if (checked.problems) throw new SettingsError((await settingsProblems(file, env)).problems);
  return checked.value;
}
