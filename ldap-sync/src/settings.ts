// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { directorySchema, type DirectorySettings } from './directory-settings.js';

/** A directory and the name of its source. */
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
    .describe('Several directories, each under a name of its own: persons are known by that name and their key in it.'),
});

/**
 * The brick's settings: one directory, or several under `sources`. A plain union would answer "invalid input" to any mistake; which
 * of the two is meant is plain to see, so only its problems are told. The shape of both stays readable for whoever
 * documents the keys or looks for secrets.
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

/** An issue as a schema raises it, from one that a schema inside has told. What was written may be a secret, and is not passed on. */
function again(issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  const { code, path, message } = issue;
  // Without what was written, a value of the wrong type would pass for one that is missing.
  const isWrongType = code === 'invalid_type' && issue.input !== undefined;
  return code === 'invalid_union' || isWrongType
    ? { code: 'custom', path, message, input: undefined }
    : { ...issue, input: undefined };
}
