// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { ActivationsForTests, CM1, CM2, DAY, errorOf, HEAD, HERE, HOUR, OTHER_HEAD } from './activation-for-tests.js';
import { rulesVersion } from './rules-version.js';

const OF_GROUPS = ['pupil', 'guardian', 'teacher'] as const;

describe.each(testDatabases())('taking the last decision back on $name', (kind) => {
  let here: ActivationsForTests;
  beforeAll(async () => {
    here = await ActivationsForTests.open(kind);
  });
  beforeEach(() => here.forget());
  afterAll(() => here.drop());

  const change = async (changes: Parameters<ActivationsForTests['enable']>[0]): Promise<void> => {
    const [rule] = await here.rules();
    here.clock.advance(HOUR);
    const whole = { profiles: [], groupIds: [], from: null, until: null };
    await here.service.change(HERE, 'agenda', rule?.id ?? '', HEAD, { ...whole, ...changes });
  };
  const undo = async (actor = HEAD, seen?: string): Promise<unknown> => {
    here.clock.advance(HOUR);
    return errorOf(here.service.undo(HERE, 'agenda', actor, seen));
  };
  const open = async (): Promise<unknown[]> =>
    (await here.rules()).map(({ profiles, groupIds, from, until }) => {
      const later = from > here.clock.now() ? [from.toISOString()] : [];
      return [profiles, groupIds, ...later, ...(until ? [until.toISOString()] : [])];
    });

  test('a change: the former rule is back from now on, with its groups and its planned end, and undone again it goes', async () => {
    const until = here.later(30 * DAY);
    await here.enable({ profiles: OF_GROUPS, groupIds: [CM1], until });
    await change({ profiles: ['head'] });
    expect(await open()).toEqual([[['head'], []]]);
    expect(await undo()).toBe('it was done');
    expect(await open()).toEqual([[[...OF_GROUPS], [CM1], until.toISOString()]]);
    expect(await here.isOn('pupil', CM1)).toBe(true);
    await undo();
    expect(await open()).toEqual([[['head'], []]]);
  });

  test('a change for a later day: it does not happen, and the rule of today stays; a month later, the former rule is back', async () => {
    await here.enable();
    const from = here.later(10 * DAY);
    await change({ groupIds: [CM1], from });
    await undo();
    expect(await open()).toEqual([[[], []]]);
    await change({ groupIds: [CM2], from });
    here.clock.set(new Date(from.getTime() + 30 * DAY));
    expect(await open()).toEqual([[[], [CM2]]]);
    await undo();
    expect(await open()).toEqual([[[], []]]);
  });

  test('a rule to come that was put off: it begins on its first day again', async () => {
    const from = here.later(10 * DAY);
    await here.enable({ groupIds: [CM1], from });
    await change({ groupIds: [CM1], from: here.later(20 * DAY) });
    await undo();
    expect(await open()).toEqual([[[], [CM1], from.toISOString()]]);
  });

  test('a rule that a planned one was to replace ends on that day again, also when it is taken back on a later day', async () => {
    const from = here.later(10 * DAY);
    await here.enable();
    await change({ groupIds: [CM1], from });
    const planned = [[], [CM1], from.toISOString()];
    expect(await open()).toEqual([[[], [], from.toISOString()], planned]);
    for (const taken of ['once', 'twice']) {
      await change({ profiles: ['teacher'] });
      expect([taken, ...(await open())]).toEqual([taken, [['teacher'], []], planned]);
      await undo();
      expect([taken, ...(await open())]).toEqual([taken, [[], [], from.toISOString()], planned]);
    }
    await change({ profiles: ['teacher'] });
    here.clock.set(new Date(from.getTime() + DAY));
    expect(await open()).toEqual([
      [['teacher'], []],
      [[], [CM1]],
    ]);
    await undo();
    expect(await open()).toEqual([[[], [CM1]]]);
  });

  test('a rule that was stopped before a planned one replaces it comes back until that day, and no longer after it', async () => {
    const from = here.later(10 * DAY);
    await here.enable();
    await change({ groupIds: [CM1], from });
    const stop = async (): Promise<void> => {
      const [rule] = await here.rules();
      here.clock.advance(HOUR);
      await here.service.endRule(HERE, 'agenda', rule?.id ?? '', HEAD);
    };
    await stop();
    await undo();
    expect(await open()).toEqual([
      [[], [], from.toISOString()],
      [[], [CM1], from.toISOString()],
    ]);
    await stop();
    here.clock.set(new Date(from.getTime() + DAY));
    expect(await undo()).toBeInstanceOf(ConflictError);
    expect(await open()).toEqual([[[], [CM1]]]);
  });

  test('a rule that was added goes, and one that was stopped comes back; the others stay', async () => {
    await here.enable({ profiles: ['teacher'] });
    here.clock.advance(HOUR);
    const added = await here.enable({ profiles: ['pupil'], groupIds: [CM1] });
    await undo();
    expect(await open()).toEqual([[['teacher'], []]]);
    await undo();
    expect(await open()).toEqual([
      [['teacher'], []],
      [['pupil'], [CM1]],
    ]);
    const [, back] = await here.rules();
    here.clock.advance(HOUR);
    await here.service.endRule(HERE, 'agenda', back?.id ?? added.id, HEAD);
    await undo();
    expect(await open()).toHaveLength(2);
  });

  test('a page with the rules of before is refused, and a brick that is off or was never on has nothing to take back', async () => {
    await here.enable();
    await change({ groupIds: [CM1] });
    const seen = rulesVersion(await here.rules());
    await change({ groupIds: [CM2] });
    expect(await undo(OTHER_HEAD, seen)).toBeInstanceOf(ConflictError);
    expect(await open()).toEqual([[[], [CM2]]]);
    await here.service.disable(HERE, 'agenda', HEAD);
    expect(await undo()).toBeInstanceOf(ConflictError);
    await here.forget();
    expect(await undo()).toBeInstanceOf(ConflictError);
  });

  test('it is audited as a change by the one who took the decision back', async () => {
    await here.enable({ profiles: ['pupil'] });
    await change({ groupIds: [CM1] });
    await undo(OTHER_HEAD);
    expect((await here.trail()).at(-1)).toEqual([
      HERE,
      'core.brick.change',
      { brick: 'agenda', profiles: ['pupil'], from: here.clock.now().toISOString() },
      'done',
    ]);
  });
});
