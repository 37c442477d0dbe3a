// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import { ConflictError } from '../../../api/errors.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { mergePersons } from '../homonyms/merge-persons.js';
import { coreRecords } from '../personal-data/core-records.js';
import { forgetPersons } from '../personal-data/forget-persons.js';
import { person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { KeptTextRow } from './kept-text.entity.js';
import { KeptTexts, type KeptPlace, type KeptSave, type Saved } from './kept-texts.js';
import { MOST_TEXTS } from './make-room.js';

const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];
const DAY = 86_400_000;

/** A connection of the pool of MariaDB. */
interface Asked {
  query(statement: string, done: () => void): void;
}

describe.each(bothDatabases())('kept texts on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let fixture: SeveralSources;
  let texts: KeptTexts;
  let [kept, gone] = ['', ''];

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
    texts = new KeptTexts(fixture.database.unitOfWork, fixture.clock);
    await fixture.sync('scribe', [...schools, person('nina.prof', 'teacher', VAL)]);
    await fixture.sync('onde', [...schools, person('77', 'teacher', VAL)]);
    [kept, gone] = [await fixture.idOf('scribe', 'nina.prof'), await fixture.idOf('onde', '77')];
  });

  afterEach(() => fixture.database.drop());

  function save(personId: string, key: string, text: string, known: Partial<KeptSave> = {}): Promise<Saved> {
    const place: KeptPlace = { personId, key, uai: VAL, page: `/${key}`, title: key, base: '' };
    const version = `version of ${text}`.slice(0, 36);
    return texts.save(place, { fields: [['text', text]], version, after: [], isKnown: false, ...known });
  }
  const discard = (...after: string[]): Promise<void> => texts.discard({ personId: kept, key: 'a' }, { after });
  const found = async (personId: string, key: string): Promise<readonly (string | undefined)[]> => {
    const { text, other } = (await texts.find(personId, [key])).get(key) ?? {};
    return [text?.fields[0]?.[1], other?.fields[0]?.[1]];
  };

  test('two saves at the same time, and a long text with every letter, are kept', async () => {
    const long = '𝒜é "<&>\\ \n'.repeat(5_000);
    await Promise.all([save(kept, 'a', long), save(kept, 'a', 'Court'), save(kept, 'b', 'Autre')]);
    expect((await found(kept, 'a')).map((text) => text?.length).sort()).toEqual([5, long.length].sort());
    expect(await found(kept, 'b')).toEqual(['Autre', undefined]);
  });

  test('a save that comes between reading and writing is not overwritten, also without snapshot isolation', async () => {
    const { dataSource, unitOfWork } = fixture.database;
    const { pool } = dataSource.driver as { pool?: { on(event: 'acquire', tell: (one: Asked) => void): void } };
    pool?.on('acquire', (one) => one.query('SET SESSION innodb_snapshot_isolation = OFF', () => undefined));
    await save(kept, 'a', 'Un');
    let attempts = 0;
    const late = new KeptTexts(
      Object.assign(Object.create(unitOfWork) as typeof unitOfWork, {
        transaction: (work: (manager: EntityManager) => Promise<unknown>) =>
          unitOfWork.transaction(async (manager) => {
            attempts += 1;
            const find = manager.findOneBy.bind(manager);
            const between = async (...asked: Parameters<typeof find>): Promise<unknown> => {
              const row = await find(...asked);
              if (attempts === 1 && pool) await saveBetween();
              return row;
            };
            return work(Object.assign(Object.create(manager) as EntityManager, { findOneBy: between }));
          }),
      }),
      fixture.clock,
    );
    const saveBetween = AsyncResource.bind(() => save(kept, 'a', 'Deux', { after: ['version of Un'] }));
    await late.discard({ personId: kept, key: 'a' }, { after: ['version of Un'] });
    expect(await found(kept, 'a')).toEqual([pool ? 'Deux' : undefined, undefined]);
    expect(attempts).toBe(pool ? 2 : 1);
  });

  testOnce('a form that was sent ends the text of its page, and not the one of another page', async () => {
    await save(kept, 'a', 'Un');
    await save(kept, 'a', 'Deux');
    await discard('version of nothing');
    expect(await found(kept, 'a')).toEqual(['Un', 'Deux']);
    await discard('version of Un');
    expect(await found(kept, 'a')).toEqual([undefined, 'Deux']);
    await save(kept, 'a', 'Trois');
    await discard('version of Deux');
    expect(await found(kept, 'a')).toEqual(['Trois', undefined]);
    await save(kept, 'a', 'Quatre');
    // Without its script, a page names no version.
    await texts.discard(
      { personId: kept, key: 'a' },
      { holds: (fields) => fields.some(([, text]) => text === 'Trois') },
    );
    expect(await found(kept, 'a')).toEqual([undefined, 'Quatre']);
    await discard('version of Quatre');
    expect(await texts.count(kept)).toBe(0);
  });

  testOnce('a text that was thrown away and is taken back leaves the other one', async () => {
    await save(kept, 'a', 'Un');
    await save(kept, 'a', 'Deux');
    await discard('version of Un');
    expect(await save(kept, 'a', 'Un')).toEqual({ offeredAt: fixture.clock.now(), isOldestGone: false });
    expect(await found(kept, 'a')).toEqual(['Un', 'Deux']);
    // The other page writes on where nothing stands before its text.
    await discard('version of Un');
    await save(kept, 'a', 'Deux et demi', { after: ['version of Deux'] });
    expect(await found(kept, 'a')).toEqual(['Deux et demi', undefined]);
  });

  testOnce(
    'of two pages the text that was written last is shown, also where it arrives first, and the older one is offered',
    async () => {
      const minutes = (count: number): number => count * 60_000;
      await save(kept, 'a', 'Début');
      const known = { after: ['version of Début'], isKnown: true };
      fixture.clock.advance(minutes(60));
      // Both tabs were without a network. The older text arrives first, then the newer one; in the other form, the other way round.
      await save(kept, 'a', 'Un', { ...known, age: minutes(30) });
      const before = { text: { fields: [['text', 'Un']], at: new Date(fixture.clock.now().getTime() - minutes(30)) } };
      expect(await save(kept, 'a', 'Deux', { ...known, age: minutes(20) })).toEqual({ before, isOldestGone: false });
      expect(await found(kept, 'a')).toEqual(['Deux', 'Un']);
      await save(kept, 'b', 'Deux', { age: minutes(20) });
      await save(kept, 'b', 'Un', { age: minutes(30) });
      expect(await found(kept, 'b')).toEqual(['Deux', 'Un']);
      // Either page writes on: the newest of both texts is shown each time.
      await save(kept, 'a', 'Un et demi', { after: ['version of Un'] });
      expect(await found(kept, 'a')).toEqual(['Un et demi', 'Deux']);
      await expect(save(kept, 'a', 'Trois', known)).rejects.toThrow(ConflictError);
      fixture.clock.advance(1000);
      await save(kept, 'a', 'Deux et demi', { after: ['version of Deux'] });
      expect(await found(kept, 'a')).toEqual(['Deux et demi', 'Un et demi']);
    },
  );

  testOnce('a text of which the age is beyond all measure is a week old, and stays for its time', async () => {
    await save(kept, 'a', 'Un', { age: Number.MAX_SAFE_INTEGER });
    expect((await texts.find(kept, ['a'])).get('a')?.text?.at).toEqual(
      new Date(fixture.clock.now().getTime() - 7 * DAY),
    );
    await texts.sweep();
    expect(await texts.count(kept)).toBe(1);
  });

  testOnce('a third page overwrites neither text, and the second one writes on', async () => {
    await save(kept, 'a', 'Un');
    await save(kept, 'a', 'Deux');
    await expect(save(kept, 'a', 'Trois')).rejects.toThrow(ConflictError);
    await save(kept, 'a', 'Deux et demi', { after: ['version of Deux'] });
    expect(await found(kept, 'a')).toEqual(['Un', 'Deux et demi']);
    await texts.take({ personId: kept, key: 'a' }, { after: ['version of Un'], version: 'taken' });
    await expect(save(kept, 'a', 'Trois')).rejects.toThrow(ConflictError);
    await save(kept, 'a', 'Un et demi', { after: ['version of Un'] });
    expect(await found(kept, 'a')).toEqual(['Deux et demi', 'Un et demi']);
  });

  testOnce(
    'after a third page took a text, its author overwrites no text of others, and writes on once a place is free',
    async () => {
      await save(kept, 'a', 'Un');
      await save(kept, 'a', 'Deux');
      await texts.take({ personId: kept, key: 'a' }, { after: ['version of Un'], version: 'taken' });
      const writeOn = (): Promise<Saved> => save(kept, 'a', 'Deux et demi', { after: ['version of Deux'] });
      await expect(writeOn()).rejects.toThrow(ConflictError);
      expect(await found(kept, 'a')).toEqual(['Deux', 'Un']);
      await save(kept, 'a', 'Trois', { after: ['taken'], isKnown: true });
      await expect(writeOn()).rejects.toThrow(ConflictError);
      fixture.clock.advance(1000);
      await save(kept, 'a', 'Un et demi', { after: ['version of Un'], isKnown: true });
      await expect(writeOn()).rejects.toThrow(ConflictError);
      expect(await found(kept, 'a')).toEqual(['Un et demi', 'Trois']);
      await discard('version of Trois');
      fixture.clock.advance(1000);
      await writeOn();
      expect(await found(kept, 'a')).toEqual(['Deux et demi', 'Un et demi']);
    },
  );

  testOnce('an offered text stays offered while the taken one is replaced, and each save says so', async () => {
    await save(kept, 'a', 'Un');
    fixture.clock.advance(1000);
    await save(kept, 'a', 'Deux');
    await texts.take({ personId: kept, key: 'a' }, { after: ['version of Deux'], version: 'taken' });
    expect(await found(kept, 'a')).toEqual(['Un', 'Deux']);
    const saved = await save(kept, 'a', 'Trois', { after: ['taken'], isKnown: true });
    expect(saved).toEqual({ offeredAt: fixture.clock.now(), isOldestGone: false });
    expect(await found(kept, 'a')).toEqual(['Trois', 'Deux']);
  });

  testOnce('a text that another page wrote later keeps both until it is 30 days old', async () => {
    await save(kept, 'a', 'Un');
    await save(kept, 'b', 'Seul');
    fixture.clock.advance(29 * DAY);
    await save(kept, 'a', 'Deux');
    for (let count = 2; count < MOST_TEXTS; count += 1) await save(kept, String(count), 'Un mot');
    expect(await save(kept, 'more', 'Un mot')).toEqual({ isOldestGone: true });
    expect(await found(kept, 'b')).toEqual([undefined, undefined]);
    fixture.clock.advance(2 * DAY);
    await texts.sweep();
    expect(await found(kept, 'a')).toEqual(['Deux', 'Un']);
    fixture.clock.advance(29 * DAY);
    await texts.sweep();
    expect(await texts.count(kept)).toBe(0);
  });

  test('the oldest of too many makes room, and one that is 30 days old is over', async () => {
    for (let count = 0; count < MOST_TEXTS; count += 1) {
      fixture.clock.advance(1000);
      expect(await save(kept, String(count), 'Un mot')).toEqual({ isOldestGone: false });
    }
    expect(await save(gone, '0', 'Un mot')).toEqual({ isOldestGone: false });
    expect(await save(kept, 'more', 'Un mot')).toEqual({ isOldestGone: true });
    expect([await found(kept, '0'), await texts.count(kept)]).toEqual([[undefined, undefined], MOST_TEXTS]);
    fixture.clock.advance(30 * DAY - 30_000);
    await texts.sweep();
    expect(await texts.count(kept)).toBeLessThan(MOST_TEXTS);
    expect((await texts.list(kept))[0]).toMatchObject({ key: 'more', page: '/more' });
    fixture.clock.advance(DAY);
    await texts.sweep();
    expect(await texts.count(kept)).toBe(0);
  });

  testOnce(
    'what the list showed is thrown away and can be put back for an hour; what was written since stays',
    async () => {
      const [, OLD, NEW] = [await save(kept, 'a', 'Un'), 'version of Un', 'version of Deux'];
      const throwAway = (...versions: string[]): Promise<string | undefined> =>
        texts.throwAway({ personId: kept, key: 'a', versions });
      const putBack = (id: string | undefined, personId = kept): Promise<boolean> =>
        texts.putBack({ personId, id: String(id) });
      expect((await texts.list(kept)).map(({ versions }) => versions)).toEqual([[OLD]]);
      await save(kept, 'a', 'Deux');
      const one = await throwAway(OLD);
      expect([await found(kept, 'a'), await texts.count(kept)]).toEqual([[undefined, 'Deux'], 1]);
      expect(await throwAway(OLD)).toBeUndefined();
      expect([await putBack(one, gone), await putBack(one), await putBack(one)]).toEqual([false, true, false]);
      expect(await found(kept, 'a')).toEqual(['Un', 'Deux']);

      const two = await throwAway(OLD, NEW);
      expect([await texts.list(kept), await texts.count(kept)]).toEqual([[], 0]);
      await save(kept, 'a', 'Trois');
      expect(await putBack(two)).toBe(true);
      expect(await found(kept, 'a')).toEqual(['Trois', undefined]);
      expect((await texts.list(kept)).map(({ text, other }) => [text, other].map((it) => it?.fields[0]?.[1]))).toEqual(
        expect.arrayContaining([
          ['Trois', undefined],
          ['Un', 'Deux'],
        ]),
      );

      const three = await throwAway('version of Trois');
      fixture.clock.advance(3_600_001);
      expect(await putBack(three)).toBe(false);
      await texts.sweep();
      expect(await fixture.database.unitOfWork.run((manager) => manager.countBy(KeptTextRow, {}))).toBe(1);
    },
  );

  testOnce(
    'the text of another page alone is thrown away, and comes back beside the one that stands there',
    async () => {
      await save(kept, 'a', 'Un');
      await save(kept, 'a', 'Deux');
      const id = await texts.throwAway({ personId: kept, key: 'a', versions: ['version of Deux'] });
      expect(await found(kept, 'a')).toEqual(['Un', undefined]);
      await discard('version of Un');
      await save(kept, 'a', 'Trois', { isKnown: true });
      await texts.putBack({ personId: kept, id: String(id) });
      expect(await found(kept, 'a')).toEqual(['Deux', 'Trois']);
    },
  );

  testOnce('at most 50 texts of a person wait to be put back, and they make no room for others', async () => {
    for (let count = 0; count <= MOST_TEXTS; count += 1) {
      await save(kept, 'a', String(count));
      fixture.clock.advance(1000);
      await texts.throwAway({ personId: kept, key: 'a', versions: [`version of ${count}`] });
    }
    expect(await save(kept, 'a', 'Un')).toEqual({ isOldestGone: false });
    const rows = await fixture.database.unitOfWork.run((manager) => manager.find(KeptTextRow));
    expect(rows).toHaveLength(MOST_TEXTS + 1);
    expect(rows.map(({ content }) => content)).not.toContain('[["text","0"]]');
  });

  testOnce('no text ends by its age from 15 June to 14 October', async () => {
    const until = (day: string): void => fixture.clock.advance(Date.parse(day) - fixture.clock.now().getTime());
    until('2027-05-20T08:00:00Z');
    await save(kept, 'a', 'Un');
    for (const day of ['2027-06-20', '2027-08-01', '2027-10-14']) {
      until(`${day}T21:30:00Z`);
      await texts.sweep();
      expect(await texts.count(kept)).toBe(1);
    }
    until('2027-10-14T22:30:00Z');
    await texts.sweep();
    expect(await texts.count(kept)).toBe(0);
  });

  test('texts follow a record that is joined to another one: of two about one form the newer one stays', async () => {
    await save(gone, 'both', 'Vieux');
    await save(gone, 'one', 'Seul');
    await save(gone, 'all', 'Un');
    await save(gone, 'all', 'Deux');
    fixture.clock.advance(1000);
    await save(kept, 'both', 'Neuf');
    await save(kept, 'all', 'Trois');
    await save(kept, 'all', 'Quatre');
    await fixture.database.unitOfWork.transaction((manager) =>
      mergePersons(
        manager,
        { personId: gone, otherId: kept, why: 'number' },
        { loginSource: 'scribe', now: fixture.clock.now(), moveInBricks: () => Promise.resolve() },
      ),
    );
    expect([await found(kept, 'both'), await found(kept, 'one')]).toEqual([
      ['Neuf', 'Vieux'],
      ['Seul', undefined],
    ]);
    // A third and a fourth text are in the list.
    expect(await found(kept, 'all')).toEqual(['Trois', 'Quatre']);
    const others = (await texts.list(kept)).filter(({ page, key }) => page === '/all' && key !== 'all');
    expect(others).toMatchObject([{ text: { fields: [['text', 'Un']] }, other: { fields: [['text', 'Deux']] } }]);
    expect([await texts.count(gone), await texts.count(kept)]).toEqual([0, 4]);
  });

  test('texts are in the export of their person, and end with them', async () => {
    await save(kept, 'a', 'Pour moi');
    await save(gone, 'a', 'Pour elle');
    const { unitOfWork } = fixture.database;
    const { keptTexts } = await unitOfWork.run((manager) => coreRecords(manager, kept));
    expect(keptTexts).toMatchObject([{ uai: VAL, page: '/a', fields: [{ name: 'text', value: 'Pour moi' }] }]);
    await unitOfWork.transaction((manager) => forgetPersons(manager, [kept]));
    expect(await unitOfWork.run((manager) => manager.find(KeptTextRow))).toMatchObject([{ personId: gone }]);
  });
});
