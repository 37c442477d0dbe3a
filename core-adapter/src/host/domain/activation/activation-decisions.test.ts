// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { WHOLE_SCHOOL } from './activation-choice.js';
import {
  ActivationsForTests,
  CM1,
  CM2,
  choice,
  DAY,
  errorOf,
  HEAD,
  HERE,
  HOUR,
  LAST_YEAR,
  LEFT,
  OTHER_HEAD,
  SIXTH,
  THERE,
} from './activation-for-tests.js';

describe.each(testDatabases())('decisions about bricks on $name', (kind) => {
  let world: ActivationsForTests;

  beforeAll(async () => {
    world = await ActivationsForTests.open(kind);
  });
  beforeEach(() => world.forget());
  afterAll(() => world.drop());

  test('rules of a school and a brick: in force and to come, the earliest first; past rules are in the history', async () => {
    const next = await world.enable({ profiles: ['teacher'], from: world.later(DAY) });
    const first = await world.enable({ profiles: ['pupil'], until: world.later(HOUR) });
    const [other] = [
      await world.service.enable(THERE, 'agenda', OTHER_HEAD),
      await world.service.enable(HERE, 'livret', HEAD),
    ];
    expect(await world.rules()).toEqual([first, next]);
    expect(await world.service.rulesBySchool('agenda')).toEqual(
      new Map([
        [HERE, [first, next]],
        [THERE, [other]],
      ]),
    );
    world.clock.advance(HOUR);
    expect(await world.ids()).toEqual([next.id]);
    expect((await world.service.history(HERE, 'agenda')).map(({ id }) => id)).toEqual([first.id, next.id]);
  });

  test('a rule for a class is in force from its first to its last millisecond, not before and not after', async () => {
    await world.enable({ groupIds: [CM1], from: world.later(DAY), until: world.later(2 * DAY) });
    const seen: boolean[] = [];
    for (const step of [DAY - 1, 1, DAY - 1, 1]) {
      world.clock.advance(step);
      seen.push(await world.isOn('pupil', CM1));
      expect(await world.isOn('pupil', CM2)).toBe(false);
    }
    expect(seen).toEqual([false, true, true, false]);
  });

  test('a change takes effect at once: the old rule ends when the new one begins, and stays in the history', async () => {
    const old = await world.enable({ profiles: ['teacher'] });
    world.clock.advance(HOUR);
    const changed = await world.service.change(HERE, 'agenda', old.id, OTHER_HEAD, choice({ groupIds: [CM1] }));
    const now = world.clock.now();
    expect(await world.row(old.id)).toEqual({ ...old, until: now, disabledBy: OTHER_HEAD, endedAt: now });
    expect(await world.row(changed.id)).toEqual({
      ...changed,
      from: now,
      until: null,
      enabledBy: OTHER_HEAD,
      decidedAt: now,
    });
    expect(await world.ids()).toEqual([changed.id]);
    expect([await world.isOn('teacher'), await world.isOn('pupil', CM1)]).toEqual([false, true]);
  });

  test('a change for later keeps the old rule until then; the old rule keeps its own end when that is earlier', async () => {
    const open = await world.enable();
    const changed = await world.service.change(
      HERE,
      'agenda',
      open.id,
      HEAD,
      choice({ groupIds: [CM1], from: world.later(DAY) }),
    );
    expect(await world.row(open.id)).toMatchObject({
      until: changed.from,
      endedAt: world.clock.now(),
      disabledBy: HEAD,
    });
    expect(await world.ids()).toEqual([open.id, changed.id]);
    expect(await world.isOn('teacher')).toBe(true);
    const first = await world.service.change(HERE, 'agenda', open.id, HEAD, choice({ until: world.later(HOUR) }));
    await world.service.change(HERE, 'agenda', first.id, HEAD, choice({ from: world.later(2 * DAY) }));
    expect(await world.row(first.id)).toMatchObject({ until: world.later(HOUR) });
  });

  test.each([1, 3])(
    'a rule that starts in two days and is moved to day %d is called off without ever being in force',
    async (to) => {
      const old = await world.enable({ from: world.later(2 * DAY), until: world.later(5 * DAY) });
      const from = world.later(to * DAY);
      const changed = await world.service.change(HERE, 'agenda', old.id, HEAD, choice({ from }));
      expect(await world.row(old.id)).toMatchObject({
        from: old.from,
        until: old.from,
        disabledBy: HEAD,
        endedAt: world.clock.now(),
      });
      expect(await world.ids()).toEqual([changed.id]);
      world.clock.set(new Date(from.getTime() - 1));
      expect(await world.isOn('pupil')).toBe(false);
      const now = await world.service.change(HERE, 'agenda', changed.id, HEAD, WHOLE_SCHOOL);
      expect(await world.ids()).toEqual([now.id]);
    },
  );

  describe('a change for later that is cancelled', () => {
    const planned = async (until: Date | null = null): Promise<[old: string, change: string]> => {
      const { id } = await world.enable({ until });
      const change = choice({ profiles: ['teacher'], from: world.later(2 * DAY) });
      return [id, (await world.service.change(HERE, 'agenda', id, HEAD, change)).id];
    };
    const isOnAfter = async (days: number): Promise<boolean> => {
      const now = world.clock.now();
      world.clock.set(new Date(now.getTime() + days * DAY));
      const isOn = await world.isOn('pupil');
      world.clock.set(now);
      return isOn;
    };

    test.each([null, 5])(
      'keeps the rule that it was to replace on until the end chosen for it: day %j',
      async (day) => {
        const until = day === null ? null : world.later(day * DAY);
        const [old, change] = await planned(until);
        expect([await isOnAfter(1), await isOnAfter(3)]).toEqual([true, false]);
        await world.service.endRule(HERE, 'agenda', change, OTHER_HEAD);
        expect(await world.row(old)).toMatchObject({ until, disabledBy: null, endedAt: null });
        expect([await isOnAfter(3), await isOnAfter(6)]).toEqual([true, day === null]);
      },
    );

    test.each([4, 1])('keeps the old rule on until day %d when it is moved to that day', async (day) => {
      const [old, change] = await planned();
      const from = world.later(day * DAY);
      const moved = await world.service.change(HERE, 'agenda', change, OTHER_HEAD, choice({ groupIds: [CM1], from }));
      expect(await world.ids()).toEqual([old, moved.id]);
      expect(await world.row(old)).toMatchObject({ until: from, disabledBy: OTHER_HEAD });
      expect([await isOnAfter(day - 0.1), await isOnAfter(day)]).toEqual([true, false]);
      await world.service.endRule(HERE, 'agenda', moved.id, HEAD);
      expect(await isOnAfter(5)).toBe(true);
    });

    test('the earlier of two changes for later takes effect first', async () => {
      const [old, change] = await planned();
      const from = world.later(4 * DAY);
      await world.service.change(HERE, 'agenda', old, HEAD, choice({ groupIds: [CM1], from }));
      expect([await isOnAfter(1), await isOnAfter(3)]).toEqual([true, false]);
      await world.service.endRule(HERE, 'agenda', change, HEAD);
      expect([await isOnAfter(3), await isOnAfter(4)]).toEqual([true, false]);
    });

    test('does not bring back a rule that was ended meanwhile', async () => {
      const [old, change] = await planned();
      world.clock.advance(HOUR);
      await world.service.endRule(HERE, 'agenda', old, HEAD);
      await world.service.endRule(HERE, 'agenda', change, HEAD);
      expect([await world.isOn('pupil'), await isOnAfter(3)]).toEqual([false, false]);
    });
  });

  test('ending one rule keeps the others; a rule to come is called off', async () => {
    const [pupils, teachers] = [
      await world.enable({ profiles: ['pupil'] }),
      await world.enable({ profiles: ['teacher'] }),
    ];
    const soon = await world.enable({ from: world.later(DAY) });
    world.clock.advance(1);
    await world.service.endRule(HERE, 'agenda', pupils.id, OTHER_HEAD);
    await world.service.endRule(HERE, 'agenda', soon.id, OTHER_HEAD);
    expect(await world.ids()).toEqual([teachers.id]);
    expect(await world.row(pupils.id)).toMatchObject({
      until: world.clock.now(),
      disabledBy: OTHER_HEAD,
      endedAt: world.clock.now(),
    });
    expect(await world.row(soon.id)).toMatchObject({ from: soon.from, until: soon.from, endedAt: world.clock.now() });
    expect([await world.isOn('pupil'), await world.isOn('teacher')]).toEqual([false, true]);
    world.clock.set(soon.from);
    expect([await world.isOn('pupil'), await world.isOn('teacher')]).toEqual([false, true]);
  });

  test('disable ends the rules in force and calls off the rules to come', async () => {
    const [now, soon] = [
      await world.enable({ profiles: ['pupil'], until: world.later(DAY) }),
      await world.enable({ from: world.later(DAY) }),
    ];
    world.clock.advance(HOUR);
    await world.service.disable(HERE, 'agenda', OTHER_HEAD);
    expect(await world.row(now.id)).toMatchObject({ until: world.clock.now(), disabledBy: OTHER_HEAD });
    expect(await world.row(soon.id)).toMatchObject({ until: soon.from, disabledBy: OTHER_HEAD });
    expect(await errorOf(world.service.disable(HERE, 'agenda', HEAD))).toMatchObject({
      code: 'CONFLICT',
      details: { by: OTHER_HEAD, at: world.clock.now() },
    });
    world.clock.advance(2 * DAY);
    expect(await world.isOn('pupil')).toBe(false);
    expect(await world.service.history(HERE, 'agenda')).toHaveLength(2);
  });

  test('T8: a changed rule goes on naming the groups of a former year and those that ended, and so do restored rules', async () => {
    world.clock.set('2026-06-01T10:00:00Z');
    const old = await world.enable({ groupIds: [LAST_YEAR] });
    world.clock.set('2026-09-07T10:00:00Z');
    const anew = await world.service.change(HERE, 'agenda', old.id, HEAD, choice({ groupIds: [CM1] }));
    expect(anew.groupIds).toEqual([CM1, LAST_YEAR]);
    expect((await world.trail()).at(-1)?.[2]).toMatchObject({ groups: [CM1, LAST_YEAR] });
    world.clock.advance(DAY);
    const again = world.service.change(HERE, 'agenda', anew.id, HEAD, choice({ groupIds: [CM1] }));
    expect(await errorOf(again)).toMatchObject({ code: 'CONFLICT' });
    await world.service.disable(HERE, 'agenda', HEAD);
    const [restored] = await world.service.restore(HERE, 'agenda', HEAD);
    expect(restored?.groupIds).toEqual([CM1, LAST_YEAR]);
    const change = (groupIds: string[]): Promise<unknown> =>
      world.service.change(HERE, 'agenda', restored?.id ?? '', HEAD, choice({ groupIds }));
    for (const other of [
      [CM1, LEFT],
      [LAST_YEAR, SIXTH],
    ]) {
      expect(await errorOf(change(other))).toMatchObject({ code: 'INVALID_INPUT' });
    }
    await change([]);
    expect((await world.rules()).map(({ groupIds }) => groupIds)).toEqual([[]]);
  });

  test('restore brings back the rules that were switched off together, with their chosen ends and replacements', async () => {
    const until = world.later(30 * DAY);
    const past = await world.enable({ profiles: ['staff'] });
    await world.service.endRule(HERE, 'agenda', past.id, HEAD);
    world.clock.advance(HOUR);
    const open = await world.enable({ profiles: ['pupil'], groupIds: [CM1], until });
    await world.enable({ profiles: ['teacher'], until: world.later(HOUR) });
    const from = world.later(2 * DAY);
    await world.service.change(HERE, 'agenda', open.id, HEAD, choice({ groupIds: [CM2], from }));
    await world.service.enable(THERE, 'agenda', OTHER_HEAD);
    world.clock.advance(HOUR / 2);
    await world.service.disable(HERE, 'agenda', HEAD);
    world.clock.advance(DAY);
    const now = world.clock.now();

    const restored = await world.service.restore(HERE, 'agenda', OTHER_HEAD);
    expect(restored.map(({ profiles, groupIds, from: start }) => ({ profiles, groupIds, start }))).toEqual([
      { profiles: ['pupil'], groupIds: [CM1], start: now },
      // Its chosen end is in the past, so it has none now.
      { profiles: ['teacher'], groupIds: [], start: now },
      { profiles: [], groupIds: [CM2], start: from },
    ]);
    const rules = await world.rules();
    const [first] = restored;
    expect(rules.map(({ until: end, chosenUntil, replaces }) => ({ end, chosenUntil, replaces }))).toEqual([
      { end: from, chosenUntil: until, replaces: null },
      { end: null, chosenUntil: null, replaces: null },
      { end: null, chosenUntil: null, replaces: first?.id },
    ]);
    expect(await world.service.rules(THERE, 'agenda')).toHaveLength(1);
    expect(await errorOf(world.service.restore(HERE, 'agenda', HEAD))).toMatchObject({ code: 'CONFLICT' });
    expect(await errorOf(world.service.restore(HERE, 'livret', HEAD))).toMatchObject({ code: 'CONFLICT' });
  });
});
