// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { WHOLE_SCHOOL } from '../activation/activation-choice.js';
import { ActivationService } from '../activation/activation-service.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { countAudience } from '../directory/audience.js';
import { forgetFormerMemberships } from '../directory/forget-former-memberships.js';
import { findFormerTies } from '../directory/former-ties.js';
import { findGroupRelations, findPastGroupRelations, type GroupRelation } from '../directory/group-relations.js';
import { findPersonsAtEnd } from '../directory/ties-at-end.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { StandInRow } from '../directory/stand-in.entity.js';
import { StandInService } from '../stand-ins/stand-in-service.js';
import { person, TILLEULS } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { askSources, BY, CM1, CM2, names, onde, pupil, scribe } from './two-sources-for-tests.js';

describe.each(bothDatabases())('answers about classes that two sources name, on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let fixture: SeveralSources;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
    await fixture.sync('scribe', scribe());
  });
  afterEach(() => fixture.database.drop());

  const { manager, idOf, sync, seen, asked } = askSources(() => fixture);

  it('parts a class by hand for good, and moves nothing back', async () => {
    const moves: string[] = [];
    fixture.groupMoves = (_, { from, to }) =>
      Promise.resolve([{ brick: 'notes', run: () => Promise.resolve(void moves.push(`${from} ${to}`)) }]);
    await sync('onde', onde({ 'CM2 Mme Y': CM2 }));
    const pair = `${await idOf('onde', 'CM2 Mme Y')} ${await idOf('scribe', 'CM2')}`;
    expect(moves).toEqual([pair]);
    const [join] = await manager().find(ClassJoinRow);
    await fixture.classJoins.decide(join?.id ?? '', 'different', BY);
    expect(await sync('onde', onde({ 'CM2 Mme Y': [...CM2].reverse() }))).toBe(0);
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin', 'CM2 Mme Y 5']);
    expect(moves).toEqual([pair]);
    await expect(fixture.classJoins.decide(join?.id ?? '', 'different', BY)).rejects.toThrow('already decided');
  });

  testOnce('asks again about a class that was parted and gets another key in its file', async () => {
    await sync('onde', onde({ 'CM2 Mme Y': CM2 }));
    const [join] = await manager().find(ClassJoinRow);
    await fixture.classJoins.decide(join?.id ?? '', 'different', BY);
    expect(await sync('onde', onde({ 'CM2 Mme Petit': CM2 }))).toBe(0);
    expect(await asked()).toEqual(['onde CM2 Mme Petit = scribe CM2: open', 'onde CM2 Mme Y = scribe CM2: different']);
  });

  it('names the reason of the last attempt', async () => {
    await sync('onde', onde({ 'CM2 Mme Y': [...CM2, ...names('nouveau', 2)] }));
    const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
    const id = open?.id ?? '';
    fixture.groupMoves = () => Promise.resolve([{ brick: 'notes', run: () => Promise.reject(new CollisionError()) }]);
    const work = fixture.classJoins.decide(id, 'same', BY);
    await expect(work).rejects.toThrow('The brick notes could not');
    let attempts = 0;
    fixture.groupMoves = async () => {
      attempts += 1;
      if (attempts === 1) return [{ brick: 'notes', run: () => Promise.reject(new CollisionError()) }];
      throw new Error('no brick was asked');
    };
    await expect(fixture.classJoins.decide(id, 'same', BY)).rejects.toThrow('no brick was asked');
  });

  testOnce('lets a person replace until the later of two days, with the word left for them', async () => {
    await fixture.sync('scribe', scribe(person('marc.evrard', 'teacher', TILLEULS)));
    await sync('onde', onde({ 'Mme Z': [...CM2.slice(0, 4), ...CM1.slice(0, 3)] }));
    const [file, cm2] = [await idOf('onde', 'Mme Z'), await idOf('scribe', 'CM2')];
    const { unitOfWork } = fixture.database;
    const standIns = new StandInService(unitOfWork, fixture.clock, new AuditTrail(unitOfWork, fixture.clock));
    const place = await fixture.directory.school(TILLEULS);
    if (!place) throw new Error('the school is missing');
    const words = { personId: await fixture.idOf('scribe', 'marc.evrard'), login: '', from: '' };
    await standIns.add(place, { ...words, groupId: file, until: '2025-12-12' }, 'head');
    await manager().update(StandInRow, { groupId: file }, { word: 'Tom part à 15 h.', wordBy: 'head' });
    await standIns.add(place, { ...words, groupId: cm2, until: '2025-11-27' }, 'head');
    const pair = await manager().findOneByOrFail(ClassJoinRow, { groupId: file, ownId: cm2 });
    await fixture.classJoins.decide(pair.id, 'same', BY);
    const rows = await manager().findBy(StandInRow, { groupId: cm2 });
    expect(rows).toMatchObject([{ until: new Date('2025-12-12T23:00:00.000Z'), word: 'Tom part à 15 h.' }]);
  });

  testOnce('joins two classes as soon as an administrator says that pupils of both are the same persons', async () => {
    const withoutNumber = (record: DirectoryRecord): DirectoryRecord => {
      if (record.type !== 'person') return record;
      const { ine: _number, ...said } = record;
      return said;
    };
    expect(await sync('onde', onde({ 'CM2 Mme Y': CM2 }).map(withoutNumber))).toBe(0);
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin', 'CM2 Mme Y 5']);
    for (const { id } of await fixture.asked()) await fixture.homonyms.decide(id, 'same', BY);
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin']);
  });

  /** The groups that a pupil has now, and their past ties. */
  const ties = async (name: string): Promise<string[]> => {
    const { unitOfWork } = fixture.database;
    const place = { personId: await fixture.idOf('scribe', `s.${name}`), uai: TILLEULS, now: fixture.clock.now() };
    const named = (word: string, all: readonly GroupRelation[]) => all.map(({ group }) => `${word} ${group.name}`);
    return [
      ...named('now', await findGroupRelations(unitOfWork, place)),
      ...named('past', await findPastGroupRelations(unitOfWork, place)),
    ];
  };

  const HALF_AND_HALF = [...CM2.slice(0, 4), ...CM1.slice(0, 3)];

  /** A class of the file with pupils of two classes of the directory, and a brick that is on for it. */
  const switchOnForClassOfFile = async () => {
    await sync('onde', onde({ 'Mme Z': HALF_AND_HALF }));
    const [file, cm2] = [await idOf('onde', 'Mme Z'), await idOf('scribe', 'CM2')];
    const { unitOfWork } = fixture.database;
    const activations = new ActivationService(unitOfWork, fixture.clock, new AuditTrail(unitOfWork, fixture.clock));
    await activations.enable(TILLEULS, 'notes', 'head', { ...WHOLE_SCHOOL, groupIds: [file] });
    const rule = async (): Promise<string[]> => (await activations.rules(TILLEULS, 'notes'))[0]?.groupIds ?? [];
    const decide = async (ownId: string, answer: 'same' | 'different'): Promise<void> => {
      const pair = await manager().findOneByOrFail(ClassJoinRow, { groupId: file, ownId });
      await fixture.classJoins.decide(pair.id, answer, BY);
    };
    const reaches = async (name: string): Promise<boolean> => {
      const place = { personId: await fixture.idOf('scribe', `s.${name}`), uai: TILLEULS, now: fixture.clock.now() };
      const ties = [...(await findGroupRelations(unitOfWork, place)), ...(await findFormerTies(unitOfWork, place))];
      const named = await rule();
      return ties.some(({ group: { id } }) => named.includes(id));
    };
    return { file, cm2, activations, rule, decide, reaches };
  };

  it('keeps a brick for a pupil who is in another class, and for a class that is parted, and the journal says so', async () => {
    const { file, cm2, activations, rule, decide, reaches } = await switchOnForClassOfFile();
    await decide(cm2, 'same');
    expect(await rule()).toEqual([file, cm2]);
    expect([await reaches('cmdeux0'), await reaches('cmun0'), await reaches('cmun4')]).toEqual([true, true, false]);
    await decide(cm2, 'different');
    expect(await rule()).toEqual([file, cm2]);
    expect(await reaches('cmun0')).toBe(true);
    await sync('onde', onde({ 'Mme Z': HALF_AND_HALF, 'Mme Y': CM1 }));
    const [cm1, whole] = [await idOf('scribe', 'CM1'), await idOf('onde', 'Mme Y')];
    await activations.enable(TILLEULS, 'files', 'head', { ...WHOLE_SCHOOL, groupIds: [cm1] });
    const join = await manager().findOneByOrFail(ClassJoinRow, { groupId: whole, ownId: cm1 });
    await fixture.classJoins.decide(join.id, 'different', BY);
    expect((await activations.rules(TILLEULS, 'files'))[0]?.groupIds).toEqual([cm1, whole]);
    const lines = await manager().findBy(AuditLine, { action: 'core.brick.change' });
    expect(lines).toMatchObject([
      { actor: 'cli', subject: { brick: 'notes', groups: [file, cm2] } },
      { actor: 'cli', subject: { brick: 'files', groups: [cm1, whole] } },
    ]);
  });

  testOnce('keeps a brick for a pupil who is in another class when the joined class gets another key', async () => {
    const { file, cm2, rule, decide, reaches } = await switchOnForClassOfFile();
    await decide(cm2, 'same');
    fixture.clock.advance(86_400_000);
    await sync('onde', onde({ 'Mme Zed': HALF_AND_HALF }));
    expect(await rule()).toEqual([file, cm2]);
    expect([await reaches('cmdeux0'), await reaches('cmun0'), await reaches('cmun4')]).toEqual([true, true, false]);
    const filters = [{ profiles: ['pupil' as const], groupIds: await rule() }];
    const { unitOfWork } = fixture.database;
    const { persons } = await countAudience(unitOfWork, { filters, uai: TILLEULS, now: fixture.clock.now() });
    expect(persons).toBe(8);
  });

  testOnce(
    'leaves pupils whom a class had from a file what they have seen there when the class of the file ends',
    async () => {
      const { unitOfWork } = fixture.database;
      const past = async (name: string): Promise<string[]> => {
        const place = { personId: await fixture.idOf('scribe', `s.${name}`), uai: TILLEULS, now: fixture.clock.now() };
        return (await findPastGroupRelations(unitOfWork, place)).map(
          ({ group, profile }) => `${profile} of ${group.name}`,
        );
      };
      const directory = (...of: string[][]) =>
        scribe(...of.flatMap(([name = '', ...classes]) => pupil('s.', name, TILLEULS, ...classes)));
      const [stays, placed, left] = ['reste', 'place', 'part'] as const;
      await fixture.sync('scribe', directory([stays], [placed], [left]));
      await sync('onde', onde({ 'CM2 Mme Y': [...CM2, stays, placed, left] }));
      const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
      await fixture.classJoins.decide(open?.id ?? '', 'same', BY);
      // These two lose the class while it goes on, as in any class.
      fixture.clock.advance(86_400_000);
      await sync('scribe', directory([stays], [placed, 'CM1'], [left]));
      await sync('onde', onde({ 'CM2 Mme Y': [...CM2, stays, placed] }));
      fixture.clock.advance(86_400_000);
      await sync('onde', onde({ 'Mme Y': CM2, 'Mme W': [stays, placed] }));
      fixture.clock.advance(10 * 86_400_000);
      await forgetFormerMemberships(unitOfWork, fixture.clock.now());
      expect([await past(stays), await past(placed), await past(left)]).toEqual([['pupil of CM2'], [], []]);
      const ofClass = {
        groupId: await idOf('scribe', 'CM2'),
        uai: TILLEULS,
        schoolYear: 2025,
        role: 'member',
      } as const;
      expect(await findPersonsAtEnd(unitOfWork, { ...ofClass, profile: 'pupil' })).toEqual([]);
      // Its own source puts the pupil into the class, and out of it again.
      await sync('scribe', directory([stays, 'CM2'], [placed, 'CM1'], [left]));
      expect(await past(stays)).toEqual([]);
      fixture.clock.advance(86_400_000);
      await sync('scribe', directory([stays], [placed, 'CM1'], [left]));
      expect(await past(stays)).toEqual([]);
    },
  );

  testOnce(
    'takes what a class showed them from pupils of a file as soon as the directory puts them into another class',
    async () => {
      const NEW = 'nouveau0';
      const directory = (...classes: string[]) => scribe(...pupil('s.', NEW, TILLEULS, ...classes));
      await fixture.sync('scribe', directory());
      await sync('onde', onde({ 'CM2 Mme Y': [...CM2, NEW] }));
      const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
      await fixture.classJoins.decide(open?.id ?? '', 'same', BY);
      fixture.clock.advance(86_400_000);
      await sync('onde', onde({ 'Mme Y': CM2, 'Mme W': [NEW] }));
      expect(await ties(NEW)).toEqual(['now Mme W', 'past CM2']);
      fixture.clock.advance(86_400_000);
      await sync('scribe', directory('CM1'));
      expect(await ties(NEW)).toEqual(['now CM1', 'now Mme W']);
      // The directory empties its class.
      fixture.clock.advance(86_400_000);
      await sync('scribe', directory());
      expect(await ties(NEW)).toEqual(['now Mme W']);
    },
  );

  testOnce.each([
    ['of an administrator', 2],
    ['by rule', 0],
  ])('keeps a join %s while the class of the directory is away for a night', async (_, more) => {
    await sync('onde', onde({ 'CM2 Mme Y': [...CM2, ...names('nouveau', more)] }));
    await sync('onde', onde({ 'CM2 Mme Y': [...CM2, ...names('nouveau', 2)] }));
    const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
    if (open) await fixture.classJoins.decide(open.id, 'same', BY);
    const without = scribe().filter((one) => !('group' in one && one.group === 'CM2'));
    await sync('scribe', without);
    expect(await seen()).toEqual(['CM1 5', 'CM2 0', 'CM2 Mme Y 7']);
    await sync('scribe', scribe());
    expect(await seen()).toEqual(['CM1 5', 'CM2 7 Claire Vuillemin']);
  });
});
