// SPDX-License-Identifier: EUPL-1.2
import type { AnyManifest } from '../../../api/manifest.js';
import { jsonSchemaOf, type JsonSchema } from '../../../host/infra/settings/json-schema.js';
import { fault } from '../fault.js';

/** The schema refuses unknown keys, describes every key, and accepts the settings of the tests. */
export function checkSettings({ settings: schema }: AnyManifest, given: unknown = {}): void {
  lookInto(jsonSchemaOf(schema), 'settings');
  const parsed = schema.safeParse(given);
  if (parsed.success) return;
  const problem = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  fault(
    `The settings of the brick refuse ${JSON.stringify(given)} (${problem}); give each key a default, or give ` +
      '"settings" in the options of the contract.',
  );
}

function lookInto(schema: JsonSchema, where: string): void {
  for (const alternative of schema.anyOf ?? []) lookInto(alternative, where);
  if (!schema.properties) return;
  if (schema.additionalProperties !== false) {
    fault(`manifest.${where} accepts unknown keys, so a typing error goes unnoticed; make it a z.strictObject.`);
  }
  for (const [key, property] of Object.entries(schema.properties)) {
    const name = `${where}.${key}`;
    if (!property.description && !property.anyOf?.some(({ description }) => description)) {
      fault(`manifest.${name} has no description; add .describe() for the person that writes volee.yaml.`);
    }
    lookInto(property, name);
  }
}
