// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, UnavailableError } from '../../api/errors.js';
import { errorMessage } from '../../host/infra/util/error-message.js';
import { brickPlace, bricksNear, type BrickPlace } from './brick-place.js';
import { checkName } from './check-name.js';
import { EXTRAS, templateFiles, type Extra } from './template-files.js';

/**
 * Creates a brick from the template, completely or not at all.
 * @param from the current folder
 * @param extras a list of extras, such as `task,file`
 * @throws InputError for an invalid name or an unknown extra
 * @throws UnavailableError when the folder cannot be written
 */
export function newBrick(name: string, from: string, now: Date, extras = ''): BrickPlace {
  const place = brickPlace(name, from);
  const known = readExtras(extras);
  checkName(name, bricksNear(place));
  if (existsSync(place.folder))
    throw new InputError(`${place.written} already exists.`, { remedy: 'Choose another name.' });
  const files = templateFiles(name, place, now, known);
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

/** Reads the option `--with`: words with commas between them. A word that comes twice counts once. */
function readExtras(text: string): Extra[] {
  const words = text.split(',').map((word) => word.trim());
  const known: readonly string[] = ['', ...EXTRAS];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) {
    throw new InputError(`A brick cannot be made with "${unknown}".`, {
      remedy: 'Write --with task, --with file, or both: --with task,file.',
    });
  }
  return EXTRAS.filter((extra) => words.includes(extra));
}
