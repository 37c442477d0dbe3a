// SPDX-License-Identifier: EUPL-1.2
import type { DataSource } from 'typeorm';
import type { AnyManifest } from '../../api/manifest.js';
import type { NamedQuery } from '../../api/named-query.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { readQuery, type ReadQuery } from '../infra/database/named-query/read-query.js';
import { QueryProblem } from '../infra/database/named-query/sql-tokens.js';
import { errorMessage } from '../infra/util/error-message.js';

/**
 * Checks a brick's named queries: the host understands the SQL, each table is the brick's and restricted to the school, and the
 * parameters fit. Then `trial`, a database with the brick's tables, prepares each query.
 * @returns what is wrong, or undefined when they are valid
 */
export async function queriesProblem(
  { queries = {} }: AnyManifest,
  trial: DataSource,
): Promise<BrickFault | undefined> {
  const tables = new Set(trial.entityMetadatas.map(({ tableName }) => tableName));
  for (const [name, query] of Object.entries(queries)) {
    const problem = staticProblem(query, tables) ?? (await whyNotPrepared(query, trial));
    if (problem) return { ...problem, cause: `the query "${name}" ${problem.cause}` };
  }
  return undefined;
}

function staticProblem(query: NamedQuery, tables: ReadonlySet<string>): BrickFault | undefined {
  try {
    const read = readQuery(query.sql);
    const foreign = [...read.tables].find((table) => !tables.has(table));
    if (foreign !== undefined) {
      return { cause: `reads ${foreign}, which is no table of the brick`, remedy: 'Leave that one alone.' };
    }
    return parametersProblem(query, read);
  } catch (error) {
    if (error instanceof QueryProblem) return { cause: error.message, remedy: error.remedy };
    throw error;
  }
}

function parametersProblem({ parameters: { shape } }: NamedQuery, { parameters }: ReadQuery): BrickFault | undefined {
  if (Object.hasOwn(shape, 'school')) {
    return { cause: 'takes a parameter "school", which the host gives', remedy: 'Remove it from "parameters".' };
  }
  const unknown = [...parameters].find((name) => name !== 'school' && !Object.hasOwn(shape, name));
  if (unknown !== undefined) {
    return { cause: `has :${unknown}, which is not among its "parameters"`, remedy: 'Add it there.' };
  }
  const unused = Object.keys(shape).find((name) => !parameters.has(name));
  if (unused === undefined) return undefined;
  return { cause: `takes a parameter "${unused}" that its SQL does not have`, remedy: 'Remove it.' };
}

async function whyNotPrepared({ sql }: NamedQuery, trial: DataSource): Promise<BrickFault | undefined> {
  const { parts } = readQuery(sql);
  const prepared = parts.map(({ text, parameter }) => (parameter === undefined ? text : `${text}NULL`)).join('');
  try {
    await trial.query(`EXPLAIN ${prepared}`);
    return undefined;
  } catch (error) {
    return { cause: `does not run (${errorMessage(error)})` };
  }
}
