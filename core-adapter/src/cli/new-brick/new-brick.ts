// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, UnavailableError } from '../../api/errors.js';
import { errorMessage } from '../../host/infra/util/error-message.js';
import { brickPlace, bricksNear, type BrickPlace } from './brick-place.js';
import { checkName } from './check-name.js';
import { templateFiles } from './template-files.js';

/**
 * Creates a brick from the template, completely or not at all.
 * @param from the current folder
 * @throws InputError for an invalid name
 * @throws UnavailableError when the folder cannot be written
 */
export function newBrick(name: string, from: string, now: Date): BrickPlace {
  const place = brickPlace(name, from);
  checkName(name, bricksNear(place));
  if (existsSync(place.folder))
    throw new InputError(`${place.written} already exists.`, { remedy: 'Choose another name.' });
  const files = templateFiles(name, place, now);
  try {
    writeWhole(place.folder, files);
  } catch (error) {
    throw new UnavailableError(`${place.written} cannot be written (${errorMessage(error)}).`, { cause: error });
  }
  return place;
}

/** Writes to a temporary folder beside the target and renames it when it is complete. */
function writeWhole(folder: string, files: ReadonlyMap<string, string>): void {
  const draft = mkdtempSync(join(dirname(folder), '.new-brick-'));
  try {
    const whole = join(draft, 'brick');
    for (const [path, text] of files) {
      mkdirSync(dirname(join(whole, path)), { recursive: true });
      writeFileSync(join(whole, path), text);
    }
    renameSync(whole, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
