// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { readDecisions } from '../../domain/policy/read-policy.js';
import { keptSince } from '../../domain/retention/kept-since.js';

type GoingReader = Pick<MessagingRequest, 'db' | 'school' | 'schoolYear' | 'clock' | 't' | 'format'>;

/**
 * The sentence that says when messages and drafts of a pupil are deleted by their age. If they go with a school year, it is shown in its
 * last month, and two months ahead if all of them go; if they go after some months, it is shown at any time. Undefined otherwise.
 */
export async function goingWords(reader: GoingReader): Promise<string | undefined> {
  const { school, schoolYear, clock, t, format } = reader;
  const now = clock.now();
  const month = clock.today().slice(5, 7);
  const { keptFor } = await readDecisions(reader);
  switch (keptFor) {
    case 'next-year': {
      // On 1 August, what is kept begins with this year.
      const since = keptSince('school-year', { now, schoolYear, zone: school.timeZone });
      return month === '07' ? t('child.goes.next-year', { day: format.day(since) }) : undefined;
    }
    case 'school-year':
      return month === '06' || month === '07' ? t('child.goes.school-year') : undefined;
    case 'six-months':
    case 'three-months':
      return t(`child.goes.${keptFor}`);
  }
}
