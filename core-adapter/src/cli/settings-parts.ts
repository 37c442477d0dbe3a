// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import { InputError } from '../api/errors.js';
import { inBrick } from '../host/loader/brick-scope.js';
import { idFromName, whyNotImported } from '../host/loader/declare-bricks.js';
import { importBrick } from '../host/loader/import-brick.js';
import { LIMITS } from '../host/loader/limits.js';
import { registerPeers } from '../host/loader/register-peers.js';
import { bricksWrittenIn } from '../host/settings/load-settings.js';
import type { SettingsPart } from '../host/settings/settings-reference.js';
import { settingsSchema } from '../host/settings/settings.schema.js';
import { within } from '../host/within.js';

/** The host, and the bricks that are named or, when none is, those that the settings name. */
export async function settingsParts(file: string | undefined, bricks: readonly string[]): Promise<SettingsPart[]> {
  registerPeers();
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
