// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CurrentUser, IncomingFile } from '@volee/core-adapter';
import { bothDatabases, onceInQuickRun, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import type { FindOptionsWhere } from 'typeorm';
import { claimContent } from '../../domain/content/claim-content.js';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { recountSchool } from '../../domain/recount/recount-school.js';
import { settingsSchema } from '../../settings.js';
import { openSpace } from '../../domain/space/open-space.js';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow, type PartState } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { insertNodes, type NewNode } from '../../domain/tree/insert-nodes.js';
import { openPartFolder } from '../../domain/works/work-folders.js';
import { depositFiles } from '../../domain/upload/deposit-files.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';

const drives: { name: string; drive: DriveForTests }[] = [];
for (const database of bothDatabases()) drives.push({ name: database.name, drive: await startDrive({ database }) });

describe.each(drives)('the files of a person, on $name', ({ name, drive }) => {
  const testOnce = onceInQuickRun({ name });
  const { host, tables, storage } = drive;
  const db = tables(SCHOOL);
  const nodes = db.repository(NodeRow);
  const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
  const tools = { clock: host.clock };
  const tree = { db, ...tools, quotas, user: { profiles: ['teacher' as const] } };
  const cm1 = groupSpace(host.ids.cm1);

  afterEach(async () => {
    for (const entity of [NodeRow, SpaceRow, ContentRow, WorkRow, WorkPupilRow, WorkRoundRow, FavouriteRow]) {
      await db.repository<{ id: string }>(entity).delete({});
    }
  });

  async function put(folder: NodeRow, name: string, content: string, more: Partial<NewNode> = {}): Promise<NodeRow> {
    const stored = await storage(SCHOOL).store(Readable.from([content]), { maxBytes: 1_000 });
    const { id: contentId, storageKey } = await claimContent(stored, { db });
    if (storageKey !== stored.key) await storage(SCHOOL).remove(stored.key);
    const added = { name, contentId, bytes: stored.bytes, addedBy: folder.ownerId, ...more };
    return the(await insertNodes(folder, [added], tree));
  }
  const make = async (folder: NodeRow, name: string): Promise<NodeRow> =>
    the(await insertNodes(folder, [{ name, contentId: null, bytes: 0, addedBy: folder.ownerId }], tree));
  const namesIn = async (where: FindOptionsWhere<NodeRow>): Promise<string[]> =>
    (await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } })).map(({ name }) => name);

  async function partOf(pupilId: string, state: PartState, work: WorkRow): Promise<WorkPupilRow> {
    return the(
      await db.repository(WorkPupilRow).insert([
        {
          ...{ workId: work.id, groupId: work.groupId, pupilId, state, startedAt: null, handedInAt: null, late: false },
          ...{
            takenBackAt: null,
            word: 'Voici',
            answer: 'Bravo',
            prepared: 'Encore un effort',
            ready: null,
            givenBackAt: null,
            undo: null,
            remindedAt: null,
            shown: false,
            shownToRead: false,
            revision: 0,
          },
        },
      ]),
    );
  }
  async function aWork(addedBy: string, more: Partial<WorkRow> = {}): Promise<WorkRow> {
    const now = host.clock.now();
    const times = { visibleFrom: now, dueAt: null, lateUntil: null, closedAt: null, changedAt: now, deletedFiles: 0 };
    const columns = { groupId: host.ids.cm1, year: 2026, title: 'Fractions', text: '', audience: 'class' as const };
    const row = { ...columns, level: null, formKey: null, isDraft: false, collects: true, ...times, addedBy, ...more };
    return the(await db.repository(WorkRow).insert([row]));
  }

  testOnce(
    'T7: an erasure takes what is theirs and what they handed in, and leaves what they gave the class without their name',
    async () => {
      const [pupil, mate] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
      const teacher = await host.ids.person('teacher');
      const own = await openSpace(ownSpace(pupil), tree);
      await put(await make(own, 'Leçons'), 'leçon.txt', 'the same');
      const root = await openSpace(cm1, tree);
      const open = await make(root, 'Exposés');
      await nodes.update({ id: open.id }, { pupilsAdd: true });
      const given = await put(open, 'exposé.txt', 'for the class', { addedBy: pupil, uploadMark: 'mark' });
      const box = await make(root, 'Boîte');
      await nodes.update({ id: box.id }, { pupilsAdd: true, readers: 'teachers' });
      const boxNow = the(await nodes.find({ where: { id: box.id } }));
      await put(boxNow, 'réponse.txt', 'dropped', { addedBy: pupil, byPupil: true });
      await put(boxNow, 'réponse.txt', 'dropped as well', { addedBy: mate, byPupil: true });
      const lesson = await put(root, 'leçon.txt', 'the same', { addedBy: teacher });
      await db.repository(FavouriteRow).insert([{ ownerId: pupil, nodeId: lesson.id }]);
      const work = await aWork(teacher);
      const part = await partOf(pupil, 'handedIn', work);
      await put(await openPartFolder(part, 'own', tree), 'fractions.txt', 'handed in', { addedBy: pupil });
      await put(await openPartFolder(part, 'back', tree), 'fractions.txt', 'corrected', { addedBy: teacher });
      expect(await driveFaults(db)).toEqual([]);

      const elsewhere = await tables(OTHER_SCHOOL).repository(NodeRow).count();
      await erasePerson({ db, storage: storage(SCHOOL), personId: pupil }, tools);
      expect(await driveFaults(db)).toEqual([]);
      expect(await namesIn({})).toEqual(['', 'Boîte', 'exposé.txt', 'Exposés', 'leçon.txt', 'réponse (2).txt']);
      expect(await nodes.findOne({ where: { id: given.id } })).toMatchObject({ addedBy: null, uploadMark: null });
      expect(await db.repository(SpaceRow).count({ where: { kind: 'own' } })).toBe(0);
      expect(await db.repository(WorkPupilRow).count()).toBe(0);
      expect(await db.repository(FavouriteRow).count()).toBe(0);
      // The same content as that of the pupil stays for the class; what nobody has any more is gone at once.
      const keys: string[] = [];
      for await (const key of storage(SCHOOL).keys()) keys.push(key);
      const kept = await db.repository(ContentRow).find();
      expect(kept.map(({ refs }) => refs)).toEqual([1, 1, 1]);
      expect(keys.sort()).toEqual(kept.map(({ storageKey }) => storageKey).sort());
      expect(await tables(OTHER_SCHOOL).repository(NodeRow).count()).toBe(elsewhere);
    },
  );

  testOnce('T7: an export holds a pupil’s files and parts, and of a correction what was given back', async () => {
    const [pupil, teacher] = [await host.ids.person('pupil'), await host.ids.person('teacher')];
    await put(await make(await openSpace(ownSpace(pupil), tree), 'Leçons'), 'leçon.txt', 'my lesson');
    const part = await partOf(pupil, 'handedIn', await aWork(teacher));
    const back = await put(await openPartFolder(part, 'back', tree), 'corrigé.txt', 'a correction', {
      addedBy: teacher,
    });
    await partOf(pupil, 'given', await aWork(teacher, { title: 'Un brouillon', isDraft: true, audience: 'picked' }));
    const given = async (personId: string): Promise<string> => {
      const { records, files = [] } = await exportPerson({ db, personId }, tools);
      const contents = await Promise.all(files.map(async ({ key }) => text(await storage(SCHOOL).open(key))));
      return JSON.stringify({ records, contents });
    };
    const before = await given(pupil);
    expect(before).toMatch(/"folder":"Leçons"[^]*Fractions[^]*Voici[^]*my lesson/);
    expect(before).not.toMatch(/correction|corrigé|Bravo|effort|brouillon/);
    expect(await given(teacher)).toMatch(/corrigé[^]*Fractions[^]*Un brouillon[^]*a correction/);

    await nodes.update({ id: back.id }, { readers: 'families' });
    await db.repository(WorkPupilRow).update({ id: part.id }, { state: 'corrected', givenBackAt: host.clock.now() });
    const after = await given(pupil);
    expect(after).toMatch(/corrigé[^]*Bravo[^]*a correction/);
    expect(after).not.toMatch(/effort/);
  });

  testOnce(
    'T7: two spaces become one with free names, and two parts of a work one with the files of both',
    async () => {
      const [from, to] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
      const teacher = await host.ids.person('teacher');
      const [here, there] = [await openSpace(ownSpace(from), tree), await openSpace(ownSpace(to), tree)];
      for (const name of ['carte.png', 'carte (2).png', 'seul.txt']) await put(here, name, `from ${name}`);
      const lessons = await make(here, 'LEÇONS');
      await put(await make(lessons, 'Histoire'), 'frise.txt', 'the same');
      for (const name of ['Carte.png', 'plan.png']) await put(there, name, `to ${name}`);
      await put(await make(there, 'Leçons'), 'frise.txt', 'the same');
      const gone = await put(here, 'vieux.txt', 'in the trash');
      const trashed = { parentId: here.spaceId, foldedName: gone.id, above: '', trashedFrom: here.id };
      await nodes.update({ id: gone.id }, { ...trashed, trashedAt: host.clock.now() });
      await nodes.increment({ id: here.id }, { files: -1, bytes: -gone.bytes, cost: -gone.bytes, nodes: -1 });

      const [first, second] = [await aWork(teacher), await aWork(teacher)];
      const parts = { first: await partOf(from, 'handedIn', first), second: await partOf(from, 'started', second) };
      await put(await openPartFolder(parts.first, 'own', tree), 'stays.txt', 'handed in', { addedBy: from });
      await put(await openPartFolder(parts.second, 'own', tree), 'begun.txt', 'begun', { addedBy: from });
      const begun = await partOf(to, 'started', first);
      for (const name of ['begun.txt', 'Stays.txt']) {
        await put(await openPartFolder(begun, 'own', tree), name, `to ${name}`, { addedBy: to });
      }
      await put(await openPartFolder(begun, 'own', tree), 'same.txt', 'handed in', { addedBy: to });
      const corrected = await partOf(to, 'corrected', second);
      const marks = db.repository(FavouriteRow);
      await marks.insert([from, to].map((ownerId) => ({ ownerId, nodeId: lessons.id })));
      await marks.insert([{ ownerId: from, nodeId: gone.id }]);
      expect(await driveFaults(db)).toEqual([]);

      await db.transaction(() => movePerson({ db, from, to }, tools));
      expect(await driveFaults(db)).toEqual([]);
      expect(await namesIn({ parentId: there.id })).toEqual([
        ...['Carte.png', 'carte (2).png', 'carte (3).png'],
        ...['Leçons', 'LEÇONS (2)', 'plan.png', 'seul.txt'],
      ]);
      expect(await namesIn({ name: 'stays.txt', pupilId: to, addedBy: to })).toEqual(['stays.txt']);
      // Of two parts, the one that is further on has the files of both; the same content is there once.
      expect(await namesIn({ spaceKind: 'work', rank: FILE, pupilId: to })).toEqual([
        ...['begun.txt', 'begun.txt', 'stays.txt', 'Stays (2).txt'],
      ]);
      const left = await db.repository(WorkPupilRow).find();
      expect(left.map(({ id }) => id).sort()).toEqual([parts.first.id, corrected.id].sort());
      expect(await nodes.findOne({ where: { id: gone.id } })).toMatchObject({
        ...{ ownerId: to, spaceId: there.spaceId, parentId: there.spaceId, trashedFrom: there.id },
      });
      expect(await marks.count({ where: { ownerId: to } })).toBe(2);
      const all = [NodeRow, SpaceRow, WorkRow, WorkPupilRow, FavouriteRow];
      for (const entity of all) {
        expect(JSON.stringify(await db.repository<{ id: string }>(entity).find())).not.toContain(from);
      }
    },
  );

  test('T7: of two parts that are as far on the filled one stays, and no word and no correction of the other is lost', async () => {
    const [from, to] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    const parts = db.repository(WorkPupilRow);
    const work = await aWork(await host.ids.person('teacher'));
    for (const [first, second] of [
      [from, to],
      [to, from],
    ] as const) {
      const [filled, empty] = [await partOf(first, 'started', work), await partOf(second, 'started', work)];
      await parts.update({ id: empty.id }, { word: '', answer: '', prepared: null, shown: true, shownToRead: true });
      await put(await openPartFolder(filled, 'own', tree), 'trois-heures.odt', 'work', { addedBy: first });
      await db.transaction(() => movePerson({ db, from, to }, tools));
      expect(await namesIn({ name: 'trois-heures.odt', pupilId: to })).toEqual(['trois-heures.odt']);
      expect(await parts.find()).toMatchObject([
        { id: filled.id, pupilId: to, word: 'Voici', prepared: 'Encore un effort', shown: true, shownToRead: true },
      ]);
      expect(await driveFaults(db)).toEqual([]);
      await erasePerson({ db, storage: storage(SCHOOL), personId: to }, tools);
    }
    const [given, bare] = [await partOf(from, 'again', work), await partOf(to, 'handedIn', work)];
    const round = { workId: work.id, groupId: work.groupId, word: 'Voici', handedInAt: null, late: false };
    const back = { answer: 'Relis', givenBackAt: host.clock.now() };
    await parts.update({ id: given.id }, back);
    await parts.update({ id: bare.id }, { word: 'Encore moi', answer: '' });
    const rounds = db.repository(WorkRoundRow);
    await rounds.insert([{ ...round, ...back, partId: given.id, pupilId: from, state: 'again' }]);
    await db.transaction(() => movePerson({ db, from, to }, tools));
    expect(await parts.find()).toMatchObject([
      { id: bare.id, ...back, state: 'handedIn', word: 'Encore moi\n\nVoici' },
    ]);
    expect(await rounds.find()).toMatchObject([{ partId: bare.id, pupilId: to, answer: 'Relis' }]);
    const { records } = await exportPerson({ db, personId: to }, tools);
    expect(JSON.stringify(records)).toMatch(/Relis[^]*Relis/);
    await erasePerson({ db, storage: storage(SCHOOL), personId: to }, tools);
    expect(await rounds.count()).toBe(0);

    const [seen, later] = [await partOf(from, 'corrected', work), await partOf(to, 'handedIn', work)];
    const [noon, evening] = [new Date('2026-11-24T12:00:00Z'), new Date('2026-11-24T18:00:00Z')];
    await parts.update({ id: seen.id }, { answer: 'Vu en classe', givenBackAt: noon, handedInAt: null });
    await parts.update({ id: later.id }, { handedInAt: evening, givenBackAt: null, answer: '' });
    await db.transaction(() => movePerson({ db, from, to }, tools));
    expect(await parts.find()).toMatchObject([
      { id: later.id, pupilId: to, state: 'handedIn', handedInAt: evening, answer: 'Vu en classe' },
    ]);
    await erasePerson({ db, storage: storage(SCHOOL), personId: to }, tools);
    const [marked, empty] = [await partOf(from, 'corrected', work), await partOf(to, 'handedIn', work)];
    await parts.update({ id: marked.id }, { givenBackAt: evening, handedInAt: null });
    await parts.update({ id: empty.id }, { handedInAt: noon, givenBackAt: null, late: true });
    await db.transaction(() => movePerson({ db, from, to }, tools));
    expect(await parts.find()).toMatchObject([{ id: marked.id, state: 'corrected', handedInAt: noon, late: true }]);
    await erasePerson({ db, storage: storage(SCHOOL), personId: to }, tools);
  });

  test('uploads into two spaces that become one arrive in what they become, or nowhere', async () => {
    const to = await host.ids.person('classmate');
    const user = { id: to, profiles: ['pupil'] } as unknown as CurrentUser;
    const settings = settingsSchema.parse({});
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const send = (ownerId: string, folder: NodeRow, content: string): Promise<unknown> => {
      const files = async function* (): AsyncGenerator<IncomingFile> {
        await Promise.resolve();
        yield { field: 'files', name: 'photo.jpg', content: Readable.from([content]) };
      };
      const upload = { ...tree, user, log, files: files(), storage: storage(SCHOOL) };
      return depositFiles({ space: ownSpace(ownerId), folder }, settings, upload);
    };
    const there = await openSpace(ownSpace(to), tree);
    for (let round = 0; round < 6; round += 1) {
      const from = randomUUID();
      const here = await openSpace(ownSpace(from), tree);
      const inner = await make(here, 'Sortie');
      await put(here, 'photo.jpg', `before ${round}`);
      const join = db.transaction(() => movePerson({ db, from, to }, tools));
      const sent = [inner, there, here, there, inner].map((folder, index) =>
        send(folder === there ? to : from, folder, `${round} ${index}`),
      );
      const ends = await Promise.allSettled([join, ...sent]);
      const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
      expect(ends[0]).toMatchObject({ status: 'fulfilled' });
      for (const failure of failures) expect(failure).toMatchObject({ code: 'NOT_FOUND' });
      expect(await driveFaults(db)).toEqual([]);
      const arrived = ends.filter(({ status }) => status === 'fulfilled').length;
      expect(await nodes.count({ where: { rank: FILE } })).toBe(arrived);
      await nodes.delete({ rank: FILE });
      await recountSchool({ db, ...tools, isRepair: true }, new AbortController().signal);
    }
  });

  testOnce('a space of 5,000 files goes into another by about a thousand queries', async () => {
    const [from, to] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    for (const [id, length] of [
      [from, 2_500],
      [to, 1_000],
    ] as const) {
      const root = await openSpace(ownSpace(id), tree);
      for (const into of [root, await make(root, 'Photos')]) {
        const names = Array.from({ length }, (_, index) => `photo ${index}.jpg`);
        const files = names.map((name) => ({ name, contentId: 'none', bytes: 1, addedBy: id }));
        await insertNodes(into, files, tree);
      }
    }
    const { logger } = host.host.database.dataSource;
    const { logQuery } = logger;
    let queries = 0;
    logger.logQuery = () => void (queries += 1);
    try {
      await db.transaction(() => movePerson({ db, from, to }, tools));
    } finally {
      logger.logQuery = logQuery;
    }
    expect(queries).toBeGreaterThan(500);
    expect(queries).toBeLessThan(1_500);
    expect(await driveFaults(db)).toEqual([]);
    expect(await nodes.count({ where: { ownerId: to } })).toBe(7_003);
  });

  // Last: afterwards the pupil has another login.
  test('T7: a film that is on its way while two records of its pupil become one is in their files soon', async () => {
    const renamed = (await sampleRecords()).map((one) => {
      if (one.type === 'person' && one.key === 'pupil') return { ...one, key: 'ines.2', login: 'ines.2' };
      if (one.type === 'membership' && one.person === 'pupil') return { ...one, person: 'ines.2' };
      return one.type === 'kinship' && one.child === 'pupil' ? { ...one, child: 'ines.2' } : one;
    });
    await applyRecords(host, renamed);
    const { homonyms, database } = host.host;
    const asked = await database.dataSource.query<{ id: string }[]>(`SELECT id FROM core_homonym WHERE state = 'open'`);
    const newer = await host.ids.login('ines.2');
    const film = async function* (): AsyncGenerator<string> {
      yield 'The beginning ';
      await homonyms.decide(the(asked).id, 'same', { actor: 'cli', reason: '' });
      yield 'and the end.';
    };
    const files = async function* (): AsyncGenerator<IncomingFile> {
      await Promise.resolve();
      yield { field: 'files', name: 'film.mp4', content: Readable.from(film()) };
    };
    const user = { id: newer, profiles: ['pupil'] } as unknown as CurrentUser;
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const upload = { ...tree, user, log, files: files(), storage: storage(SCHOOL) };
    await depositFiles({ space: ownSpace(newer), folder: undefined }, settingsSchema.parse({}), upload);
    const pageOf = async (): Promise<string> => (await host.asLogin('ines.2').get('/own').expect(200)).text;
    expect(await pageOf()).not.toContain('film.mp4');
    await homonyms.moveLateRows({ since: host.clock.now() }, new AbortController().signal);
    expect(await pageOf()).toContain('film.mp4');
    expect(await driveFaults(db)).toEqual([]);
  });
});

function the<T>([row]: readonly T[]): T {
  if (!row) throw new Error('There is no such row.');
  return row;
}
