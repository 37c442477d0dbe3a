// SPDX-License-Identifier: EUPL-1.2
import { dirname, resolve } from 'node:path';
import { importBrick } from '../bricks/import-brick.js';
import { kindInPackage } from '../bricks/kind-in-package.js';
import type { BrickEntry } from '../domain/bricks/loaded-brick.js';
import type { Settings } from '../infra/settings/settings.schema.js';

/** The bricks that `volee.yaml` names: packages, or folders with a path relative to the settings file. */
export function brickEntries({ bricks }: Pick<Settings, 'bricks'>, settingsFile: string): BrickEntry[] {
  return Object.entries(bricks).map(([name, settings]) => ({
    name,
    settings,
    folder: dirname(resolve(settingsFile)),
    kind: kindInPackage(name, settingsFile),
    load: () => importBrick(name, settingsFile),
  }));
}
