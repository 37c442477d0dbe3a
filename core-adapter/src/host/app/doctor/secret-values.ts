// SPDX-License-Identifier: EUPL-1.2
import type { Declared } from '../../bricks/declare-bricks.js';
import type { BrickEntry } from '../../domain/bricks/loaded-brick.js';
import { childSchemas, jsonSchemaOf, type JsonSchema } from '../../infra/settings/json-schema.js';
import { resolveValues, type Environment } from '../../infra/settings/resolve-values.js';
import type { ReadableSettings } from './readable-settings.js';

/** Secrets of the host, as far as its settings can be read. */
export function hostSecrets({ session, metrics, database, mail }: ReadableSettings): string[] {
  const passwords = [database?.url ?? '', mail?.url ?? ''].flatMap(passwordsIn);
  return [session?.secret, metrics?.token, ...passwords].filter((one) => one !== undefined);
}

/** The values that bricks mark as secret in their settings. */
export function brickSecrets(entries: readonly BrickEntry[], { all }: Declared, env: Environment): string[] {
  return entries.flatMap(({ settings, folder }, index) => {
    const manifest = all[index]?.manifest;
    if (!manifest) return [];
    const schema = jsonSchemaOf(manifest.settings);
    return marked(resolveValues(settings ?? {}, schema, env, folder === undefined ? {} : { folder }).value, [schema]);
  });
}

/** Replaces secrets by dots. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.replaceAll(secret, '…'), text);
}

/** The password in the address, as it is written and as it is sent. */
function passwordsIn(url: string): string[] {
  const { password } = URL.canParse(url) ? new URL(url) : { password: '' };
  return password === '' ? [] : [password, decodeURIComponent(password)];
}

function marked(value: unknown, schemas: readonly JsonSchema[]): string[] {
  if (typeof value === 'string') return schemas.some(({ secret }) => secret) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    marked(
      inner,
      schemas.flatMap((schema) => childSchemas(schema, key)),
    ),
  );
}
