// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { directorySchema, type DirectorySettings } from './directory-settings.js';

export interface NamedDirectory extends DirectorySettings {
  readonly name: string;
}

/** The name of the source when there is one directory. */
export const ONLY_SOURCE = 'ldap';

const severalSchema = z.strictObject({
  sources: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'name a source in small letters, digits and dashes'),
      directorySchema,
    )
    .refine((sources) => Object.keys(sources).length > 0, 'name at least one directory')
    .describe('Several directories by name: a person is identified by this name and the key in the directory.'),
});

/**
 * The brick's settings: one directory, or several under `sources`. A plain union would answer "invalid input" to any mistake; here only
 * the problems of the intended schema are reported. The JSON schema of both stays available to documentation and secret detection.
 */
export const settingsSchema = z
  .unknown()
  .meta(z.toJSONSchema(z.union([directorySchema, severalSchema]), { io: 'input', unrepresentable: 'any' }))
  .transform((written, context): readonly NamedDirectory[] => {
    const schema = hasSources(written) ? severalSchema : directorySchema;
    const parsed = schema.safeParse(written, { reportInput: true });
    if (!parsed.success) {
      context.issues.push(...parsed.error.issues.map(again));
      return z.NEVER;
    }
    const sources = 'sources' in parsed.data ? parsed.data.sources : { [ONLY_SOURCE]: parsed.data };
    return Object.entries(sources).map(([name, directory]) => ({ ...directory, name }));
  });

function hasSources(written: unknown): boolean {
  return typeof written === 'object' && written !== null && 'sources' in written;
}

/** Converts an issue of an inner schema to a raw issue. The input may be a secret and is not passed on. */
function again(issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  const { code, path, message } = issue;
  // Without the input, a value of the wrong type would be reported as missing.
  const isWrongType = code === 'invalid_type' && issue.input !== undefined;
  return code === 'invalid_union' || isWrongType
    ? { code: 'custom', path, message, input: undefined }
    : { ...issue, input: undefined };
}
