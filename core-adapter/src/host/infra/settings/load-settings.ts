// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { SettingsError } from '../../../api/errors.js';
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
  return checkValue(document.toJS(), settingsSchema, env);
}

/** An excerpt of the file follows it, after a colon. */
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
