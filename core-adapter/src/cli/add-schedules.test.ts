// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '../host/app/boot-host.js';
import { AuditLine } from '../host/domain/audit/audit-line.entity.js';
import { FormerMembershipRow } from '../host/domain/directory/former-membership.entity.js';
import { PersonRow } from '../host/domain/directory/person.entity.js';
import { newId } from '../host/infra/database/new-id.js';
import { startTestHost } from '../testing/start-test-host.js';
import { testDatabases } from '../testing/test-databases.js';
import { addSchedules } from './add-schedules.js';
import type { Schedules } from './schedules.js';

const DAY = 86_400_000;

type Work = (signal: AbortSignal) => Promise<void>;

for (const database of testDatabases()) {
  const { host, clock, ids } = await startTestHost({ bricks: [], database });
  const { manager } = host.database.dataSource;

  test(`rows that came during a join are moved after ten minutes, and at night for two days, on ${database.name}`, async () => {
    const asked: [string, ...number[]][] = [];
    let pattern = '';
    const works = new Map<string, Work>();
    const ago = (time = clock.now()): number => (clock.now().getTime() - time.getTime()) / 60_000;
    const homonyms: Pick<Host['homonyms'], 'moveLateRows'> = {
      moveLateRows: ({ since, before }) => Promise.resolve(void asked.push([pattern, ago(since), ago(before)])),
    };
    const schedules = { add: (_: string, at: string, work: Work) => void works.set(at, work), keep: () => undefined };
    addSchedules(schedules, { ...host, homonyms });
    for (pattern of ['*/5 * * * *', '37 2 * * *']) await works.get(pattern)?.(new AbortController().signal);
    expect(asked).toEqual([
      ['*/5 * * * *', 15, 10],
      ['37 2 * * *', 48 * 60, 0],
    ]);
  });

  test(`P17 the night of the host erases nobody, and forgets no membership, under a clock that has leapt, on ${database.name}`, async () => {
    const works = new Map<string, Work>();
    const schedules: Pick<Schedules, 'add' | 'keep'> = {
      add: (name, _pattern, work) => void works.set(name, work),
      keep: () => undefined,
    };
    addSchedules(schedules, host);
    const night = async (): Promise<void> => {
      for (const work of works.values()) await work(new AbortController().signal);
    };
    const right = clock.now();
    const id = newId();
    const names = { givenName: 'Léa', familyName: 'Petit', displayName: 'Léa Petit', foldedName: 'petit lea' };
    await manager.insert(PersonRow, {
      id,
      ...names,
      createdAt: right,
      disabledAt: new Date(right.getTime() - 61 * DAY),
    });
    const left = new Date(right.getTime() - 9 * DAY);
    await manager.insert(FormerMembershipRow, { id, groupId: ids.cm1, personId: id, role: 'member', until: left });

    clock.set('2038-01-19T03:14:07Z');
    await night();
    expect(await manager.existsBy(FormerMembershipRow, { id })).toBe(true);
    expect(await manager.existsBy(PersonRow, { id })).toBe(true);
    expect(await manager.countBy(AuditLine, { action: 'core.clock.ahead' })).toBe(1);
    clock.set(right);
    await manager.update(PersonRow, { id }, { disabledAt: null });
    await night();
    expect(await manager.existsBy(FormerMembershipRow, { id })).toBe(false);
    await manager.update(PersonRow, { id }, { disabledAt: new Date(right.getTime() - 61 * DAY) });
    await night();
    expect(await manager.existsBy(PersonRow, { id })).toBe(false);
  });
}
