// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { dayOf } from '../../../api/day.js';
import { countHeldByQuestions } from '../../domain/homonyms/homonym-list.js';
import { countOf } from '../../domain/sync/state/count-nouns.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { warn } from './findings.js';

/** Reports people who have left while a question is open whether they are somebody else: a pupil may miss all their data. */
export async function checkHomonyms(unitOfWork: UnitOfWork): Promise<Finding[]> {
  const { pairs, since } = await countHeldByQuestions(unitOfWork);
  if (since === null) return [];
  const who = countOf(pairs, 'person that has left may be', 'persons that have left may be');
  return [
    warn(
      `${who} somebody who is there; the oldest question is of ${dayOf(since, 'UTC')}. ` +
        'Nothing of them is erased before a decision; until then, whoever is there does not have it.',
      'Decide on the page Homonymes of the console; "volee sync homonyms" lists the pairs.',
    ),
  ];
}
