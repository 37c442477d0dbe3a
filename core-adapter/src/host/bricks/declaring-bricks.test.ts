// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import type { BrickEntry } from '../domain/bricks/loaded-brick.js';
import { LIMITS } from '../infra/util/limits.js';
import { brickWith, entryOf } from './bricks-for-tests.js';
import { DeclaringBricks, declareBricks } from './declare-bricks.js';

const never = new Promise<never>(() => undefined);
const wayIn = (id = 'way-in'): BrickDefinition => brickWith({ id, kind: 'auth-provider', permissions: undefined });
const entry = (name: string, load: () => Promise<BrickDefinition>, kind?: BrickEntry['kind']): BrickEntry => ({
  ...entryOf(brickWith(), name),
  kind,
  load,
});
const hanging = (name: string, kind?: BrickEntry['kind']): BrickEntry => entry(name, () => never, kind);

/** A brick that comes when the test says so. */
function heldBack(
  name: string,
  brick: BrickDefinition,
  kind?: BrickEntry['kind'],
): { entry: BrickEntry; come(): void } {
  let come = (): void => undefined;
  const coming = new Promise<BrickDefinition>((resolve) => (come = () => resolve(brick)));
  return { entry: entry(name, () => coming, kind), come: () => come() };
}

const declaring = (entries: readonly BrickEntry[], limits = {}): DeclaringBricks =>
  new DeclaringBricks(entries, {}, { ...LIMITS, import: 20, ...limits });

/** Whether the promise is settled when everything else has had a turn. */
const isSettled = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);

test('P11: bricks are imported one after another, the login brick first whatever the order of the settings', async () => {
  const seen: string[] = [];
  let running = 0;
  const noted = (name: string, kind: BrickEntry['kind']): BrickEntry =>
    entry(
      name,
      async () => {
        seen.push(name);
        running += 1;
        await new Promise(setImmediate);
        expect((running -= 1)).toBe(0);
        return kind === 'auth-provider' ? wayIn() : brickWith({ id: name });
      },
      kind,
    );
  const named = [noted('agenda', 'feature'), noted('diary', undefined), noted('way-in', 'auth-provider')];
  const { bricks } = await declareBricks(named, {});
  expect(seen).toEqual(['way-in', 'agenda', 'diary']);
  expect(bricks.map(({ id }) => id)).toEqual(['agenda', 'diary', 'way-in']);
});

test('P11: a brick that hangs has its own time, delays no other for longer, and its authors are not blamed', async () => {
  const good = entryOf(brickWith({ id: 'good' }), '@acme/good');
  const limits = { ...LIMITS, import: 20 };
  const { bricks, failed } = await declareBricks([hanging('./slow/'), good, hanging('/opt/slower')], {}, limits);
  expect(bricks.map(({ id }) => id)).toEqual(['good']);
  const cause = 'it is not imported yet (it takes longer than 0.02 s).';
  const remedy = 'The machine may be too busy: try again later. A host that runs activates the brick when it comes.';
  expect(failed).toEqual([
    { id: 'slow', state: 'failed', cause: `./slow/: ${cause}`, remedy, isSlow: true },
    { id: 'slower', state: 'failed', cause: `/opt/slower: ${cause}`, remedy, isSlow: true },
  ]);
});

test('P11: a brick that takes a while holds the next one up for its turn only', async () => {
  const bricks = declaring([hanging('@acme/never'), entryOf(brickWith())], { import: 400, turn: 5 });
  await new Promise<unknown>((resolve) => bricks.onCome(resolve));
  expect([bricks.soFar().bricks.map(({ id }) => id), await isSettled(bricks.hadTheirTime)]).toEqual([
    ['agenda'],
    false,
  ]);
});

