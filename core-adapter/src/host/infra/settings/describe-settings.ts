// SPDX-License-Identifier: EUPL-1.2
import type { JsonSchema } from './json-schema.js';

/** One key of the settings, as a reference lists it. */
export interface SettingDescription {
  /** Parts joined by dots; `<name>` stands for a key that is chosen freely. */
  readonly path: string;
  /** The type of the value, in words. */
  readonly type: string;
  readonly required: boolean;
  /** The default as written in the file; undefined when there is none. */
  readonly default: string | undefined;
  /** A secret may be written `file:/path`. */
  readonly secret: boolean;
  readonly description: string;
}

/** Every key of a schema, those inside after the one that holds them. When two forms share a key, the first one describes it. */
export function describeSettings(schema: JsonSchema, path = ''): SettingDescription[] {
  const found = [schema, ...(schema.anyOf ?? [])].flatMap((one) => keysOf(one, path));
  return found.filter((key, index) => !found.slice(0, index).some((other) => isToldBy(key, other)));
}

/** Whether another entry describes the same key: several directories have the same keys, each below its own name. */
function isToldBy(key: SettingDescription, other: SettingDescription): boolean {
  const isSame = key.type === other.type && key.description === other.description;
  return key.path === other.path || (isSame && key.path.endsWith(`.<name>.${other.path}`));
}

function keysOf(schema: JsonSchema, path: string): SettingDescription[] {
  const { properties = {}, additionalProperties, required = [], default: own } = schema;
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const named = Object.entries(properties).flatMap(([key, inner]) => {
    const given = inner.default ?? (isRecord(own) && Object.hasOwn(own, key) ? own[key] : undefined);
    return describeKey(below(key), { ...inner, default: given }, required.includes(key));
  });
  return isRecord(additionalProperties)
    ? [...named, ...describeSettings(additionalProperties, below('<name>'))]
    : named;
}

function describeKey(path: string, schema: JsonSchema, required: boolean): SettingDescription[] {
  const inner = describeSettings(schema, path);
  // A key that only holds other keys needs no description of its own.
  if (inner.length > 0 && schema.description === undefined) return inner;
  const own = {
    path,
    type: typeInWords(schema),
    required: required && schema.default === undefined,
    default: defaultOf(schema),
    secret: schema.secret === true,
    description: schema.description ?? '',
  };
  return [own, ...inner];
}

function defaultOf({ default: value }: JsonSchema): string | undefined {
  if (value === undefined || isRecord(value)) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function typeInWords(schema: JsonSchema): string {
  const { type, enum: words, const: only, minimum, maximum, written, contentOfFile, format } = schema;
  if (written !== undefined) return written;
  if (contentOfFile) return 'path of a PEM file';
  if (only !== undefined) return `\`${String(only)}\``;
  if (words) return words.map((word) => `\`${String(word)}\``).join(', ');
  if (type === 'integer') return `whole number${rangeOf(minimum, maximum)}`;
  if (type === 'number') return `number${rangeOf(minimum, maximum)}`;
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'array') return 'list';
  if (type === 'object') return isRecord(schema.additionalProperties) ? 'names, each with its keys' : 'the keys below';
  if (type === 'string') return format === 'uri' ? 'address' : 'text';
  return 'anything';
}

function rangeOf(minimum: number | undefined, maximum: number | undefined): string {
  // zod's range for any integer is not a chosen range.
  if (minimum === undefined || maximum === undefined || maximum === Number.MAX_SAFE_INTEGER) return '';
  return ` from ${minimum} to ${maximum}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
