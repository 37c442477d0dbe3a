// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, InputError, NotFoundError } from '../../../api/errors.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { WHOLE_SCHOOL, type ActivationChoice } from './activation-choice.js';
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
import { rulesVersion } from './rules-version.js';

describe.each(bothDatabases())('refused decisions about bricks on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let world: ActivationsForTests;

  beforeAll(async () => {
    world = await ActivationsForTests.open(kind);
  });
  beforeEach(() => world.forget());
  afterAll(() => world.drop());

  testOnce('rules add up; a rule whose audience and span another rule covers is refused', async () => {
    const wide = await world.enable({ profiles: ['pupil', 'teacher'], groupIds: [CM1, CM2], until: world.later(DAY) });
    for (const covered of [
      { profiles: ['pupil'], groupIds: [CM1], until: world.later(DAY) },
      { profiles: ['teacher', 'pupil'], groupIds: [CM2], from: world.later(HOUR), until: world.later(2 * HOUR) },
    ] satisfies Partial<ActivationChoice>[]) {
      const error = await errorOf(world.enable(covered));
      expect(error).toBeInstanceOf(ConflictError);
      expect(error).toMatchObject({ details: { by: HEAD, at: world.clock.now() } });
    }
    for (const wider of [
      { profiles: ['pupil'], groupIds: [CM1], until: world.later(DAY + 1) },
      { profiles: ['pupil'], groupIds: [CM1] },
      { profiles: ['guardian'], groupIds: [CM1], until: world.later(DAY) },
      { groupIds: [CM1], until: world.later(DAY) },
      { profiles: ['pupil'], until: world.later(DAY) },
      {},
    ] satisfies Partial<ActivationChoice>[]) {
      await world.enable(wider);
    }
    expect(await world.ids()).toHaveLength(7);
    await expect(world.enable({ profiles: ['staff'], from: world.later(DAY) })).rejects.toThrow(
      /agenda is on already in 0390001X/,
    );
    expect(await world.row(wide.id)).toEqual(wide);
  });

  testOnce('a past rule can neither be changed nor ended; the error names the actor that ended it', async () => {
    const { id } = await world.enable();
    await world.service.endRule(HERE, 'agenda', id, OTHER_HEAD);
    for (const work of [
      () => world.service.endRule(HERE, 'agenda', id, HEAD),
      () => world.service.change(HERE, 'agenda', id, HEAD, WHOLE_SCHOOL),
    ]) {
      expect(await errorOf(work())).toMatchObject({
        code: 'CONFLICT',
        details: { by: OTHER_HEAD, at: world.clock.now() },
      });
    }
    expect(await world.service.history(HERE, 'agenda')).toHaveLength(1);
  });

  testOnce('a change without effect is refused, whatever its notation', async () => {
    const { id } = await world.enable({ profiles: ['pupil', 'teacher'], groupIds: [CM1, CM2] });
    world.clock.advance(HOUR);
    const same = { profiles: ['teacher', 'pupil'], groupIds: [CM2, CM1, CM1] } satisfies Partial<ActivationChoice>;
    for (const from of [null, world.clock.now()]) {
      const change = world.service.change(HERE, 'agenda', id, HEAD, choice({ ...same, from }));
      await expect(change).rejects.toThrow('agenda is set that way already in 0390001X.');
      expect(await errorOf(change)).toBeInstanceOf(ConflictError);
    }
    expect(await world.service.history(HERE, 'agenda')).toHaveLength(1);
    await world.service.change(HERE, 'agenda', id, HEAD, choice({ ...same, until: world.later(DAY) }));
  });

  testOnce('T1 T3 a rule of another school or of another brick is not found', async () => {
    const theirs = await world.service.enable(THERE, 'agenda', OTHER_HEAD);
    const livret = await world.service.enable(HERE, 'livret', HEAD);
    for (const id of [theirs.id, livret.id, newId(), '']) {
      expect(await errorOf(world.service.endRule(HERE, 'agenda', id, HEAD))).toBeInstanceOf(NotFoundError);
      expect(await errorOf(world.service.change(HERE, 'agenda', id, HEAD, WHOLE_SCHOOL))).toBeInstanceOf(NotFoundError);
    }
    // The audit trail does not reveal the rule either.
    for (const line of (await world.trail()).slice(2))
      expect(line).toEqual([HERE, expect.any(String), { brick: 'agenda' }, 'failed']);
    expect(await world.row(theirs.id)).toEqual(theirs);
    expect(await world.row(livret.id)).toEqual(livret);
    expect(await world.ids()).toEqual([]);
  });

  testOnce(
    'T1 T6 groups of another school, of last year, or that have ended are unknown, alone or among others',
    async () => {
      for (const groupIds of [[SIXTH], [CM1, SIXTH], [LAST_YEAR], [LEFT], [newId()], ['']]) {
        const error = await errorOf(world.enable({ groupIds }));
        expect(error).toBeInstanceOf(InputError);
        expect(error).toMatchObject({ fields: { groups: 'unknown' } });
      }
      const { id } = await world.enable({ profiles: ['teacher'] });
      const change = world.service.change(HERE, 'agenda', id, HEAD, choice({ groupIds: [SIXTH] }));
      expect(await errorOf(change)).toMatchObject({ fields: { groups: 'unknown' } });
      expect(await world.ids()).toEqual([id]);
    },
  );

  testOnce('an invalid choice is refused for every caller: crossed, past, empty, no date', async () => {
    const { id } = await world.enable({ profiles: ['teacher'] });
    for (const [changes, fields] of [
      [{ from: world.later(DAY), until: world.later(DAY) }, { until: 'crossed' }],
      [{ from: world.later(DAY), until: world.later(DAY - 1) }, { until: 'crossed' }],
      [{ until: world.clock.now() }, { until: 'past' }],
      [{ from: world.later(-2 * DAY), until: world.later(-DAY) }, { until: 'past' }],
      [
        { from: new Date(NaN), until: new Date(NaN) },
        { from: 'notADate', until: 'notADate' },
      ],
      [{ until: new Date('+010000-01-01T00:00:00Z') }, { until: 'notADate' }],
      [{ profiles: ['king' as 'head'] }, { profiles: 'unknown' }],
    ] satisfies [Partial<ActivationChoice>, object][]) {
      expect(await errorOf(world.enable(changes))).toMatchObject({ code: 'INVALID_INPUT', fields });
      expect(await errorOf(world.service.change(HERE, 'agenda', id, HEAD, choice(changes)))).toMatchObject({ fields });
    }
    expect(await world.service.history(HERE, 'agenda')).toHaveLength(1);
    // A start in the past means now; an end one millisecond from now is the shortest span.
    const shortest = await world.enable({ profiles: ['pupil'], from: world.later(-DAY), until: world.later(1) });
    expect(shortest).toMatchObject({ from: world.clock.now() });
  });

  testOnce(
    'a decision taken on an outdated page is refused; the error names the actor and the instant of the last change',
    async () => {
      const seen = rulesVersion(await world.rules());
      const rule = await world.enable({ profiles: ['teacher'] }, seen);
      const decided = world.clock.now();
      world.clock.advance(HOUR);
      const late = [
        () => world.service.enable(HERE, 'agenda', OTHER_HEAD, WHOLE_SCHOOL, seen),
        () => world.service.change(HERE, 'agenda', rule.id, OTHER_HEAD, WHOLE_SCHOOL, seen),
        () => world.service.endRule(HERE, 'agenda', rule.id, OTHER_HEAD, seen),
        () => world.service.disable(HERE, 'agenda', OTHER_HEAD, seen),
      ];
      for (const work of late) {
        const error = await errorOf(work());
        expect(error).toBeInstanceOf(ConflictError);
        expect(error).toMatchObject({ details: { brick: 'agenda', uai: HERE, by: HEAD, at: decided } });
      }
      expect(await world.rules()).toEqual([rule]);
      const fresh = rulesVersion([rule]);
      await world.service.endRule(HERE, 'agenda', rule.id, OTHER_HEAD, fresh);
      expect(await errorOf(world.service.disable(HERE, 'agenda', HEAD, fresh))).toMatchObject({
        details: { by: OTHER_HEAD, at: world.clock.now() },
      });
    },
  );

  testOnce('the version of the rules ignores their order and differs between schools', async () => {
    const versions = [rulesVersion([])];
    const first = await world.enable({ profiles: ['teacher'] });
    versions.push(rulesVersion(await world.rules()));
    const second = await world.enable({ profiles: ['pupil'], from: world.later(DAY) });
    versions.push(rulesVersion(await world.rules()));
    expect(rulesVersion([second, first])).toBe(versions[2]);
    await world.service.change(HERE, 'agenda', first.id, HEAD, choice({ from: world.later(DAY) }));
    versions.push(rulesVersion(await world.rules()));
    expect(versions.every((version) => version.length >= 8)).toBe(true);
    expect(new Set(versions).size).toBe(versions.length);
    await world.service.enable(THERE, 'agenda', OTHER_HEAD);
    expect(versions).not.toContain(rulesVersion(await world.service.rules(THERE, 'agenda')));
  });

  test('two heads decide on the same page at once: one succeeds, the other gets the name of the first', async () => {
    const heads = [HEAD, OTHER_HEAD];
    const rule = await world.enable({ profiles: ['staff'] });
    const seen = rulesVersion([rule]);
    const races: ((head: string, at: number) => Promise<unknown>)[] = [
      // These rules do not cover each other: without `seen` both would be added.
      (head, at) => world.service.enable(HERE, 'agenda', head, choice({ groupIds: [at === 0 ? CM1 : CM2] }), seen),
      async (head, at) => {
        const [first] = await world.rules();
        return world.service.change(
          HERE,
          'agenda',
          first?.id ?? '',
          head,
          choice({ groupIds: [at === 0 ? CM1 : CM2] }),
        );
      },
    ];
    for (const race of races) {
      world.clock.advance(HOUR);
      const outcomes = await Promise.allSettled(heads.map(race));
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      const reported = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(reported).toHaveLength(1);
      expect(reported[0]).toBeInstanceOf(ConflictError);
      expect(reported[0]).toMatchObject({ details: { by: heads[winner], at: world.clock.now() } });
    }
    expect(await world.service.history(HERE, 'agenda')).toHaveLength(3);
  });

  testOnce('the audit trail holds accepted and refused decisions', async () => {
    const rule = await world.enable({
      profiles: ['pupil'],
      groupIds: [CM1],
      from: world.later(DAY),
      until: world.later(2 * DAY),
    });
    const changed = await world.service.change(HERE, 'agenda', rule.id, OTHER_HEAD, choice({ profiles: ['teacher'] }));
    await world.service.endRule(HERE, 'agenda', changed.id, HEAD);
    await errorOf(world.service.endRule(HERE, 'agenda', newId(), HEAD));
    await errorOf(world.enable({ until: world.later(-DAY) }));
    const [from, until] = [world.later(DAY).toISOString(), world.later(2 * DAY).toISOString()];
    const whole = { brick: 'agenda', profiles: ['teacher'] };
    expect(await world.trail()).toEqual([
      [HERE, 'core.brick.enable', { brick: 'agenda', profiles: ['pupil'], groups: [CM1], from, until }, 'done'],
      [HERE, 'core.brick.change', whole, 'done'],
      [HERE, 'core.brick.stop', { ...whole, from: world.clock.now().toISOString() }, 'done'],
      [HERE, 'core.brick.stop', { brick: 'agenda' }, 'failed'],
      [HERE, 'core.brick.enable', { brick: 'agenda', until: world.later(-DAY).toISOString() }, 'failed'],
    ]);
  });
});
