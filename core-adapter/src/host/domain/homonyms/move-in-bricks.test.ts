// SPDX-License-Identifier: EUPL-1.2
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryRecord, PersonRecord } from '../../../api/directory/directory-source.js';
import { ConflictError } from '../../../api/errors.js';
import type { PersonalDataHandlers, PersonMove } from '../../../api/personal-data.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { goodManifest } from '../../bricks/bricks-for-tests.js';
import { CreateNotes1764028800000, NoteRow, notesOwner } from '../../infra/database/notes-for-tests.js';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { newId } from '../../infra/database/new-id.js';
import { DiskStorage } from '../../infra/storage/disk-storage.js';
import { LIMITS } from '../../infra/util/limits.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import type { FailedBrick, LoadedBrick, ReadyBrick } from '../bricks/loaded-brick.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { brickMoves } from './move-in-bricks.js';

const BY = { actor: 'cli', reason: '' };
const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];
const lea = (key: string, changes: Partial<PersonRecord>): DirectoryRecord[] => [
  ...schools,
  { ...person('lea.petit', 'pupil', TILLEULS, { birthDate: '2016-04-02' }), key, login: key, ...changes },
];

const manifest = {
  ...goodManifest,
  id: 'notes',
  personalData: { kept: 'title', purpose: 'summary', retention: 'summary' },
  entities: [NoteRow],
  migrations: [CreateNotes1764028800000],
};
const lines: object[] = [];
const write = (fields: object): void => void lines.push(fields);
const log = { debug: write, info: write, warn: write, error: write };

/** A brick that keeps notes about people, with the id of the person in `groupId`. */
function keeping(movePerson: PersonalDataHandlers['movePerson']): ReadyBrick {
  const unused = (): never => {
    throw new Error('not expected');
  };
  const personalData = { exportPerson: unused, erasePerson: unused, closeSchool: unused, movePerson };
  const nothing = { routes: [], sources: [], checks: [], disposers: [], commands: new Map(), jobs: new Map() };
  return { id: 'notes', state: 'ready', manifest, log, personalData, ...nothing };
}

const moving = async ({ db, from, to }: PersonMove): Promise<void> => {
  await db.repository(NoteRow).update({ groupId: from }, { groupId: to });
};

