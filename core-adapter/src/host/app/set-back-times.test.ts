// SPDX-License-Identifier: EUPL-1.2
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { SCHOOL } from '../../testing/sample-directory.js';
import { startTestHost } from '../../testing/start-test-host.js';
import { bothDatabases } from '../../testing/test-databases.js';
import { ActivationRow } from '../domain/activation/activation.entity.js';
import { LapsingGrantRow } from '../domain/administrators/lapsing-grant.entity.js';
import { ClassJoinRow } from '../domain/sync/classes/class-join.entity.js';
import { CLOCK_ID, ClockRow } from '../domain/clock/clock.entity.js';
import { AttachmentRow } from '../domain/directory/attachment.entity.js';
import { ExternalIdRow } from '../domain/directory/external-id.entity.js';
import { FormerMembershipRow } from '../domain/directory/former-membership.entity.js';
import { GroupRow } from '../domain/directory/group.entity.js';
import { PersonRow } from '../domain/directory/person.entity.js';
import { STAND_IN_SOURCE } from '../domain/directory/stand-in.entity.js';
import { PutAwayRow } from '../domain/former-schools/put-away.entity.js';
import { effectsBrick, writeOnce } from '../domain/jobs/effects-for-tests.js';
import { KeptTextRow } from '../domain/kept-texts/kept-text.entity.js';
import { SyncRunRow } from '../domain/sync/runs/sync-run.entity.js';
import { HomonymRow } from '../domain/sync/state/homonym.entity.js';
import { newId } from '../infra/database/new-id.js';

const MINUTE = 60_000;
const RIGHT = new Date('2026-11-24T10:00:00Z');
const AHEAD = new Date('2027-02-22T10:00:00Z');

/** `minutes` after another time. */
const after = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * MINUTE);

interface Row {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly name: string;
  readonly column: string;
  readonly decidedIn?: string;
}

const DATED: readonly Row[] = [
  { entity: AttachmentRow, name: 'core_attachment', column: 'from' },
  { entity: AttachmentRow, name: 'core_attachment', column: 'until' },
  { entity: GroupRow, name: 'core_group', column: 'namedAt' },
  { entity: GroupRow, name: 'core_group', column: 'endedAt' },
  { entity: FormerMembershipRow, name: 'core_former_membership', column: 'until' },
  { entity: FormerMembershipRow, name: 'core_former_membership', column: 'leftAt' },
  { entity: ExternalIdRow, name: 'core_external_id', column: 'leftAt' },
  { entity: PersonRow, name: 'core_person', column: 'disabledAt' },
  { entity: HomonymRow, name: 'core_homonym', column: 'askedAt' },
  { entity: HomonymRow, name: 'core_homonym', column: 'decidedAt' },
  { entity: ClassJoinRow, name: 'core_class_join', column: 'askedAt' },
  { entity: ClassJoinRow, name: 'core_class_join', column: 'decidedAt' },
  { entity: PutAwayRow, name: 'core_put_away', column: 'at' },
  { entity: KeptTextRow, name: 'core_kept_text', column: 'savedAt' },
  { entity: KeptTextRow, name: 'core_kept_text', column: 'otherAt' },
  { entity: LapsingGrantRow, name: 'core_lapsing_grant', column: 'noticedAt' },
  { entity: LapsingGrantRow, name: 'core_lapsing_grant', column: 'warnedAt' },
  { entity: ActivationRow, name: 'core_activation', column: 'from', decidedIn: 'decidedAt' },
  { entity: ActivationRow, name: 'core_activation', column: 'until', decidedIn: 'endedAt' },
  { entity: SyncRunRow, name: 'core_sync_run', column: 'startedAt' },
  { entity: SyncRunRow, name: 'core_sync_run', column: 'endedAt' },
  { entity: SyncRunRow, name: 'core_sync_run', column: 'fullAt' },
];

