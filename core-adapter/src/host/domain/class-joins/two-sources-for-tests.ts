// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { listGroups } from '../directory/group-list.js';
import { GroupRow } from '../directory/group.entity.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { group, member, person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import type { SeveralSources } from '../sync/testing/several-sources.js';

export const BY = { actor: 'cli', reason: '' };
const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];

/** A pupil that two sources recognise as one by number and day of birth. */
export function pupil(prefix: string, name: string, uai: string, ...classes: string[]): DirectoryRecord[] {
  const number = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_000_000;
  const ine = `1${String(number).padStart(8, '0')}AA`;
  const key = `${prefix}${name}`;
  const one = person(`${name}.petit`, 'pupil', uai, { ine, birthDate: '2016-04-02' });
  return [{ ...one, key, login: key }, ...classes.map((of) => member(key, of, uai))];
}

export const names = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${word}${at}`);
export const CM1 = names('cmun', 5);
export const CM2 = names('cmdeux', 5);

/** The directory of both schools. */
export function scribe(...more: DirectoryRecord[]): DirectoryRecord[] {
  return [
    ...schools,
    group('CM1', TILLEULS),
    group('CM2', TILLEULS),
    group('6e B', VAL),
    person('claire.vuillemin', 'teacher', TILLEULS),
    member('claire.vuillemin', 'CM2', TILLEULS, 'teacher'),
    ...CM1.flatMap((name) => pupil('s.', name, TILLEULS, 'CM1')),
    ...CM2.flatMap((name) => pupil('s.', name, TILLEULS, 'CM2')),
    ...names('sixieme', 4).flatMap((name) => pupil('s.', name, VAL, '6e B')),
    ...more,
  ];
}

/** The file of a school, of the first one by default. */
export function onde(classes: Readonly<Record<string, readonly string[]>>, uai = TILLEULS): DirectoryRecord[] {
  return [
    school(uai, 'Tilleuls'),
    ...Object.keys(classes).map((key) => group(key, uai)),
    ...Object.entries(classes).flatMap(([key, all]) => all.flatMap((name) => pupil('o.', name, uai, key))),
  ];
}

/** Questions of the tests to the sources of the first school. */
export interface AskSources {
  manager(): EntityManager;
  /** The id of a class of the first school. */
  idOf(source: string, key: string): Promise<string>;
  /** Applies a sync and compares the classes. @returns the number of classes that were joined */
  sync(source: string, records: DirectoryRecord[]): Promise<number>;
  /** The classes of the first school with their numbers of pupils, as bricks see them. */
  seen(): Promise<string[]>;
  /** The pairs of classes with their states. */
  asked(): Promise<string[]>;
}

export function askSources(current: () => SeveralSources): AskSources {
  const manager = () => current().database.dataSource.manager;
  return {
    manager,
    idOf: async (source, key) =>
      (await manager().findOneByOrFail(GroupRow, { source, key: key.toLowerCase(), uai: TILLEULS })).id,
    async sync(source, records) {
      await current().sync(source, records);
      return current().classJoins.settle();
    },
    async seen() {
      const place = { uai: TILLEULS, now: current().clock.now() };
      const groups = await listGroups(current().database.unitOfWork, place);
      return groups.map(({ name, pupils, teachers }) => [name, pupils, ...teachers].join(' '));
    },
    async asked() {
      const groups = new Map((await manager().find(GroupRow)).map(({ id, source, name }) => [id, `${source} ${name}`]));
      const rows = await manager().find(ClassJoinRow);
      return rows.map(({ groupId, ownId, state }) => `${groups.get(groupId)} = ${groups.get(ownId)}: ${state}`).sort();
    },
  };
}
