// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import { InputError } from '../../api/errors.js';
import { entryError, locateBrick } from './locate-brick.js';

/**
 * Imports a brick by its name in `volee.yaml`. The resolve hook treats every dynamic import of this file as a brick:
 * see `peer-hooks.ts`. Import nothing else dynamically here.
 * @throws InputError when the brick is missing
 * @throws any error that the brick's own code throws
 */
export async function importBrick(name: string, settingsFile: string): Promise<BrickDefinition> {
  const specifier = locateBrick(name, settingsFile);
  const module = (await import(specifier).catch((error: unknown) => {
    throw (specifier === name ? entryError(name) : undefined) ?? error;
  })) as { default?: BrickDefinition };
  if (!module.default) {
    throw new InputError('the package has no default export', { remedy: 'Export what defineBrick returns.' });
  }
  return module.default;
}
