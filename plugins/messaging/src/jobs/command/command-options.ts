// SPDX-License-Identifier: EUPL-1.2
import { InputError, type CommandCall, type SchoolWork } from '@volee/core-adapter';
import { LONGEST_REASON } from '../../domain/policy/start-pause.js';
import { untilOf } from '../../domain/policy/until-of.js';
import type { BreakerRow } from '../../store/breaker.entity.js';

/** A call of these commands, which have no texts of pages. */
export type PauseCall = Omit<CommandCall, 't'>;

type Options = PauseCall['options'];

export const PAUSE_PROFILES: readonly BreakerRow['profile'][] = ['pupil', 'guardian', 'all'];

/** @throws InputError for any other profile: the messages of adults of the school are never stopped */
export function profileOption({ profile = 'all' }: Options): BreakerRow['profile'] {
  const found = PAUSE_PROFILES.find((one) => one === profile);
  if (found) return found;
  throw new InputError(`--profile is "${String(profile)}", which no pause is for.`, {
    remedy: 'Give pupil, guardian, or all for both; adults of the school keep their messages.',
  });
}

/** @throws InputError when it is empty or too long */
export function reasonOption({ reason }: Options): string {
  const text = String(reason).trim();
  if (text !== '' && text.length <= LONGEST_REASON) return text;
  throw new InputError(`--reason has ${text.length} characters.`, {
    remedy: `Write a sentence of at most ${LONGEST_REASON}: everybody concerned reads it.`,
  });
}

/**
 * The end of the pause in a school; null for a pause without an end.
 * @throws InputError for a text that is no date, and for an end that has passed
 */
export function untilOption({ until }: Options, { school, clock }: SchoolWork): Date | null {
  if (until === undefined) return null;
  const end = untilOf(String(until), school.timeZone);
  if (!end) {
    throw new InputError(`--until is "${String(until)}", which is no date.`, {
      remedy: 'Write 2026-11-30T08:00, or 2026-11-30 for that whole day.',
    });
  }
  if (end > clock.now()) return end;
  throw new InputError(`--until is ${String(until)}, which has passed in ${school.name} (${school.uai}).`, {
    remedy: 'Give an instant to come.',
  });
}

/**
 * The schools that a command is for.
 * @throws InputError unless exactly one of `--school` and `--all` is given, and for a school that is not known
 */
export async function chosenSchools(call: PauseCall): Promise<SchoolWork[]> {
  const { school, all } = call.options;
  if ((school === undefined) === (all === undefined)) {
    throw new InputError('The command needs either --school or --all.', {
      remedy: 'Give --school UAI for one school, or --all for every school.',
    });
  }
  return schoolsNamed(call);
}

/** The school of `--school`, or each of them. @throws InputError for a school that is not known */
export async function schoolsNamed({ options, schools }: PauseCall): Promise<SchoolWork[]> {
  const uai = options['school'] === undefined ? undefined : String(options['school']).toUpperCase();
  const found: SchoolWork[] = [];
  for await (const work of schools()) if (uai === undefined || work.school.uai === uai) found.push(work);
  if (uai !== undefined && found.length === 0) {
    throw new InputError(`--school is ${uai}, which the directory does not know.`, {
      remedy: 'List the schools with "volee school list".',
    });
  }
  return found;
}
