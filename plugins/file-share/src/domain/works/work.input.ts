// SPDX-License-Identifier: EUPL-1.2
import { z, type ZodType } from 'zod';

/** More pupils than any group has. */
const MOST_PUPILS = 500;

const pressed = z.string().regex(/^(keep|handOut|preview|read|fill|(remove|restore|delete):[\da-f-]{36})$/);

/** The pressed button, in the address: a form with files has no field after them. */
export const workButton = z.object({ do: pressed.optional() });

/**
 * The form of a work. `for` is `class`, `picked` or `level:` with a level. `do` is the pressed button: keep it, hand it out, go and add files,
 * or remove one or put it back; each keeps what was typed. `preview` keeps nothing: the page says what handing it out would do. `version` is the instant of the last change that the form shows,
 * and `shown` names the pupils who could be ticked: the work is taken from no other one. `form` is the key of the form of a new work.
 */
export const workFields = z.strictObject({
  title: z.string().max(1_000).default(''),
  text: z.string().max(50_000).default(''),
  for: z.string().max(40).default('class'),
  pupils: repeated(z.uuid()),
  shown: repeated(z.uuid()),
  visible: z.enum(['now', 'day']).optional(),
  visibleOn: z.string().max(40).default(''),
  collects: z.literal('true').optional(),
  dueOn: z.string().max(40).default(''),
  dueAt: z.string().max(40).default(''),
  late: z.literal('true').optional(),
  version: z.string().max(40).default(''),
  form: z.uuid().optional(),
  do: pressed.default('keep'),
});
export type WorkFields = z.output<typeof workFields>;

/** A field that may be absent, sent once, or repeated. */
export function repeated<T>(schema: ZodType<T, string>): ZodType<T[], string | string[] | undefined> {
  return z
    .union([z.array(schema).max(MOST_PUPILS), schema.transform((one) => [one])])
    .optional()
    .transform((values) => values ?? []);
}
