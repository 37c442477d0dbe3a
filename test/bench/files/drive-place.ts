// SPDX-License-Identifier: EUPL-1.2
import type { Stoppable } from '../../services/index.js';
import { BenchClient } from '../measure/bench-client.js';
import { openInHelper } from '../shared/open-in-helper.js';
import type { ClassSchool } from './class-school.js';
import type { Cookie, Found, Opened, ServerOrder } from './drive-server.js';

/** A host with the files of one class, in a process of its own. */
export interface DrivePlace extends ClassSchool, Stoppable {
  readonly pid: number;
  readonly url: string;
  /** The folder at the top of the class. */
  readonly rootId: string;
  readonly teacher: BenchClient;
  /** The path of the brick in the school, before addresses of its own. */
  readonly at: string;
  ask<Answer>(order: ServerOrder): Promise<Answer>;
  cookieOf(personId: string): Promise<string>;
  client(personId: string): Promise<BenchClient>;
  /** A new folder at the top of the class. @returns its id */
  newFolder(name: string): Promise<string>;
}

/** @param databaseUrl an empty database; a file of SQLite when it is absent */
export function openDrivePlace(databaseUrl: string | undefined, execArgv: readonly string[]): Promise<DrivePlace> {
  return openInHelper('../files/drive-server.js', execArgv, async ({ server, folder, keep }) => {
    const ask = <Answer>(order: ServerOrder): Promise<Answer> => server.ask<Answer>(order);
    const { url, ...school } = await ask<Opened>({ kind: 'open', folder, databaseUrl });
    const at = `/s/${school.uai}/file-share`;
    const cookieOf = async (personId: string): Promise<string> =>
      (await ask<Cookie>({ kind: 'session', personId })).cookie;
    const client = async (personId: string): Promise<BenchClient> =>
      keep(new BenchClient(url, await cookieOf(personId)));
    const teacher = await client(school.teacherId);
    // The first file opens the space of the class, and the total of the school.
    await teacher.files(`${at}/groups/${school.classId}/files`, [['first.txt', 'first']]);
    const { id: rootId } = await ask<Found>({ kind: 'node', name: '' });
    const newFolder = async (name: string): Promise<string> => {
      await teacher.form(`${at}/folders/${rootId}/folders`, [['name', name]]);
      return (await ask<Found>({ kind: 'node', name })).id;
    };
    return { ...school, pid: server.pid, url, at, rootId, teacher, ask, cookieOf, client, newFolder };
  });
}
