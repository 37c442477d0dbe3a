// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { childSchemas, type JsonSchema } from './json-schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The place of a value. */
export interface Place {
  /** The keys that lead to it, joined by dots. */
  readonly path?: string;
  /** The folder of the settings file, from which relative paths start; by default the working directory. */
  readonly folder?: string;
}

interface Resolved {
  readonly value: unknown;
  readonly problems: string[];
}

/**
 * Replaces `${NAME}` by the environment variable, `file:/path` by the file's content for keys marked secret, and the
 * path by the file's content for keys marked so.
 */
export function resolveValues(
  value: unknown,
  schema: JsonSchema,
  env: Environment,
  { path = '', folder = '.' }: Place = {},
): Resolved {
  const problems: string[] = [];

  function text(written: string, schemas: readonly JsonSchema[], at: string): string {
    const filled = written.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
      const found = Object.hasOwn(env, name) ? env[name] : undefined;
      if (found === undefined) problems.push(`${at}: the environment has no variable ${name}`);
      return found ?? whole;
    });
    if (schemas.some(({ contentOfFile }) => contentOfFile)) return contentOf(filled, at);
    const isSecret = schemas.some(({ secret }) => secret);
    return isSecret && filled.startsWith('file:') ? contentOf(filled.slice('file:'.length), at) : filled;
  }

  function contentOf(written: string, at: string): string {
    const file = resolve(folder, written);
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`${at}: the file ${file} cannot be read; check its path and who may read it`);
      return '';
    }
  }

  function visit(one: unknown, schemas: readonly JsonSchema[], at: string): unknown {
    if (typeof one === 'string') return text(one, schemas, at);
    if (Array.isArray(one)) return one.map((item, index) => visit(item, [], `${at}[${index}]`));
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, inner]) => [
        key,
        visit(
          inner,
          schemas.flatMap((schema) => childSchemas(schema, key)),
          at === '' ? key : `${at}.${key}`,
        ),
      ]),
    );
  }

  return { value: visit(value, [schema], path), problems };
}
