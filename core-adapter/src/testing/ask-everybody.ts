// SPDX-License-Identifier: EUPL-1.2
import type { TestExchange } from './test-exchange.js';
import type { TestHost, TestPerson } from './start-test-host.js';

/** The answer that a table expects for a person. @unstable */
export interface ExpectedAnswer {
  readonly status: number;
  /** Whether the answer shows the secret of the table; undefined when both answers are right. */
  readonly tells?: boolean | undefined;
  /** Whether an accepted form changes rows; undefined when both answers are right. Default: true. */
  readonly changes?: boolean | undefined;
}

/** One request of a table. @unstable */
export interface Asking<Who extends string, At> {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Whether the form changes what the next person would find, so that the table is prepared anew for each. Default: false. */
  readonly isOnce?: boolean;
  send(at: At, person: TestPerson, who: Who): TestExchange;
  /** The expected answer; undefined for a person who is not asked. */
  answer(who: Who, at: At): ExpectedAnswer | undefined;
}

/** A table of requests, the people who send each, and the answers. @unstable */
export interface AskedTable<Who extends string, At> {
  readonly askings: readonly Asking<Who, At>[];
  readonly who: readonly Who[];
  browser(who: Who): TestPerson;
  /** Writes the rows that the requests are about, anew each time. */
  prepare(): Promise<At>;
  /** The text that an answer shows only when it tells. */
  secret(at: At): string;
  /** Whether pages may write, such as a line for each reader. Default: false. */
  readonly isReadingNoted?: boolean;
  /** Whether a change of this row counts as a change. Default: each row counts. */
  isCounted?(row: object): boolean;
}

interface Asked<Who extends string, At> {
  readonly asking: Asking<Who, At>;
  readonly who: Who;
  readonly answer: ExpectedAnswer;
}

/** The number of requests at the same time. With more, a machine that is busy with tests answers some of them with 503. */
const AT_ONCE = 12;

/**
 * Sends each request of a table as each person. Pages and everything that is refused come first, in parallel, after which the rows of the
 * first brick must be unchanged. The accepted forms follow, one by one.
 * @returns sentences on the answers that are not as the table says
 * @unstable
 */
export async function askEverybody<Who extends string, At>(
  host: TestHost,
  table: AskedTable<Who, At>,
): Promise<string[]> {
  const stored = (): Promise<string> => storedRows(host, table.isCounted);
  let at = await table.prepare();
  const asked = table.askings.flatMap((asking) =>
    table.who.flatMap((who): Asked<Who, At>[] => {
      const answer = asking.answer(who, at);
      return answer ? [{ asking, who, answer }] : [];
    }),
  );
  const [refused, accepted] = split(asked, ({ answer }) => answer.status >= 400);
  const [pages, forms] = split(accepted, ({ asking }) => asking.method === 'GET');
  let before: string | undefined = await stored();
  const wrong = await askAtOnce(table.isReadingNoted ? refused : [...pages, ...refused], at, table);
  if ((await stored()) !== before) wrong.push('a page or a refused request wrote');
  if (table.isReadingNoted) {
    wrong.push(...(await askAtOnce(pages, at, table)));
    before = undefined;
  }
  for (const one of forms) {
    if (one.asking.isOnce) {
      at = await table.prepare();
      before = undefined;
    }
    const { changes } = { changes: true, ...one.answer };
    if (changes !== undefined) before ??= await stored();
    wrong.push(...(await ask(one, at, table)));
    const after = changes === undefined ? undefined : await stored();
    if (changes !== undefined && changes === (after === before))
      wrong.push(`${one.asking.name}: ${one.who} changed ${changes ? 'nothing' : 'something'}`);
    before = after;
  }
  return wrong;
}

/** All rows of the first brick in every school, as a text. @unstable */
export async function storedRows({ host }: TestHost, isCounted = (_row: object): boolean => true): Promise<string> {
  const { dataSource } = host.database;
  const rows = (host.bricks[0]?.manifest?.entities ?? []).map(async (entity) => {
    const { tableName } = dataSource.getMetadata(entity);
    const found = await dataSource.query<readonly object[]>(`SELECT * FROM ${tableName}`);
    return found
      .filter(isCounted)
      .map((row) => JSON.stringify(row))
      .sort();
  });
  return JSON.stringify(await Promise.all(rows));
}

async function askAtOnce<Who extends string, At>(
  asked: readonly Asked<Who, At>[],
  at: At,
  table: AskedTable<Who, At>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const some = asked.slice(start, start + AT_ONCE).map((one) => ask(one, at, table));
    wrong.push(...(await Promise.all(some)).flat());
  }
  return wrong;
}

async function ask<Who extends string, At>(
  { asking, who, answer }: Asked<Who, At>,
  at: At,
  { browser, secret }: AskedTable<Who, At>,
): Promise<string[]> {
  const sent = asking.send(at, browser(who), who);
  // An error as JSON says the same as its page, and takes half the time.
  if (answer.status === 403 || answer.status === 404) sent.header('Accept', 'application/json');
  const { status, text } = await sent;
  const isTold = text.includes(secret(at));
  const tells = answer.tells ?? isTold;
  return [
    ...(status === answer.status ? [] : [`${asking.name}: ${who} was answered ${status}, not ${answer.status}`]),
    ...(tells === isTold ? [] : [`${asking.name}: ${who} ${isTold ? 'is' : 'is not'} told of it`]),
  ];
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
