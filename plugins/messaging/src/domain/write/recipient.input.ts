// SPDX-License-Identifier: EUPL-1.2
import { z, type ZodType } from 'zod';
import type { AddressedProfile, Recipient } from '../rules/recipients.js';

/** The maximum number of values, more than anybody ticks by hand. */
const MOST_VALUES = 200;

/** The recipients in an address or a form: ids of people and groups, each in a repeated field of its kind. */
export const recipientFields = {
  toPerson: repeated(z.uuid()),
  toPupilsOf: repeated(z.uuid()),
  toGuardiansOf: repeated(z.uuid()),
  toTeamOf: repeated(z.uuid()),
  toEveryone: repeated(z.enum(['pupil', 'guardian', 'teacher'])),
};

export const GROUP_FIELDS = { pupil: 'toPupilsOf', guardian: 'toGuardiansOf', teacher: 'toTeamOf' } as const;

export interface RecipientFields {
  readonly toPerson: readonly string[];
  readonly toPupilsOf: readonly string[];
  readonly toGuardiansOf: readonly string[];
  readonly toTeamOf: readonly string[];
  readonly toEveryone: readonly AddressedProfile[];
}

/** A field that may be absent, sent once, or repeated. */
function repeated<T>(schema: ZodType<T, string>): ZodType<T[], string | string[] | undefined> {
  return z
    .union([z.array(schema).max(MOST_VALUES), schema.transform((one) => [one])])
    .optional()
    .transform((values) => values ?? []);
}

export function recipientsOf(fields: RecipientFields): Recipient[] {
  const ofGroups = (profile: AddressedProfile): Recipient[] =>
    [...new Set(fields[GROUP_FIELDS[profile]])].map((group) => ({ group, profile }));
  return [
    ...ofGroups('pupil'),
    ...ofGroups('guardian'),
    ...ofGroups('teacher'),
    ...[...new Set(fields.toEveryone)].map((everyone) => ({ everyone })),
    ...[...new Set(fields.toPerson)].map((person) => ({ person })),
  ];
}

/** The field and value by which a form names a recipient again. */
export interface RecipientField {
  readonly name: string;
  readonly value: string;
}

export function fieldOf(recipient: Recipient): RecipientField {
  if ('person' in recipient) return { name: 'toPerson', value: recipient.person };
  if ('everyone' in recipient) return { name: 'toEveryone', value: recipient.everyone };
  return { name: GROUP_FIELDS[recipient.profile], value: recipient.group };
}

const keyFields = z.object(recipientFields);

/** Reads what `recipientKey` wrote: `toPerson <id>`. */
export const recipientKeyField = z.string().transform((key, context): Recipient => {
  const [name = '', value = ''] = key.split(' ');
  const [recipient] = recipientsOf(keyFields.safeParse({ [name]: value }).data ?? NOBODY);
  if (recipient) return recipient;
  context.addIssue('This names no recipient.');
  return z.NEVER;
});

const NOBODY: RecipientFields = { toPerson: [], toPupilsOf: [], toGuardiansOf: [], toTeamOf: [], toEveryone: [] };

export function recipientQuery(recipients: readonly Recipient[]): URLSearchParams {
  return new URLSearchParams(recipients.map(fieldOf).map(({ name, value }) => [name, value]));
}

/** `toPerson <id>`: tells recipients apart, and names one in a button. */
export function recipientKey(recipient: Recipient): string {
  const { name, value } = fieldOf(recipient);
  return `${name} ${value}`;
}
