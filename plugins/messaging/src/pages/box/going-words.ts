// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { readDecisions } from '../../domain/policy/read-policy.js';
import { isInSummer } from '../../domain/retention/kept-since.js';

type GoingReader = Pick<MessagingRequest, 'db' | 'school' | 'clock' | 't' | 'format'>;

/**
 * The sentence that says when messages and drafts of a pupil are deleted by their age. If they go with a school year, it is shown from its last
 * month until then, and a month earlier if all of them go; if they go after some months, it is shown at any time. Undefined otherwise.
 */
export async function goingWords(reader: GoingReader): Promise<string | undefined> {
  const { clock, t, format } = reader;
  const today = clock.today();
  const { keptFor } = await readDecisions(reader);
  switch (keptFor) {
    case 'next-year':
    case 'school-year': {
      const [year = '', month = ''] = today.split('-');
      const first = keptFor === 'next-year' ? '07' : '06';
      const isTold = month === first || (month > first && isInSummer(today));
      // The messages that are kept then begin with this school year, or with the next one.
      const since = `${keptFor === 'next-year' ? Number(year) - 1 : year}-08-01`;
      return isTold ? t(`child.goes.${keptFor}`, { day: format.day(since) }) : undefined;
    }
    case 'six-months':
    case 'three-months':
      return t(`child.goes.${keptFor}`);
  }
}
