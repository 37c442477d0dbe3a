// SPDX-License-Identifier: EUPL-1.2
import { addDays } from '../../api/day.js';
import type { DirectoryRecord, DirectorySource } from '../../api/directory/directory-source.js';
import { addStandIn } from '../add-stand-in.js';
import { CLASSMATE_RECORDS, OTHER_SCHOOL, SAMPLE_RECORDS, SCHOOL } from '../sample-directory.js';
import type { TestHost } from '../start-test-host.js';

/** The person that the directory makes a teacher of the other school only. In lower case, it is both the key and the login. */
const REPLACING = 'teacherinbothschools';

/**
 * Makes `teacherInBothSchools` a replacement teacher in the first school. Their relations stay as the sample describes them, so that every
 * check asks a replacement teacher without a further person.
 */
export async function replaceTeacher(host: TestHost): Promise<void> {
  await host.host.sync.run(withoutFirstSchool, new AbortController().signal);
  await addStandIn(host, REPLACING, { from: '', until: addDays(host.clock.today(), 1) });
}

const withoutFirstSchool: DirectorySource = {
  name: 'ldap',
  guard: { keep: 0, keepInWeek: 0, ignoreUnder: 5 },
  async *read() {
    for (const record of [...SAMPLE_RECORDS, ...CLASSMATE_RECORDS]) if (!isOfFirstSchool(record)) yield moved(record);
  },
};

function isOfFirstSchool(record: DirectoryRecord): boolean {
  return record.type === 'membership' && record.uai === SCHOOL && record.person.toLowerCase() === REPLACING;
}

function moved(record: DirectoryRecord): DirectoryRecord {
  const isTheirs = record.type === 'person' && record.key.toLowerCase() === REPLACING;
  return isTheirs ? { ...record, uai: OTHER_SCHOOL } : record;
}
