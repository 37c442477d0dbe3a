// SPDX-License-Identifier: EUPL-1.2
import type { TestExchange, TestPerson } from '@volee/core-adapter/testing';
import type { DriveForTests } from '../start/drive-for-tests.js';
import { TABLES } from '../../store/tables.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WHO, type Browsers, type Who } from './people-for-tests.js';

/** The answer that a table expects for a person. */
export interface Answer {
  readonly status: number;
  /** Whether the answer names what is asked about; undefined where either is right. */
  readonly tells?: boolean | undefined;
  /** Whether an accepted form changes something; undefined where either is right. Default: true. */
  readonly changes?: boolean | undefined;
}

/** One request of a table. */
export interface Asking<At> {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** After this form the next person would find something else. Default: false. */
  readonly isOnce?: boolean;
  send(at: At, person: TestPerson, who: Who): TestExchange;
  /** Undefined for a person that is not asked. */
  answer(who: Who, at: At): Answer | undefined;
}

interface AskTools<At> extends Pick<DriveForTests, 'host'> {
  readonly browsers: Browsers;
  /** Writes what is asked about anew. */
  prepare(): Promise<At>;
  /** The text that answers show only if they tell. */
  secret(at: At): string;
}

/** Requests under way at the same time: a machine that is busy with tests answers more of them with 503. */
const AT_ONCE = 12;

interface Asked<At> {
  readonly asking: Asking<At>;
  readonly who: Who;
  readonly answer: Answer;
}

/**
 * Sends each request as each person: first the pages and all that is refused, at once, after which the tables are as before. Then the forms that
 * are accepted, one by one.
 * @returns sentences on the answers that are not as the table says
 */
export async function askAll<At>(askings: readonly Asking<At>[], tools: AskTools<At>): Promise<string[]> {
  let at = await tools.prepare();
  const asked = askings.flatMap((asking) =>
    WHO.flatMap((who): Asked<At>[] => {
      const answer = asking.answer(who, at);
      return answer ? [{ asking, who, answer }] : [];
    }),
  );
  const accepted = asked.filter(({ asking, answer }) => asking.method === 'POST' && answer.status < 400);
  const others = asked.filter((one) => !accepted.includes(one));
  let before = await stored(tools);
  const wrong: string[] = [];
  for (let start = 0; start < others.length; start += AT_ONCE) {
    const some = others.slice(start, start + AT_ONCE).map((one) => ask(one, at, tools));
    wrong.push(...(await Promise.all(some)).flat());
  }
  if ((await stored(tools)) !== before) wrong.push('a page or a refused request wrote');
  for (const one of accepted) {
    if (one.asking.isOnce) at = await tools.prepare();
    if (one.asking.isOnce) before = await stored(tools);
    wrong.push(...(await ask(one, at, tools)));
    const after = await stored(tools);
    const { changes = after !== before } = { changes: true, ...one.answer };
    if (changes === (after === before))
      wrong.push(`${one.asking.name}: ${one.who} changed ${changes ? 'nothing' : 'something'}`);
    before = after;
  }
  return wrong;
}

async function ask<At>({ asking, who, answer }: Asked<At>, at: At, tools: AskTools<At>): Promise<string[]> {
  const sent = asking.send(at, tools.browsers[who], who);
  // An error as JSON says the same, and takes half the time of a page.
  if (answer.status === 403 || answer.status === 404) sent.header('Accept', 'application/json');
  const { status, text } = await sent;
  const isTold = text.includes(tools.secret(at));
  const tells = answer.tells ?? isTold;
  return [
    ...(status === answer.status ? [] : [`${asking.name}: ${who} was answered ${status}, not ${answer.status}`]),
    ...(tells === isTold ? [] : [`${asking.name}: ${who} ${isTold ? 'is' : 'is not'} told of it`]),
  ];
}

/** All rows of the brick in both schools, as a text, but those that say alone that a work was shown or picked: pages write these (ADR 65). */
export async function stored({ host }: Pick<DriveForTests, 'host'>): Promise<string> {
  const { dataSource } = host.host.database;
  const rows = TABLES.map(async (entity) => {
    const { tableName } = dataSource.getMetadata(entity);
    const found = await dataSource.query<readonly object[]>(`SELECT * FROM ${tableName}`);
    return found
      .filter(isMoreThanShown)
      .map((row) => JSON.stringify(row))
      .sort();
  });
  return JSON.stringify(await Promise.all(rows));
}

function isMoreThanShown(row: Partial<Record<keyof WorkPupilRow, unknown>>): boolean {
  return row.state !== 'given' || row.remindedAt !== null || row.prepared !== null;
}
