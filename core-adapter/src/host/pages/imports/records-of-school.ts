// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory-source.js';
import { InputError } from '../../../api/errors.js';
import type { School } from '../../../api/people.js';
import { normaliseUai } from '../../domain/sync/snapshot/normalise-record.js';

/**
 * The records of files that are one school's, which the host names: what the files say of its name is no matter.
 * @throws InputError at the first that is of another school: whoever handed the files over has no say there
 */
export async function* recordsOfSchool(
  { uai, name, kind }: School,
  records: AsyncIterable<DirectoryRecord>,
): AsyncGenerator<DirectoryRecord> {
  yield { type: 'school', uai, name, kind };
  for await (const record of records) {
    // Both ends of a kinship are persons of this source, who are of this school.
    if (record.type !== 'kinship' && normaliseUai(record.uai) !== uai) {
      throw new InputError(
        `The files are those of ${uai}, and name a ${record.type} of ${normaliseUai(record.uai).slice(0, 20)}; ` +
          'hand over files of that school alone.',
      );
    }
    if (record.type !== 'school') yield record;
  }
}
