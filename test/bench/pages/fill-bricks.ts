// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import type { BenchClient } from '../measure/bench-client.js';
import { fillMailbox } from '../messaging/fill-mailbox.js';

const FILES = 30;
const WORKS = 10;

/** A school, and people of one class of it. */
export interface SchoolPeople {
  readonly uai: string;
  readonly headId: string;
  readonly classId: string;
  readonly teacherId: string;
  readonly pupilId: string;
  /** The parent of that pupil, and of no other one. */
  readonly parentId: string;
}

/** A school in which the class has files, and a teacher a mailbox. */
export interface FilledSchool extends SchoolPeople {
  readonly folderPath: string;
  /** The teacher with the mailbox, and one of their threads. */
  readonly ownerId: string;
  readonly threadPath: string;
}

interface Filling {
  readonly host: Host;
  client(personId: string): Promise<BenchClient>;
  readonly messages: number;
}

/** Gives the class a folder of 30 files and ten works, and the school its messages. */
export async function fillBricks(
  { host, client, messages }: Filling,
  { uai, classId, teacherId, ...others }: SchoolPeople,
): Promise<FilledSchool> {
  const teacher = await client(teacherId);
  const at = `/s/${uai}/file-share`;
  const folderPath = await fillFolder(host, teacher, { at, classId });
  for (let n = 1; n <= WORKS; n += 1) await handOut(teacher, { at, classId }, n);
  await host.jobs.runDue();
  teacher.close();

  const { ownerId } = await fillMailbox(host, { uai, messages });
  const owner = await client(ownerId);
  const inbox = `/s/${uai}/messaging/`;
  const [, link = ''] = /href="([^"]*\/copies\/[\da-f-]{36})/.exec((await owner.page(inbox)).text) ?? [];
  owner.close();
  const { pathname: threadPath } = new URL(link, `http://school${inbox}`);
  return { uai, classId, teacherId, ...others, folderPath, ownerId, threadPath };
}

interface ClassFiles {
  /** The path of the brick in the school. */
  readonly at: string;
  readonly classId: string;
}

/** @returns the path of the folder */
async function fillFolder(host: Host, teacher: BenchClient, { at, classId }: ClassFiles): Promise<string> {
  // The first file opens the space of the class.
  await teacher.files(`${at}/groups/${classId}/files`, [['Planning.txt', 'first']]);
  const idOf = async (name: string): Promise<string> => {
    const found = 'SELECT id FROM file_share_node WHERE name = ? ORDER BY id DESC LIMIT 1';
    const [node] = await host.database.dataSource.query<{ id: string }[]>(found, [name]);
    return node?.id ?? '';
  };
  await teacher.form(`${at}/folders/${await idOf('')}/folders`, [['name', 'Sortie']]);
  const path = `${at}/folders/${await idOf('Sortie')}`;
  const files = Array.from({ length: FILES }, (_, n) => [`Photo de la sortie ${n}.jpg`, `photo ${n}`] as const);
  await teacher.files(`${path}/files`, files);
  return path;
}

async function handOut(teacher: BenchClient, { at, classId }: ClassFiles, n: number): Promise<void> {
  const fields = Object.entries({
    ...{ title: `Exposé ${n}`, text: 'Préparer la fiche', for: 'class', collects: 'true' },
    ...{ dueOn: '2027-07-01', dueAt: '16:00', late: 'true' },
  });
  const { location } = await teacher.form(`${at}/groups/${classId}/works/new`, [...fields, ['do', 'keep']]);
  const [, workId = ''] = /\/works\/([\da-f-]{36})/.exec(location) ?? [];
  await teacher.files(`${at}/works/${workId}/files/fill`, [['fiche.odt', `sheet ${n}`]]);
  const { text } = await teacher.page(`${at}/works/${workId}/edit`);
  const [, version = ''] = /name="version" value="([^"]+)"/.exec(text) ?? [];
  await teacher.form(`${at}/works/${workId}/edit`, [...fields, ['version', version], ['do', 'handOut']]);
}
