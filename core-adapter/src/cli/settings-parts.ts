// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import { InputError } from '../api/errors.js';
import { inBrick } from '../host/infra/util/brick-scope.js';
import { idFromName, whyNotImported } from '../host/bricks/declare-bricks.js';
import { LIMITS } from '../host/infra/util/limits.js';
import type { BrickEntry } from '../host/domain/bricks/loaded-brick.js';
import { bricksWrittenIn } from '../host/infra/settings/load-settings.js';
import type { SettingsPart } from '../host/infra/settings/settings-reference.js';
import { settingsSchema } from '../host/infra/settings/settings.schema.js';
import { withTimeout } from '../host/infra/util/with-timeout.js';
import { namedBricks } from './named-bricks.js';

/** The settings of the host and of the named bricks or, without names, of those in the settings. */
export async function settingsParts(file: string | undefined, bricks: readonly string[]): Promise<SettingsPart[]> {
  const isNamed = bricks.length > 0 || file === undefined;
  const named = isNamed ? Object.fromEntries(bricks.map((name) => [name, {}])) : bricksWrittenIn(file);
  const parts: SettingsPart[] = [{ title: 'volee.yaml', schema: settingsSchema }];
  for (const brick of namedBricks({ bricks: named }, file ?? 'volee.yaml')) {
    parts.push({ title: brick.name, schema: await schemaOf(brick) });
  }
  return parts;
}

/** @throws InputError */
async function schemaOf({ name, load }: BrickEntry): Promise<ZodType> {
  const read = async (): Promise<ZodType> => (await load()).manifest.settings;
  try {
    return await inBrick({ id: idFromName(name) }, () => withTimeout(LIMITS.import, read));
  } catch (error) {
    const { cause, remedy } = whyNotImported(error);
    throw new InputError(`The settings of ${name} cannot be described: ${cause}.`, { remedy });
  }
}
