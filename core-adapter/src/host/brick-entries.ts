// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../api/brick.js';
import { InputError } from '../api/errors.js';
import type { BrickEntry } from './loader/loaded-brick.js';
import type { Settings } from './settings/settings.schema.js';

/** The bricks that `volee.yaml` names, to be imported by package name. */
export function brickEntries({ bricks }: Pick<Settings, 'bricks'>): BrickEntry[] {
  return Object.entries(bricks).map(([name, settings]) => ({ name, settings, load: () => importPackage(name) }));
}

async function importPackage(name: string): Promise<BrickDefinition> {
  const module = (await import(name)) as { default?: BrickDefinition };
  if (!module.default) throw new InputError('the package has no default export');
  return module.default;
}
