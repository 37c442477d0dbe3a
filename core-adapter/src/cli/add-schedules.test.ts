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

const MINUTE = 60_000;
const DAY = 86_400_000;

/** When the host looks for joins. */
const OFTEN = '*/5 * * * *';

type Work = (signal: AbortSignal) => Promise<void>;

for (const database of testDatabases()) {
  const { host, clock, ids } = await startTestHost({ bricks: [], database });
  const { manager } = host.database.dataSource;

  /** The looks of a host that has just started: at a time, the bounds of the decisions that it looks at, in minutes before now. */
  function startLooking(
    of: 'homonyms' | 'classJoins' = 'homonyms',
  ): (pattern: string) => Promise<readonly [since: number, before: number]> {
    const works = new Map<string, Work[]>();
    let looked: readonly [number, number] = [0, 0];
    const ago = (time = clock.now()): number => (clock.now().getTime() - time.getTime()) / MINUTE;
    const looks: Pick<Host['homonyms'], 'moveLateRows'> = {
      moveLateRows: ({ since, before }) => Promise.resolve(void (looked = [ago(since), ago(before)])),
    };
    const add = (_: string, at: string, work: Work): void => void works.set(at, [...(works.get(at) ?? []), work]);
    const schedules = { add, keep: () => undefined };
    const settle = (): Promise<number> => Promise.resolve(0);
    addSchedules(schedules, { ...host, [of]: { ...looks, settle } });
    return async (pattern) => {
      for (const work of works.get(pattern) ?? []) await work(new AbortController().signal);
      return looked;
    };
  }

  test(`T7: rows that came during a join are moved after ten minutes, and at night for two days, on ${database.name}`, async () => {
    const look = startLooking();
    await look(OFTEN);
    clock.advance(5 * MINUTE);
    expect(await look(OFTEN)).toEqual([15, 10]);
    expect(await look('37 2 * * *')).toEqual([48 * 60, 0]);
    clock.advance(-DAY);
    expect(await look(OFTEN)).toEqual([15, 10]);
    clock.advance(DAY - 5 * MINUTE);
  });

  test(`T7: a server that was off or asleep looks at the joins of that time, on ${database.name}`, async () => {
    const look = startLooking();
    expect(await look(OFTEN)).toEqual([60 * 24 * 60, 10]);
    clock.advance(DAY);
    expect(await look(OFTEN)).toEqual([24 * 60 + 10, 10]);
    expect(await startLooking('classJoins')(OFTEN)).toEqual([21 * 24 * 60, 10]);
    clock.advance(-DAY);
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
