// SPDX-License-Identifier: EUPL-1.2
import type { z, ZodType } from 'zod';
import { jsonSchemaOf, knownKeys, type JsonSchema } from './json-schema.js';
import { nearest } from './nearest.js';
import { resolveValues, type Environment, type Place } from './resolve-values.js';

export type Checked<T> = { readonly value: T; readonly problems?: never } | { readonly problems: string[] };

/** Parses a part of the settings by its schema. Every problem is reported as "path: what, and what to do". */
export function checkValue<S extends ZodType>(
  written: unknown,
  schema: S,
  env: Environment,
  place: Place = {},
): Checked<z.output<S>> {
  const { path = '' } = place;
  const json = jsonSchemaOf(schema);
  const resolved = resolveValues(written ?? {}, json, env, place);
  const parsed = schema.safeParse(resolved.value, { reportInput: true });
  if (parsed.success && resolved.problems.length === 0) return { value: parsed.data };
  const wrong = parsed.success ? [] : parsed.error.issues.flatMap((issue) => sentences(issue, json, path));
  return { problems: [...resolved.problems, ...wrong.filter((problem) => !isReported(problem, resolved.problems))] };
}

/** A value that could not be resolved is reported once, and not also as an invalid value. */
function isReported(problem: string, others: readonly string[]): boolean {
  return others.some((other) => problem.startsWith(other.slice(0, other.indexOf(': ') + 1)));
}

/** `bricks."../out/agenda".days`: a part that holds a dot is quoted. */
function pathOf(start: string, parts: readonly PropertyKey[]): string {
  const written = parts.map(String).map((part) => (part.includes('.') ? JSON.stringify(part) : part));
  return [start, ...written].filter((part) => part !== '').join('.');
}

function sentences(issue: z.core.$ZodIssue, schema: JsonSchema, path: string): string[] {
  const at = pathOf(path, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = nearest(key, knownKeys(schema, issue.path));
      const where = at === '' ? key : `${at}.${key}`;
      return meant ? `${where}: not known; did you mean "${meant}"?` : `${where}: not known; remove it`;
    });
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return [`${at}: missing`];
  return [`${at === '' ? 'settings' : at}: ${issue.message}`];
}
