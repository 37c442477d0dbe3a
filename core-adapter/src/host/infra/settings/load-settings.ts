// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { SettingsError } from '../util/settings-error.js';
import { checkValue, type Checked } from './check-value.js';
import type { Environment } from './resolve-values.js';
import { settingsSchema, type Settings } from './settings.schema.js';

/**
 * Reads the settings file. The settings inside each brick stay unparsed until the brick is loaded.
 * @throws SettingsError with every problem found
 */
export function loadSettings(file: string, env: Environment): Settings {
  const checked = checkSettings(file, env);
  if (checked.problems) throw new SettingsError(checked.problems);
  return checked.value;
}

export function checkSettings(file: string, env: Environment): Checked<Settings> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { problems: [`${file}: cannot be read; check its path and who may read it`] };
  }
  return checkSettingsText(text, file, env);
}

export function checkSettingsText(text: string, file: string, env: Environment): Checked<Settings> {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ message }) => `${file}: ${firstLine(message)}`) };
  }
  const folder = dirname(resolve(file));
  const checked = checkValue(document.toJS(), settingsSchema, env, { folder });
  if (checked.problems) return checked;
  const { database, storage } = checked.value;
  return {
    value: { ...checked.value, database: absoluteUrl(database, folder), storage: absoluteUrl(storage, folder) },
  };
}

/** `sqlite:` and `file:` with an absolute path: a relative one starts from the folder of the settings file, wherever a command is typed. */
export function absoluteUrl({ url }: { readonly url: string }, folder: string): { url: string } {
  const [, scheme, path] = /^(sqlite|file):(.+)$/.exec(url) ?? [];
  return { url: path === undefined ? url : `${scheme}:${resolve(folder, path)}` };
}

/** The first line of a message, without its colon: an excerpt of the file follows it. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? 'not YAML').replace(/:$/, '');
}

/** The bricks of a settings file, as far as it can be read: their problems are reported together with the others. */
export function bricksWrittenIn(file: string): Settings['bricks'] {
  try {
    const { bricks } = settingsSchema
      .pick({ bricks: true })
      .strip()
      .parse(parse(readFileSync(file, 'utf8')));
    return bricks;
  } catch {
    return {};
  }
}