for (const database of bothDatabases()) {
  const { host, clock, ids } = await startTestHost({ bricks: [effectsBrick(writeOnce)], database, now: RIGHT });
  const { manager } = host.database.dataSource;
  const run = (): Promise<unknown> => host.jobs.runDue({ isClockSure: false });
  const personId = await ids.person('pupil');
  const otherId = await ids.person('classmate');
  const [attached] = await manager.findBy(AttachmentRow, { personId });
  const place = attached?.id ?? '';
  await manager.insert(FormerMembershipRow, { id: newId(), groupId: ids.cm2, personId, role: 'member', until: RIGHT });
  const asked = { why: 'day', state: 'same', askedAt: RIGHT, decidedAt: RIGHT, source: 'ldap' } as const;
  await manager.insert(HomonymRow, { id: newId(), personId, otherId, ...asked });
  const pair = {
    uai: SCHOOL,
    groupId: ids.cm2,
    ownId: ids.cm1,
    state: 'same',
    decidedBy: 'sync',
    reason: null,
  } as const;
  await manager.insert(ClassJoinRow, { id: newId(), ...pair, askedAt: RIGHT, decidedAt: RIGHT });
  await manager.insert(PutAwayRow, { personId, uai: SCHOOL, at: RIGHT });
  const text = { key: 'form', page: '/', title: 'Page', content: '[]', base: '', version: 'first', other: '[]' };
  await manager.insert(KeptTextRow, { id: newId(), personId, uai: SCHOOL, ...text, savedAt: RIGHT, otherAt: RIGHT });
  await manager.insert(LapsingGrantRow, { attachmentId: place, noticedAt: RIGHT, warnedAt: RIGHT });

  /** The condition of one row of a table. */
  const one = async (entity: EntityTarget<ObjectLiteral>): Promise<FindOptionsWhere<ObjectLiteral>> => {
    const { primaryColumns } = manager.connection.getMetadata(entity);
    const [row = {}] = await manager.find(entity, { take: 1 });
    return Object.fromEntries(primaryColumns.map(({ propertyName }) => [propertyName, row[propertyName] as unknown]));
  };
  const timeOf = async (entity: EntityTarget<ObjectLiteral>, where: ObjectLiteral, column: string): Promise<unknown> =>
    (await manager.findOneByOrFail(entity, where))[column];
  /** Sets the clock ahead for an hour; half an hour after the leap, something is written. */
  const leap = async (write: (time: Date) => Promise<unknown>): Promise<void> => {
    clock.set(AHEAD);
    await run();
    clock.set(after(AHEAD, 30));
    await write(clock.now());
    clock.set(after(AHEAD, 60));
    await run();
    clock.set(after(RIGHT, 60));
    await run();
  };

  describe(`after the clock was ahead for an hour, on ${database.name}`, () => {
    beforeEach(async () => {
      await manager.clear(ClockRow);
      await manager.insert(ClockRow, { id: CLOCK_ID, at: RIGHT, before: null, leaptAt: null, heldUntil: null });
    });

    test.each(DATED)('P17 a time in $name, $column, says when it was', async ({ entity, column, decidedIn }) => {
      const where = await one(entity);
      const before = await manager.findOneByOrFail(entity, where);
      await leap((at) => manager.update(entity, where, { [column]: at, ...(decidedIn && { [decidedIn]: at }) }));
      expect(await timeOf(entity, where, column)).toEqual(after(RIGHT, 30));
      if (decidedIn) expect(await timeOf(entity, where, decidedIn)).toEqual(after(RIGHT, 30));
      await manager.update(entity, where, {
        [column]: before[column],
        ...(decidedIn && { [decidedIn]: before[decidedIn] }),
      });
    });

    test('P17 days that somebody has chosen stay: of a replacement, and of a brick', async () => {
      const chosen = { from: after(AHEAD, -1), until: after(AHEAD, 24 * 60) };
      const standIn = {
        id: newId(),
        personId: otherId,
        uai: SCHOOL,
        profile: 'teacher',
        source: STAND_IN_SOURCE,
      } as const;
      await manager.insert(AttachmentRow, { ...standIn, ...chosen });
      const where = await one(ActivationRow);
      const before = await manager.findOneByOrFail(ActivationRow, where);
      await leap((decidedAt) => manager.update(ActivationRow, where, { ...chosen, decidedAt, endedAt: decidedAt }));
      expect(await manager.findOneBy(AttachmentRow, { id: standIn.id })).toMatchObject(chosen);
      const decided = { decidedAt: after(RIGHT, 30), endedAt: after(RIGHT, 30) };
      expect(await manager.findOneBy(ActivationRow, where)).toMatchObject({ ...chosen, ...decided });
      await manager.save(ActivationRow, before);
      await manager.delete(AttachmentRow, { id: standIn.id });
    });

    test('P17 a clock that is set back by minutes, or was some weeks ahead, moves nothing', async () => {
      const where = { id: place };
      for (const minutes of [5, 30 * 24 * 60]) {
        clock.set(after(RIGHT, minutes));
        await run();
        await manager.update(AttachmentRow, where, { from: clock.now() });
        clock.set(RIGHT);
        await run();
        expect(await timeOf(AttachmentRow, where, 'from')).toEqual(after(RIGHT, minutes));
      }
    });

    test.each([
      { sentence: 'confirmed', end: () => host.clockGuard.confirm('cli') },
      { sentence: 'a day old', end: () => Promise.resolve(clock.advance(24 * 60 * MINUTE)) },
    ])('P17 a leap that is $sentence was right: a clock that is behind later moves nothing', async ({ end }) => {
      const where = { id: place };
      for (const behind of ['2015-01-01T00:00:00Z', after(AHEAD, -10 * 24 * 60)]) {
        await manager.update(ClockRow, { id: CLOCK_ID }, { at: RIGHT, before: null, leaptAt: null, heldUntil: null });
        clock.set(AHEAD);
        await run();
        await end();
        await run();
        const right = after(clock.now(), 30);
        clock.set(right);
        await manager.update(AttachmentRow, where, { from: right });
        for (const time of [behind, after(right, 1), behind, after(right, 2)]) {
          clock.set(time);
          await run();
        }
        expect(await timeOf(AttachmentRow, where, 'from')).toEqual(right);
      }
    });

    test.each([
      { sentence: 'leapt twice', second: '2050-01-01T00:00:00Z', back: after(RIGHT, 60) },
      { sentence: 'is behind when it comes back', second: after(AHEAD, 45), back: '2015-01-01T00:00:00Z' },
    ])('P17 where the clock $sentence, nothing is earlier than the last right time', async ({ second, back }) => {
      const where = { id: place };
      clock.set(AHEAD);
      await run();
      await manager.update(AttachmentRow, where, { from: AHEAD });
      clock.set(second);
      await run();
      clock.set(back);
      await run();
      clock.set(after(RIGHT, 45));
      await run();
      expect(await timeOf(AttachmentRow, where, 'from')).toEqual(RIGHT);
    });

    test.each(['2015-01-01T00:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24T10:00:30Z', '2027-01-20T00:00:00Z'])(
      'P17 after a leap that was right, a machine that starts again and again at %s moves nothing',
      async (start) => {
        const where = { id: place };
        const show = async (time: Date | string): Promise<void> => {
          clock.set(time);
          await run();
        };
        // The summer is over, and a day has passed; each later start is within a day of the one before.
        for (const time of [start, AHEAD, after(AHEAD, 25 * 60)]) await show(time);
        for (let day = 2; day < 5; day += 1) {
          const right = after(AHEAD, day * 24 * 60 - 60);
          await show(right);
          await manager.update(AttachmentRow, where, { from: right });
          await show(after(right, 20));
          for (const seconds of [1, 20]) await show(after(new Date(start), seconds / 60));
          expect(await timeOf(AttachmentRow, where, 'from')).toEqual(right);
        }
      },
    );

    test('P17 a clock that stays behind longer than the time seemed right moves one day at most', async () => {
      const where = { id: place };
      for (const time of [AHEAD, after(AHEAD, 25 * 60)]) {
        clock.set(time);
        await run();
      }
      const right = clock.now();
      await manager.update(AttachmentRow, where, { from: right });
      const late = after(right, 70 * 24 * 60);
      for (const time of ['2027-01-20T00:00:00Z', late, after(late, 10), '2027-01-20T03:00:00Z']) {
        clock.set(time);
        await run();
      }
      expect(await timeOf(AttachmentRow, where, 'from')).toEqual(right);
    });
  });
}
