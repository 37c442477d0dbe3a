// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, PersonRecord } from '../api/directory/directory-source.js';
import { GroupRow } from '../host/domain/directory/group.entity.js';
import { ClassJoinRow } from '../host/domain/sync/classes/class-join.entity.js';
import { group, member, person } from './directory-records.js';
import { SCHOOL } from './sample-directory.js';
import type { TestHost } from './start-test-host.js';

/**
 * Pupils of a class of the first school that a file names as well, for the `records` of a test host. Their logins are the word with the
 * numbers from 0.
 * @unstable
 */
export function numberedPupils(classKey: string, word: string, count: number): DirectoryRecord[] {
  return Array.from({ length: count }, (_, at) => `${word}${String(at)}`).flatMap((login) => [
    numberedPupil(login),
    member(SCHOOL, classKey, login),
  ]);
}

/**
 * Imports a file of the first school that names its pupils by number and day of birth, as an export of ONDE does. The host then settles the
 * classes that stand twice.
 * @param classes the logins of pupils made by `numberedPupils`, by the name of their class in the file
 * @returns the ids of these classes, in their order
 * @unstable
 */
export async function importClasses(
  { host }: Pick<TestHost, 'host'>,
  classes: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const ofFile = (login: string): string => `file-${login}`;
  const records: DirectoryRecord[] = [
    { type: 'school', uai: SCHOOL, name: 'École', kind: 'primary' },
    ...Object.keys(classes).map((name) => group(SCHOOL, name, name)),
    ...Object.entries(classes).flatMap(([name, logins]) =>
      logins.flatMap((login) => [
        { ...numberedPupil(login), key: ofFile(login), login: ofFile(login) },
        member(SCHOOL, name, ofFile(login)),
      ]),
    ),
  ];
  const source = {
    name: 'file',
    async *read() {
      yield* records;
    },
  };
  const run = await host.sync.plan(source, new AbortController().signal);
  await host.sync.apply(run.id, { approve: { by: 'cli', reason: 'A file of a small school.' } });
  const groups = await host.database.unitOfWork.run((manager) => manager.findBy(GroupRow, { source: source.name }));
  return Object.keys(classes).map((key) => groups.find(({ name }) => name === key)?.id ?? '');
}

/** An administrator says that a class of a file is a class of the directory, as the host asked. @unstable */
export async function joinByHand(
  { host }: Pick<TestHost, 'host'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const { id } = await host.database.unitOfWork.run((manager) =>
    manager.findOneByOrFail(ClassJoinRow, { groupId: from, ownId: to }),
  );
  await host.classJoins.decide(id, 'same', { actor: 'cli', reason: '' });
}

function numberedPupil(login: string): PersonRecord {
  const number = [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000_000;
  const ine = `1${String(number).padStart(8, '0')}AA`;
  return { ...person(login, 'pupil', SCHOOL, login, 'Petit'), ine, birthDate: '2016-04-02', level: 'CM1' };
}
