// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { HOURS_PATH } from '../../paths.js';
import type { StoredHours } from '../../domain/policy/decisions.js';
import { readDecisions } from '../../domain/policy/read-policy.js';
import { hoursFields, type Problem } from '../../domain/policy/hours.input.js';
import type { TypedValues } from '../../domain/policy/typed-values.js';
import { hoursSentences } from '../shared/rule-words.js';
import type { HoursForm } from '../shared/hours-fields.view.js';

/** The page of one's own quiet hours. */
export interface HoursModel {
  readonly use: 'none' | 'own';
  readonly school: string;
  readonly form: HoursForm;
  readonly postUrl: string;
}

interface ChosenHours {
  /** Undefined for a person who has chosen none. */
  readonly chosen: StoredHours | undefined;
  readonly typed: TypedValues;
  readonly problems: readonly Problem[];
}

/** The fields hold what was typed; failing that, what was chosen; failing that, the hours of families as a proposal. */
export async function presentHours(
  { chosen, typed, problems }: ChosenHours,
  request: Pick<MessagingRequest, 'db' | 'school' | 't' | 'format' | 'url' | 'clock'>,
): Promise<HoursModel> {
  const { t, url } = request;
  const { quietHours } = await readDecisions(request);
  const errors = new Map(problems.map(({ field, text }) => [field, t(text)]));
  const [from, to, dates] = ['from', 'to', 'dates'].map((field) => errors.get(field));
  return {
    use: chosen || problems.length > 0 ? 'own' : 'none',
    school: hoursSentences(quietHours.families, request).join(' '),
    form: {
      fields: hoursFields(typed, chosen ?? { ...quietHours.families, dates: [] }),
      both: undefined,
      errors: { ...(from && { from }), ...(to && { to }), ...(dates && { dates }) },
    },
    postUrl: url(HOURS_PATH),
  };
}
