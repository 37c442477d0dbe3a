// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { InputError } from '../../../api/errors.js';
import type { School } from '../../../api/people.js';
import { normaliseUai } from '../../domain/sync/snapshot/normalise-record.js';

/**
 * The records of files of one school. The host names the school: its name in the files is ignored.
 * @throws InputError at the first record of another school: the files may not change it
 */
export async function* recordsOfSchool(
  { uai, name, kind }: School,
  records: AsyncIterable<DirectoryRecord>,
): AsyncGenerator<DirectoryRecord> {
  yield { type: 'school', uai, name, kind };
  for await (const record of records) {
    // Both ends of a kinship are people of this source, and so of this school.
    if (record.type !== 'kinship' && normaliseUai(record.uai) !== uai) {
      throw new InputError(
        `The files are those of ${uai}, and name a ${record.type} of ${normaliseUai(record.uai).slice(0, 20)}.`,
        { remedy: 'Hand over files of that school alone.' },
      );
    }
    if (record.type !== 'school') yield record;
  }
}
