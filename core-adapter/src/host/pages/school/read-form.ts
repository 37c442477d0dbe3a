// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';
import { keepingFormer, type ActivationChoice } from '../../domain/activation/activation-choice.js';
import type { Activation } from '../../domain/activation/activation-rule.js';
import { readChoice, type ChoicePlace } from '../../domain/activation/read-choice.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { FormWords } from './form-words.js';

export type Faults = Partial<Record<'profiles' | 'groups' | 'from' | 'until', HostKey>>;

/** The values of a form, or its problems by field. */
export type FormReading = { readonly choice: ActivationChoice } | { readonly faults: Faults };

/**
 * All served profiles become « everybody », with profiles that the brick serves later; the whole school is every class. A changed rule keeps
 * its groups that the form does not show.
 */
export function readForm(words: FormWords, place: ChoicePlace, rule?: Pick<Activation, 'groupIds'>): FormReading {
  const everybody = place.served.every((profile) => words.profiles.includes(profile));
  const groups = words.where === 'groups' ? words.groups : [];
  const { start, from, end, until } = words;
  const missing: Faults = {
    ...(words.profiles.length === 0 && { profiles: 'schoolBricks.wrong.noProfile' }),
    ...(words.where === 'groups' && groups.length === 0 && { groups: 'schoolBricks.wrong.noGroup' }),
    ...(start === 'day' && from === '' && { from: 'schoolBricks.wrong.noDay' }),
    ...(end === 'day' && until === '' && { until: 'schoolBricks.wrong.noDay' }),
  };
  try {
    const unknown = words.profiles.filter((profile) => !place.served.some((served) => served === profile));
    const profiles = everybody ? unknown : words.profiles;
    const choice = readChoice({ profiles, groups, ...(from && { from }), ...(until && { until }) }, place);
    if (Object.keys(missing).length > 0) return { faults: missing };
    const current = place.groups.map(({ id }) => id);
    return { choice: rule ? keepingFormer(choice, rule, current) : choice };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { faults: { ...faultsOf(error), ...missing } };
  }
}

/** The page's own texts for the errors that the service reports for each field. */
export function faultsOf({ fields }: InputError): Faults {
  const day = (code: string | undefined): HostKey | undefined => {
    if (code === undefined) return undefined;
    if (code === 'past') return 'schoolBricks.wrong.past';
    return code === 'crossed' ? 'schoolBricks.wrong.crossed' : 'schoolBricks.wrong.notADate';
  };
  const from = day(fields['from']);
  const until = day(fields['until']);
  return {
    ...(fields['profiles'] !== undefined && { profiles: 'schoolBricks.wrong.notServed' }),
    ...(fields['groups'] !== undefined && { groups: 'schoolBricks.wrong.unknownGroup' }),
    ...(from && { from }),
    ...(until && { until }),
  };
}
