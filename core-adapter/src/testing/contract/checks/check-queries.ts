// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { NamedQuery } from '../../../api/named-query.js';
import type { ContractBench } from '../contract-bench.js';
import { fault, reasonOf } from '../fault.js';
import { deleteRowsOf, emptyTables } from '../rows.js';
import { firstTarget, otherSchool, SCHOOLS, type Target } from '../sample-people.js';

type Parameters = Readonly<Record<string, unknown>>;

/** Runs each named query in both schools: rows of the other school must not change the result. */
export async function checkQueries(bench: ContractBench): Promise<void> {
  const { queries = {} } = bench.brick.manifest;
  const examples = Object.keys(bench.options.queries ?? {});
  const stray = examples.find((name) => !Object.hasOwn(queries, name));
  if (stray !== undefined) fault(`"queries" of the contract's options names ${stray}, which is no query; remove it.`);
  for (const [name, query] of Object.entries(queries)) {
    for (const school of SCHOOLS) await checkQuery(bench, name, query, school);
  }
  await emptyTables(bench);
}

async function checkQuery(bench: ContractBench, name: string, query: NamedQuery, school: string): Promise<void> {
  const found = (parameters: Parameters): Promise<string> => run(bench, name, query, school, parameters);
  const other = otherSchool(school);
  await emptyTables(bench);
  const own = await parametersFor(bench, name, firstTarget(school));
  const before = await found(own);
  const theirs = await parametersFor(bench, name, firstTarget(other));
  const beside = await found(theirs);
  // If the brick caches the result of a query, this school gets the cached rows of the other one afterwards.
  await run(bench, name, query, other, theirs);
  const isSame = (await found(own)) === before;
  await deleteRowsOf(bench, other);
  if (!isSame || (await found(theirs)) !== beside) {
    fault(`The query "${name}" finds in ${school} what is of ${other}; keep nothing of a row between queries.`);
  }
  await emptyTables(bench);
  if ((await found(own)) === before) {
    fault(
      `The query "${name}" finds nothing of what its example wrote in ${school}, so nothing is proved of it; have the ` +
        'example write a row and return the parameters that find it.',
    );
  }
}

async function parametersFor(bench: ContractBench, name: string, target: Target): Promise<Parameters> {
  const example = bench.options.queries?.[name];
  if (!example) {
    return fault(`The query "${name}" has no example; add "${name}" to "queries" of the contract's options.`);
  }
  const marker = randomBytes(8).toString('hex');
  const { db, storage } = bench.dataIn(target.school);
  const personId = bench.ids.personOf(target.person);
  const ids = { groupId: bench.ids.groupOf(target.group), personId, pupilId: personId };
  try {
    return await example({ school: target.school, ...ids, marker, db, storage, imports: bench.imports });
  } catch (error) {
    return fault(`The example of the query "${name}" fails (${reasonOf(error)}); correct it.`);
  }
}

/** The rows as one text, without regard to their order. */
async function run(
  bench: ContractBench,
  name: string,
  query: NamedQuery,
  school: string,
  parameters: Parameters,
): Promise<string> {
  try {
    const rows = await bench.db(school).query(query, parameters);
    return rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
  } catch (error) {
    return fault(`The query "${name}" fails in ${school} (${reasonOf(error)}); correct its SQL, or its example.`);
  }
}
