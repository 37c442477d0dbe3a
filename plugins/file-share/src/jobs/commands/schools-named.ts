// SPDX-License-Identifier: EUPL-1.2
import { InputError, type CommandCall, type SchoolWork } from '@volee/core-adapter';

/** A call of these commands, which have no texts of pages. */
export type FilesCall = Omit<CommandCall, 't'>;

/** The school of `--school`, or each of them. @throws InputError for a school that is not known */
export async function* schoolsNamed({ options, schools }: FilesCall): AsyncGenerator<SchoolWork> {
  const uai = options['school'] === undefined ? undefined : String(options['school']).toUpperCase();
  let isKnown = false;
  for await (const work of schools()) {
    if (uai !== undefined && work.school.uai !== uai) continue;
    isKnown = true;
    yield work;
  }
  if (uai === undefined || isKnown) return;
  throw new InputError(`--school is ${uai}, which the directory does not know.`, {
    remedy: 'List the schools with "volee school list".',
  });
}
