// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { manifest } from '../../manifest.js';
import type { LivretForTests } from '../start/livret-for-tests.js';
import type { Browser } from './people-for-tests.js';
import { expectedStatus, type TableRow } from './table-row-for-tests.js';

/** A text of each bilan and copy of the tables, which no refusal tells. */
export const SECRET = 'Travaille bien';

/** A row of a table in one state, and the persons that ask. */
export interface Asking<Who extends string, At> {
  readonly route: TableRow<Who, At>;
  readonly logins: Readonly<Record<Who, readonly string[]>>;
  readonly who: readonly Who[];
  readonly state: number;
  readonly browser: Browser;
  /** Writes the rows of the state anew. */
  prepare(): Promise<At>;
  /** Whether an accepted form is to change something. */
  readonly isEffective?: boolean;
}

interface Asked {
  readonly login: string;
  readonly expected: number;
}

/**
 * Sends the request of a row as each person: those that are refused all at once, after which the tables are as before.
 * @returns sentences on the answers that are not as the table says
 */
export async function askAll<Who extends string, At>(
  asking: Asking<Who, At>,
  { tables }: Pick<LivretForTests, 'tables'>,
): Promise<string[]> {
  const { route, logins, who, state, prepare, isEffective = false } = asking;
  const asked = who.flatMap((one): Asked[] =>
    logins[one].map((login) => ({ login, expected: expectedStatus(route.answers, one, state) })),
  );
  const at = await prepare();
  const refused = asked.filter(({ expected }) => expected >= 400);
  const before = await stored(tables);
  const wrong = (await Promise.all(refused.map((one) => ask(asking, at, one)))).flat();
  if ((await stored(tables)) !== before) wrong.push('one of the refused requests wrote');
  const others = asked.filter((one) => !refused.includes(one));
  if (route.method === 'GET')
    return [...wrong, ...(await Promise.all(others.map((one) => ask(asking, at, one)))).flat()];
  for (const one of others) {
    const now = await prepare();
    const was = isEffective ? await stored(tables) : '';
    wrong.push(...(await ask(asking, now, one)));
    if ((isEffective ? await stored(tables) : undefined) === was) wrong.push(`${one.login}: the form changed nothing`);
  }
  return wrong;
}

async function ask<Who extends string, At>(
  { route: { method, path, form }, browser }: Asking<Who, At>,
  at: At,
  { login, expected }: Asked,
): Promise<string[]> {
  const sent = method === 'GET' ? browser(login).get(path(at)) : browser(login).post(path(at));
  const isRefused = expected === 403 || expected === 404;
  // An error as JSON says the same, and takes half the time of a page.
  if (isRefused) sent.header('Accept', 'application/json');
  const { status, text } = await (form ? sent.form(form(at)) : sent);
  const told = (status === 403 || status === 404) && text.includes(SECRET);
  return [
    ...(status === expected ? [] : [`${login}: ${String(status)}, not ${String(expected)}`]),
    ...(told ? [`${login}: the refusal tells of it`] : []),
  ];
}

/** All rows of the brick in both schools, as a text. */
async function stored(tables: LivretForTests['tables']): Promise<string> {
  const rows = [SCHOOL, OTHER_SCHOOL].flatMap((uai) =>
    manifest.entities.map(async (entity) => {
      const found: readonly object[] = await tables(uai).repository<{ id: string; school: string }>(entity).find({});
      return found.map((row) => JSON.stringify(row)).sort();
    }),
  );
  return JSON.stringify(await Promise.all(rows));
}
