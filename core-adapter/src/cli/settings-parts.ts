// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import { InputError, UnavailableError } from '../api/errors.js';
import { inBrick } from '../host/infra/util/brick-scope.js';
import { whyNotImported } from '../host/bricks/declare-brick.js';
import { idFromName } from '../host/bricks/id-from-name.js';
import type { Limits } from '../host/infra/util/limits.js';
import type { BrickEntry } from '../host/domain/bricks/loaded-brick.js';
import { bricksWrittenIn } from '../host/infra/settings/load-settings.js';
import type { SettingsPart } from '../host/infra/settings/settings-reference.js';
import { settingsSchema } from '../host/infra/settings/settings.schema.js';
import { TooSlowError, withTimeout } from '../host/infra/util/with-timeout.js';
import { namedBricks } from './named-bricks.js';

/** The settings of the host and of the named bricks or, without names, of those in the settings. */
export async function settingsParts(
  file: string | undefined,
  bricks: readonly string[],
  limits: Limits,
): Promise<SettingsPart[]> {
  const isNamed = bricks.length > 0 || file === undefined;
  const named = isNamed ? Object.fromEntries(bricks.map((name) => [name, {}])) : bricksWrittenIn(file);
  const parts: SettingsPart[] = [{ title: 'volee.yaml', schema: settingsSchema }];
  for (const brick of namedBricks({ bricks: named }, file ?? 'volee.yaml')) {
    parts.push({ title: brick.name, schema: await schemaOf(brick, limits.import) });
  }
  return parts;
}

/** @throws InputError, UnavailableError */
async function schemaOf({ name, load }: BrickEntry, limit: number): Promise<ZodType> {
  const read = async (): Promise<ZodType> => (await load()).manifest.settings;
  try {
    return await inBrick({ id: idFromName(name) }, () => withTimeout(limit, read));
  } catch (error) {
    if (error instanceof TooSlowError) {
      throw new UnavailableError(`The settings of ${name} cannot be described: ${error.message}.`, {
        remedy: 'The machine may be too busy: try again later.',
      });
    }
    const { cause, remedy } = whyNotImported(error);
    throw new InputError(`The settings of ${name} cannot be described: ${cause}.`, { remedy });
  }
}
