// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { normaliseForSearch } from '../api/normalise-for-search.js';
import { listOpenClassPairs } from '../host/domain/class-joins/class-join-list.js';
import { DEFAULT_TIME_ZONE } from '../host/domain/directory/default-time-zone.js';
import { GroupRow } from '../host/domain/directory/group.entity.js';
import { MembershipRow } from '../host/domain/directory/membership.entity.js';
import { schoolYearOf } from '../host/domain/directory/school-year.js';
import { newId } from '../host/infra/database/new-id.js';
import type { TestHost } from './start-test-host.js';

/** The name of a class of the sample in the second source. @unstable */
export function nameInFile(name: string): string {
  return `${name} du fichier`;
}

/**
 * A second source names each class of this year with its pupils, under another key and name, and the host joins them, as after the import of an
 * ONDE file; an administrator is asked about small classes and says that they are the same. The second pupil of the CM1 is named by the second
 * source alone.
 * @param answer `none` leaves the questions about small classes open
 * @unstable
 */
export async function nameSampleTwice(
  { host, ids, clock }: Pick<TestHost, 'host' | 'ids' | 'clock'>,
  { answer = 'same' }: { readonly answer?: 'same' | 'none' } = {},
): Promise<void> {
  const { unitOfWork } = host.database;
  const classmate = { groupId: ids.cm1, personId: await ids.person('classmate') };
  await unitOfWork.transaction(async (manager) => {
    const classes = await manager.findBy(GroupRow, {
      source: 'ldap',
      kind: 'class',
      schoolYear: schoolYearOf(clock.now(), DEFAULT_TIME_ZONE),
    });
    const members = await manager.findBy(MembershipRow, { groupId: In(classes.map(({ id }) => id)), role: 'member' });
    for (const group of classes) {
      const pupils = members.filter(({ groupId }) => groupId === group.id);
      if (pupils.length === 0) continue;
      const [id, name] = [newId(), nameInFile(group.name)];
      const named = { id, name, foldedName: normaliseForSearch(name), key: `file-${group.key}` };
      await manager.insert(GroupRow, { ...group, ...named, source: 'file' });
      await manager.insert(
        MembershipRow,
        pupils.map((pupil) => ({ ...pupil, groupId: id })),
      );
    }
    if (answer === 'same') await manager.delete(MembershipRow, classmate);
  });
  await host.classJoins.settle();
  if (answer === 'none') return;
  for (const { id } of await listOpenClassPairs(unitOfWork)) {
    await host.classJoins.decide(id, answer, { actor: 'cli', reason: 'Both name the same pupils.' });
  }
}
