// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

/** The host with which a story is told, through its pages and jobs. */
export interface StoryOptions {
  /** A host that listens, with the brick of the story on in the sample schools; its jobs are not started yet. Its people are those of the school year in which the story begins. */
  readonly host: Host;
  readonly url: string;
  /** The clock of the host. It is moved through the story, and stands at `now` in the end. */
  readonly clock: { set(now: Date): void };
  readonly now: Date;
}

export function hasBrick({ bricks }: Pick<Host, 'bricks'>, id: string): boolean {
  return bricks.some((brick) => brick.id === id && brick.state === 'ready');
}

/** The id of a person of the sample. */
export async function personCalled({ directory }: Pick<Host, 'directory'>, login: string): Promise<string> {
  const person = await directory.personByLogin('ldap', login);
  if (!person) throw new Error(`The sample has nobody called ${login}.`);
  return person.id;
}

/** The id of the first row that a query of ids finds, because addresses name rows by their ids. */
export async function storedId(
  { database }: Pick<Host, 'database'>,
  sql: string,
  ...values: string[]
): Promise<string> {
  const [row] = await database.dataSource.query<{ id: string }[]>(sql, values);
  if (!row) throw new Error(`No row: ${sql} [${values.join(', ')}]`);
  return row.id;
}