test('P11: a brick that needed longer comes late, under its own id, and gives a guess of another its number', async () => {
  const late = heldBack('@acme/late', brickWith({ id: 'agenda' }));
  const bricks = declaring([hanging('./agenda'), late.entry]);
  await bricks.hadTheirTime;
  expect([bricks.soFar().all.map(({ id }) => id), bricks.awaited()]).toEqual([
    ['agenda', 'late'],
    [0, 1],
  ]);
  const position = new Promise((resolve) => bricks.onCome(resolve));
  late.come();
  expect(await position).toBe(1);
  expect([bricks.soFar().all.map(({ id }) => id), bricks.awaited()]).toEqual([['agenda-2', 'agenda'], [0]]);
});

test('P11: a late brick may not take the id of one that came meanwhile', async () => {
  const late = heldBack('@acme/late', brickWith({ id: 'agenda' }));
  const bricks = declaring([late.entry, entryOf(brickWith({ id: 'agenda' }))]);
  await bricks.hadTheirTime;
  const come = new Promise((resolve) => bricks.onCome(resolve));
  late.come();
  await come;
  expect(bricks.soFar().failed.map(({ cause }) => cause)).toEqual([
    '@acme/late: another brick already has the id "agenda".',
  ]);
});

describe('P11: the wait for the login brick', () => {
  test('it lasts beyond the time of the brick, and names the brick', async () => {
    const login = heldBack('@acme/way-in', wayIn(), 'auth-provider');
    const bricks = declaring([hanging('@acme/agenda', 'feature'), login.entry]);
    const hasCome = bricks.login();
    await bricks.hadTheirTime;
    expect(await isSettled(hasCome)).toBe(false);
    expect(bricks.awaitedForLogin().map(({ name }) => name)).toEqual(['@acme/way-in']);
    login.come();
    await hasCome;
    expect(bricks.awaitedForLogin()).toEqual([]);
  });

  test('a brick that hangs does not make it longer', async () => {
    const login = entry('@acme/way-in', () => Promise.resolve(wayIn()), 'auth-provider');
    const bricks = declaring([hanging('@acme/agenda'), login], { import: 400 });
    await bricks.login();
    expect(await isSettled(bricks.hadTheirTime)).toBe(false);
  });

  test('a brick whose package.json says no kind may bring the login, and is waited for as long as any other', async () => {
    const bricks = declaring([hanging('@acme/something')]);
    expect(await isSettled(bricks.login())).toBe(false);
    await bricks.hadTheirTime;
    await bricks.login();
  });

  test('nobody waits where no brick can bring the login', async () => {
    const bricks = declaring([hanging('@acme/agenda', 'feature')], { import: 400 });
    await bricks.login();
    expect(await isSettled(bricks.hadTheirTime)).toBe(false);
  });

  test('all imports have ended without it: nobody could log in', async () => {
    const torn = entry('@acme/way-in', () => Promise.reject(new Error('torn')), 'auth-provider');
    await expect(declaring([torn, entryOf(brickWith())]).login()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Nobody can log in without the login brick: @acme/way-in: it cannot be imported (torn).',
    });
    const other = entry('@acme/other', () => Promise.resolve(wayIn()));
    await declaring([torn, other]).login();
  });

  test('it ends, since starting anew may help a brick that hangs', async () => {
    await expect(declaring([hanging('@acme/way-in', 'auth-provider')], { login: 60 }).login()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Nobody can log in without the login brick: @acme/way-in is not imported after 0.06 s.',
    });
  });

  test('a login brick with wrong settings has come: starting anew would not mend them', async () => {
    const wrong = { ...entry('@acme/way-in', () => Promise.resolve(wayIn()), 'auth-provider'), settings: { dais: 1 } };
    await declaring([wrong]).login();
  });
});

test('a package.json that names another kind than the manifest makes a failed brick', async () => {
  const wrong = entry('@acme/agenda', () => Promise.resolve(brickWith()), 'auth-provider');
  const { failed } = await declareBricks([wrong], {});
  expect(failed[0]?.cause).toBe(
    '@acme/agenda: its package.json says that it is of kind auth-provider, and its manifest feature.',
  );
});
