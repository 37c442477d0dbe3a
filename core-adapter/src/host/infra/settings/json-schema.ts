// SPDX-License-Identifier: EUPL-1.2
import { z, type ZodType } from 'zod';

/** As much of JSON Schema as settings use: what keys there are, what is written there, and which are secret. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly description?: string;
  readonly default?: unknown;
  readonly secret?: boolean;
  /** The value in words, where the type says too little: `a time from 1min to 24h`. */
  readonly written?: string;
  /** The value names a file; its content is meant. */
  readonly contentOfFile?: boolean;
}

export function jsonSchemaOf(schema: ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** The schema of a key, in any of its alternatives. */
export function childSchemas(schema: JsonSchema, key: string): JsonSchema[] {
  const alternatives = [schema, ...(schema.anyOf ?? [])];
  return alternatives.flatMap((one) => {
    const named = new Map(Object.entries(one.properties ?? {})).get(key);
    if (named) return [named];
    return typeof one.additionalProperties === 'object' ? [one.additionalProperties] : [];
  });
}

/** The keys known at a path, in any alternative. */
export function knownKeys(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  const reached = path.reduce<JsonSchema[]>(
    (schemas, key) => schemas.flatMap((one) => childSchemas(one, String(key))),
    [schema],
  );
  return reached.flatMap((one) => [one, ...(one.anyOf ?? [])]).flatMap((one) => Object.keys(one.properties ?? {}));
}
