// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import { describeSettings, type SettingDescription } from './describe-settings.js';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';

/** A part of `volee.yaml` that has a schema of its own: that of the host, or a brick's. */
export interface SettingsPart {
  readonly title: string;
  readonly schema: ZodType;
}

/** A Markdown section for each part, with every key. */
export function settingsReference(parts: readonly SettingsPart[]): string {
  return parts.map(({ title, schema }) => section(title, jsonSchemaOf(schema))).join('\n');
}

function section(title: string, schema: JsonSchema): string {
  const keys = describeSettings(schema);
  if (keys.length === 0) return `## ${title}\n\nNo settings: write \`{}\`.\n`;
  const rows = keys.map((key) => `| ${row(key).map(cell).join(' | ')} |`);
  const head = '| Key | Value | Default | Meaning |\n|---|---|---|---|';
  return `${[`## ${title}`, ...forms(schema), [head, ...rows].join('\n')].join('\n\n')}\n`;
}

/** Settings that come in several forms: each is known by the keys that it must have. */
function forms({ anyOf = [] }: JsonSchema): string[] {
  if (anyOf.length === 0) return [];
  const each = anyOf.map(({ required = [] }) => required.map((key) => `\`${key}\``).join(', '));
  return [
    `In one of ${anyOf.length} forms: with ${each.join('; or with ')}. Below \`<name>\` stand the keys of the first form.`,
  ];
}

function row({ path, type, required, default: value, secret, description }: SettingDescription): string[] {
  const origin = value === undefined ? (required ? 'required' : '–') : `\`${value}\``;
  return [`\`${path}\``, secret ? `${type}; **secret**, or \`file:/path\`` : type, origin, description];
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
