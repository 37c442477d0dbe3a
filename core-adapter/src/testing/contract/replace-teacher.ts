// SPDX-License-Identifier: EUPL-1.2
import { addDays } from '../../api/day.js';
import type { DirectoryRecord, DirectorySource } from '../../api/directory/directory-source.js';
import { CLASSMATE_RECORDS, OTHER_SCHOOL, SAMPLE_RECORDS, SCHOOL } from '../sample-directory.js';
import type { TestHost } from '../start-test-host.js';

/** The person that the directory makes a teacher of the other school alone. In lower case: the key and the login. */
const REPLACING = 'teacherinbothschools';

/**
 * Makes `teacherInBothSchools` a replacement teacher in the first school. Their relations stay as the sample says, so that every check asks a
 * replacement teacher, without a person more.
 */
export async function replaceTeacher({ host, clock, ids }: TestHost): Promise<void> {
  await host.sync.run(withoutFirstSchool, new AbortController().signal);
  const school = await host.directory.school(SCHOOL);
  if (!school) throw new Error(`The sample has no school ${SCHOOL}.`);
  const until = addDays(clock.today(), 1);
  const words = { groupId: ids.cm1, personId: '', login: REPLACING, from: '', until };
  await host.standIns.add(school, words, 'cli');
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
