// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { z, ZodType } from 'zod';
import { checkValue } from '../../infra/settings/check-value.js';
import { absoluteUrl } from '../../infra/settings/load-settings.js';
import type { Environment } from '../../infra/settings/resolve-values.js';
import { settingsSchema, type Settings } from '../../infra/settings/settings.schema.js';

export type ReadableSettings = { readonly [Section in keyof Settings]?: Settings[Section] | undefined };

/** The valid sections of a settings file. Each section is read by itself, so that an invalid one does not hide the others. */
export function readableSettings(file: string, env: Environment): ReadableSettings {
  const written: { readonly [Section in keyof Settings]?: unknown } = sectionsIn(file);
  const folder = dirname(resolve(file));
  const read = <S extends ZodType>(section: keyof Settings, schema: S): z.output<S> | undefined => {
    const checked = checkValue(written[section], schema, env, { path: section, folder });
    return checked.problems ? undefined : checked.value;
  };
  // When the file cannot be read, defaults say nothing about the platform.
  if (Object.keys(written).length === 0) return {};
  const { server, session, people, metrics, mail, operator, bricks } = settingsSchema.shape;
  const readUrl = (section: 'database' | 'storage'): { url: string } | undefined => {
    const found = read(section, settingsSchema.shape[section]);
    return found && absoluteUrl(found, folder);
  };
  return {
    server: read('server', server),
    database: readUrl('database'),
    session: read('session', session),
    storage: readUrl('storage'),
    people: read('people', people),
    metrics: read('metrics', metrics),
    mail: 'mail' in written ? read('mail', mail) : undefined,
    operator: read('operator', operator),
    bricks: 'bricks' in written ? read('bricks', bricks) : undefined,
  };
}

function sectionsIn(file: string): Readonly<Record<string, unknown>> {
  try {
    const written = parse(readFileSync(file, 'utf8')) as unknown;
    return typeof written === 'object' && written !== null ? { ...written } : {};
  } catch {
    return {};
  }
}
