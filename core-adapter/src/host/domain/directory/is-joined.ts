// SPDX-License-Identifier: EUPL-1.2

/**
 * The SQL condition that a `person` was joined to another one: the record left at the instant of the decision, and the other one holds all
 * that it held. A source that names the record again makes it a person again.
 */
export const IS_JOINED = `EXISTS (SELECT 1 FROM core_homonym answer
  WHERE answer.state = 'same' AND answer.decidedAt = person.disabledAt
    AND (answer.personId = person.id OR answer.otherId = person.id))`;