describe.each(bothDatabases())('what bricks keep of two persons that become one, on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let fixture: SeveralSources;
  let pair: string;
  let kept: string;
  let gone: string;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind, [notesOwner]);
    await fixture.sync('scribe', lea('lea.petit', {}));
    await fixture.sync('onde', lea('77', { ine: '120000001AA' }));
    await fixture.sync('onde', lea('77', { ine: '120000001AA', uai: VAL }));
    pair = await fixture.onlyAsked();
    [kept, gone] = [await fixture.idOf('scribe', 'lea.petit'), await fixture.idOf('onde', '77')];
    const note = (uai: string, groupId: string, number: number): NoteRow => {
      return { id: newId(), school: uai, text: 'a note', groupId, number };
    };
    await fixture.database.dataSource.manager.insert(NoteRow, [
      ...[note(TILLEULS, gone, 1), note(VAL, gone, 2), note(VAL, kept, 3), note('0399999Z', gone, 4)],
    ]);
    lines.length = 0;
  });
  afterEach(() => fixture.database.drop());

  function load(bricks: readonly LoadedBrick[], transaction = LIMITS.transaction): void {
    const storage = new DiskStorage(join(tmpdir(), 'volee-no-files'));
    const { database, clock } = fixture;
    const services = { bricks, database, storage, limits: { ...LIMITS, transaction }, clock, log };
    fixture.brickMoves = (...given) => brickMoves(services, ...given);
  }
  const owners = async (): Promise<(readonly [number | null | undefined, string])[]> => {
    const rows = await fixture.database.dataSource.manager.find(NoteRow, { order: { number: 'ASC' } });
    return rows.map(({ number, groupId }) => [number, groupId === gone ? 'gone' : 'kept'] as const);
  };
  const BEFORE = [
    [1, 'gone'],
    [2, 'gone'],
    [3, 'kept'],
    [4, 'gone'],
  ];
  const expectNothingDone = async (): Promise<void> => {
    expect(await owners()).toEqual(BEFORE);
    expect(await fixture.idOf('onde', '77')).toBe(gone);
    expect(await fixture.asked()).toMatchObject([{ state: 'open' }]);
    const { disabledAt } = await fixture.person('onde', '77');
    expect(disabledAt).toBeNull();
    expect(await fixture.database.dataSource.manager.count(PersonRow)).toBe(2);
  };

  test('a brick that meets another change or a row that is there already is asked again, and the journal tells of one decision', async () => {
    let asked = 0;
    load([
      keeping(async (move) => {
        await moving(move);
        asked += 1;
        if (asked === 1) throw new CollisionError();
        if (asked === 3) await move.db.repository(NoteRow).update({ number: 2 }, { number: 3 });
      }),
    ]);
    await fixture.homonyms.decide(pair, 'same', BY);
    expect(asked).toBe(5);
    expect(await owners()).toEqual([[1, 'kept'], [2, 'kept'], [3, 'kept'], BEFORE[3]]);
    const lines = await fixture.database.dataSource.manager.find(AuditLine);
    expect(lines.filter(({ action }) => action === 'core.homonym.same')).toMatchObject([{ outcome: 'done' }]);
  });

  testOnce('T7: each brick moves its rows in each school in which the person ever was, and in no other', async () => {
    const asked: string[] = [];
    fixture.clock.set('2025-11-25T21:30:00Z');
    await fixture.database.dataSource.manager.update(SchoolRow, { uai: VAL }, { timeZone: 'Indian/Reunion' });
    load([
      keeping(async (move) => {
        expect([move.from, move.to]).toEqual([gone, kept]);
        asked.push(`${move.uai} on ${move.clock.today()}`);
        await moving(move);
      }),
    ]);
    await fixture.homonyms.decide(pair, 'same', BY);
    expect(asked).toEqual([`${TILLEULS} on 2025-11-25`, `${VAL} on 2025-11-26`]);
    expect(await owners()).toEqual([
      [1, 'kept'],
      [2, 'kept'],
      [3, 'kept'],
      [4, 'gone'],
    ]);
  });

  test('T7: rows that come with the old id after the decision are moved, as those of an upload that was on its way', async () => {
    const { signal } = new AbortController();
    const { manager } = fixture.database.dataSource;
    const lateRow = async (number: number): Promise<void> => {
      await manager.insert(NoteRow, { id: newId(), school: VAL, text: 'late', groupId: gone, number });
    };
    let isStuck = false;
    load([keeping((move) => (isStuck ? Promise.reject(new Error('the drawer is stuck')) : moving(move)))]);
    const decidedAt = fixture.clock.now();
    await fixture.homonyms.moveLateRows({ since: decidedAt }, signal);
    expect(await owners()).toEqual(BEFORE);
    await fixture.homonyms.decide(pair, 'same', BY);
    await lateRow(5);
    fixture.clock.advance(60_000);
    await fixture.homonyms.moveLateRows({ since: fixture.clock.now() }, signal);
    expect((await owners()).slice(4)).toEqual([[5, 'gone']]);
    isStuck = true;
    await expect(fixture.homonyms.moveLateRows({ since: decidedAt }, signal)).rejects.toThrow('the drawer is stuck');
    isStuck = false;
    await fixture.homonyms.moveLateRows({ since: decidedAt }, signal);
    expect(await owners()).toEqual([[1, 'kept'], [2, 'kept'], [3, 'kept'], BEFORE[3], [5, 'kept']]);

    // A directory that names the former person again makes them a person of their own.
    await lateRow(6);
    const until = { from: decidedAt, until: null };
    await manager.insert(AttachmentRow, {
      id: newId(),
      personId: gone,
      uai: VAL,
      profile: 'pupil',
      source: 'onde',
      ...until,
    });
    await fixture.homonyms.moveLateRows({ since: decidedAt }, signal);
    expect((await owners()).slice(5)).toEqual([[6, 'gone']]);
  });

  test('a brick that is stuck in one school, or cannot run, keeps no rows that came late from being moved elsewhere', async () => {
    const { signal } = new AbortController();
    const { manager } = fixture.database.dataSource;
    const since = fixture.clock.now();
    load([keeping(moving)]);
    // A right that ended while the clock was ahead.
    const until = new Date(since.getTime() + 86_400_000);
    const ended = { uai: VAL, profile: 'head' as const, source: GRANT_SOURCE, from: since, until };
    await manager.insert(AttachmentRow, { id: newId(), personId: gone, ...ended });
    await fixture.homonyms.decide(pair, 'same', BY);
    expect(await manager.countBy(AttachmentRow, { personId: gone })).toBe(0);
    expect((await fixture.directory.schoolsOf(kept)).flatMap(({ profiles }) => profiles)).not.toContain('head');
    for (const [uai, number] of [
      [TILLEULS, 5],
      [VAL, 6],
    ] as const) {
      await manager.insert(NoteRow, { id: newId(), school: uai, text: 'late', groupId: gone, number });
    }
    const stuck = async (move: PersonMove): Promise<void> => {
      await moving(move);
      if (move.uai === TILLEULS) throw new Error('the drawer is stuck');
    };
    load([{ id: 'agenda', state: 'failed', cause: 'It does not start.', manifest }, keeping(stuck)]);
    await expect(fixture.homonyms.moveLateRows({ since }, signal)).rejects.toThrow('The brick agenda does not run');
    expect((await owners()).slice(4)).toEqual([
      [5, 'gone'],
      [6, 'kept'],
    ]);
    expect(lines).toMatchObject([{ brick: 'agenda' }, { brick: 'notes', uai: TILLEULS, from: gone, to: kept }]);
    load([keeping(moving)]);
    await fixture.homonyms.moveLateRows({ since: new Date(0), before: since }, signal);
    expect((await owners())[4]).toEqual([5, 'gone']);
    await fixture.homonyms.moveLateRows({ since }, signal);
    expect((await owners())[4]).toEqual([5, 'kept']);
  });

  testOnce('two persons that stay two keep their rows', async () => {
    load([keeping(moving)]);
    await fixture.homonyms.decide(pair, 'different', BY);
    expect(await owners()).toEqual(BEFORE);
  });

  testOnce('a brick says which of two rows of one key stays', async () => {
    const choosing = async ({ db, from, to }: PersonMove): Promise<void> => {
      const notes = db.repository(NoteRow);
      const clash = notes.update({ groupId: from }, { groupId: to, number: 3 });
      await clash.catch((error: unknown) => {
        if (!(error instanceof ConflictError)) throw error;
        return notes.delete({ groupId: from });
      });
    };
    load([keeping(choosing)]);
    await fixture.homonyms.decide(pair, 'same', BY);
    expect(await owners()).toEqual([
      [3, 'kept'],
      [3, 'kept'],
      [4, 'gone'],
    ]);
  });

  testOnce('a brick that fails refuses the decision: nothing is written, also not by another brick', async () => {
    const stuck = (): Promise<void> => Promise.reject(new Error('the drawer is stuck'));
    load([keeping(moving), keeping((move) => (move.uai === VAL ? stuck() : moving(move)))]);
    await expect(fixture.homonyms.decide(pair, 'same', BY)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The brick notes could not move what it keeps about this person; nothing was decided.',
      remedy: expect.stringContaining('decide again'),
      details: { problem: 'brick', brick: 'notes', uai: VAL },
    });
    await expectNothingDone();
    expect(lines).toMatchObject([{ brick: 'notes', uai: VAL, from: gone, to: kept }]);
  });

  test('a brick that takes too long refuses the decision, and does not write afterwards', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let wakeUp = (): void => undefined;
    const asleep = new Promise<void>((resolve) => (wakeUp = resolve));
    const slow = (move: PersonMove): Promise<unknown> => (late = asleep.then(() => moving(move)));
    load([keeping(async (move) => void (await slow(move)))], 20);
    await expect(fixture.homonyms.decide(pair, 'same', BY)).rejects.toMatchObject({ details: { problem: 'brick' } });
    wakeUp();
    await expect(late).rejects.toThrow('it took longer than');
    await expectNothingDone();
  });

  testOnce('a brick that cannot run refuses the decision, unless it keeps nothing about persons', async () => {
    const failed = (changes: object): FailedBrick => {
      return { id: 'agenda', state: 'failed', cause: 'It does not start.', manifest: { ...manifest, ...changes } };
    };
    load([failed({})]);
    await expect(fixture.homonyms.decide(pair, 'same', BY)).rejects.toMatchObject({
      message: expect.stringContaining('The brick agenda could not move'),
    });
    await expectNothingDone();
    load([failed({ entities: [] }), failed({ personalData: { none: 'none' } })]);
    await fixture.homonyms.decide(pair, 'same', BY);
    expect(await fixture.idOf('onde', '77')).toBe(kept);
  });
});
