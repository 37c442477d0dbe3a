// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from './database.js';

/** The part of a request by which `oncePerRequest` knows it. @stable */
export interface OfRequest {
  readonly db: SchoolDatabase;
}

/**
 * Makes a function that reads once in a request what several parts of it need: the badge, the tasks and the page of a brick in one request
 * have the same `db`, and the next request has another. A change that the request makes afterwards is not in the answer, so read after it.
 * @param read answers alike for all readers of one request
 * @example
 * `const dueLoans = oncePerRequest(({ db, user }: LoanReader) => db.repository(Loan).find({ where: { ownerId: user.id } }));`
 * `portal({ badge: async (request) => (await dueLoans(request)).length, tasks: async (request) => tasksOf(await dueLoans(request)) });`
 * @stable
 */
export function oncePerRequest<Reader extends OfRequest, R>(
  read: (reader: Reader) => Promise<R>,
): (reader: Reader) => Promise<R> {
  const answers = new WeakMap<SchoolDatabase, Promise<R>>();
  return (reader) => {
    const answer = answers.get(reader.db) ?? read(reader);
    answers.set(reader.db, answer);
    return answer;
  };
}
