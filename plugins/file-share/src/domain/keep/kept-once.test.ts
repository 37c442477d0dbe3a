// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, SCHOOL, type Role, type TestExchange } from '@volee/core-adapter/testing';
import { IsNull } from 'typeorm';
import { applyRecords, sampleRecords, withoutGroupsOf } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { groupSpace, ownSpace, teamSpace } from '../../store/space-ref.js';
import { emptyOldTrash } from '../../jobs/nightly/empty-old-trash.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

const DAY = 86_400_000;

describe.each(bothDatabases())('a copy that is kept for a pupil, on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  const started = startDrive({ database });

  async function world() {
    const drive = await started;
    const { host } = drive;
    const db = drive.tables(SCHOOL);
    const fill = new FillDrive(drive);
    const group = await fill.root(groupSpace(host.ids.cm1));
    const nodes = db.repository(NodeRow);
    const pupilId = await host.ids.person('pupil');
    const own = await fill.root(ownSpace(pupilId));
    const act = (role: Role, action: string, { id }: NodeRow, to?: string): TestExchange =>
      host
        .as(role)
        .post('/picked')
        .form({ action, ids: id, ...(to && { to }) });
    const copies = (name: string): Promise<NodeRow[]> =>
      nodes.find({ where: { name, spaceKind: 'own', ownerId: pupilId, rank: FILE } });
    const live = async (name: string): Promise<number> =>
      (await copies(name)).filter(({ trashedAt }) => trashedAt === null).length;
    return {
      ...{ host, db, fill, group, nodes, pupilId, own, act, copies, live },
      byPupil: { addedBy: pupilId, byPupil: true },
      page: `/groups/${host.ids.cm1}`,
      row: ({ id }: NodeRow): Promise<NodeRow | undefined> => nodes.findOne({ where: { id } }),
      restore: (role: Role, { id }: NodeRow): TestExchange => host.as(role).post(`/nodes/${id}/restore`),
      empty: (role: Role, { spaceId }: NodeRow): TestExchange =>
        host.as(role).post(`/spaces/${spaceId}/trash/empty`).form({ until: host.clock.now().toISOString() }),
      trashCopies: async (name: string): Promise<void> => {
        for (const copy of await copies(name)) if (!copy.trashedAt) await act('pupil', 'trash', copy).expect(303);
      },
    };
  }

  test('T6: is there once, however often the file goes and the pupil throws the copy away', async () => {
    const {
      host,
      db,
      nodes,
      pupilId,
      fill,
      group,
      page,
      own,
      byPupil,
      act,
      row,
      restore,
      empty,
      copies,
      live,
      trashCopies,
    } = await world();
    const name = 'conte.odt';
    const tale = await fill.file(await fill.openFolder(group, 'Contes'), name, 'conte', byPupil);
    for (let round = 0; round < 3; round += 1) {
      await act('teacher', 'trash', tale).expect(303);
      expect(await live(name)).toBe(1);
      const folder = await nodes.findOne({
        where: { name: 'Venu de ma classe', ownerId: pupilId, trashedAt: IsNull() },
      });
      if (round === 1 && folder) await act('pupil', 'trash', folder).expect(303);
      else await trashCopies(name);
      await restore('teacher', tale).expect(303);
    }
    expect(await copies(name)).toHaveLength(1);
    // Throwing away the copy for good while the file is in the class leaves the pupil the file: it does not go without a copy.
    await empty('pupil', own).expect(303);
    expect(await copies(name)).toEqual([]);
    await act('teacher', 'trash', tale).expect(303);
    expect(await live(name)).toBe(1);
    // A copy that the pupil throws away while the file is gone stays in their trash, and once deleted it does not come back.
    await trashCopies(name);
    await empty('pupil', own).expect(303);
    expect(await row(tale)).toMatchObject({ givenUp: true });
    // Once the file is back in the class, it is the pupil's again: it does not go without a copy.
    await restore('teacher', tale).expect(303);
    expect(await row(tale)).toMatchObject({ givenUp: false });
    await act('teacher', 'trash', tale).expect(303);
    expect(await live(name)).toBe(1);
    await trashCopies(name);
    await empty('pupil', own).expect(303);
    await empty('teacher', group).expect(303);
    expect(await copies(name)).toEqual([]);
    await host
      .as('pupil')
      .get(page)
      .expect(200)
      .expectNot(/conte\.odt/);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('T6: is made again once the file is back from the team, also with the folder around it', async () => {
    const { host, db, fill, group, own, byPupil, act, row, empty, live, trashCopies } = await world();
    const name = 'plan.odt';
    const folder = await fill.openFolder(group, 'Plans');
    const plan = await fill.file(folder, name, 'plan', byPupil);
    const team = await fill.root(teamSpace(host.ids.cm1));
    await act('teacher', 'move', folder, team.id).expect(303);
    await trashCopies(name);
    await empty('pupil', own).expect(303);
    expect(await row(plan)).toMatchObject({ givenUp: true });
    await act('teacher', 'move', folder, group.id).expect(303);
    expect(await row(plan)).toMatchObject({ givenUp: false });
    await act('teacher', 'trash', folder).expect(303);
    expect(await live(name)).toBe(1);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('T6: a sync that leaves the pupil out of the class for a day takes no file from them', async () => {
    const { host, db, fill, group, own, byPupil, act, row, restore, empty, live, trashCopies } = await world();
    const name = 'lave.odt';
    const lava = await fill.file(await fill.openFolder(group, 'Laves'), name, 'lave', byPupil);
    await act('teacher', 'trash', lava).expect(303);
    await restore('teacher', lava).expect(303);
    await trashCopies(name);
    const records = await sampleRecords();
    await applyRecords(host, withoutGroupsOf('pupil', records));
    await empty('pupil', own).expect(303);
    expect(await row(lava)).toMatchObject({ givenUp: false });
    await applyRecords(host, records);
    await act('teacher', 'trash', lava).expect(303);
    expect(await live(name)).toBe(1);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce(
    'T6: of a class that the pupil has left is there once, and can be taken again after it was deleted',
    async () => {
      const { host, db, fill, group, own, byPupil, empty, copies, live, trashCopies } = await world();
      const name = 'basalte.odt';
      await fill.file(await fill.openFolder(group, 'Basaltes'), name, 'basalte', byPupil);
      const records = await sampleRecords();
      await applyRecords(host, withoutGroupsOf('pupil', records));
      const pupil = host.as('pupil');
      for (let press = 0; press < 3; press += 1) {
        await pupil.post('/last-year/keep').form({}).expect(303);
        await trashCopies(name);
      }
      expect(await copies(name)).toHaveLength(1);
      await empty('pupil', own).expect(303);
      await pupil.get('/last-year').expect(200, /basalte\.odt/);
      await pupil.post('/last-year/keep').form({}).expect(303);
      expect(await live(name)).toBe(1);
      await applyRecords(host, records);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce('T6: is made at night of what a teacher threw away before copies were made at once', async () => {
    const { host, db, fill, group, nodes, pupilId, byPupil, act, row, copies, live } = await world();
    const folder = await fill.openFolder(group, 'Récits');
    const story = await fill.file(folder, 'récit.odt', 'récit', byPupil);
    const own = await fill.file(await fill.openFolder(group, 'Essais'), 'essai.odt', 'essai', byPupil);
    await act('pupil', 'trash', own).expect(303);
    await act('teacher', 'trash', folder).expect(303);
    await nodes.delete({ spaceKind: 'own', ownerId: pupilId, rank: FILE, keptOf: story.id });
    await nodes.update({ id: folder.id }, { trashedBy: null });
    const before = await db.repository(NodeRow).count({ where: { id: story.id } });
    expect(before).toBe(1);
    // The first run of a schedule notes when it began.
    await host.runJobs();
    for (let day = 0; day < 32; day += 1) {
      host.clock.advance(DAY);
      await host.runJobs();
    }
    expect(await row(story)).toBeUndefined();
    expect(await live('récit.odt')).toBe(1);
    expect(await copies('essai.odt')).toEqual([]);
    const [copy] = await copies('récit.odt');
    await host
      .as('pupil')
      .get(`/files/${copy?.id ?? ''}`)
      .expect(200, /^récit$/);
  });

  testOnce('T6: is not made of what a teacher takes back that they had put into the wrong folder', async () => {
    const { host, db, fill, group, byPupil, act, row, restore, empty, copies, live } = await world();
    const addedBy = await host.ids.person('teacher');
    const box = await fill.openFolder(group, 'Boîte à erreurs', { ownReaders: 'teachers' });
    const theirs = await fill.folder(box, 'Inès', byPupil);
    const given = await fill.folder(theirs, 'Bilan de Léo', { addedBy });
    await fill.file(given, 'bilan.odt', 'bilan', { addedBy });
    const answer = await fill.file(given, 'réponse.odt', 'réponse', byPupil);
    const alone = await fill.file(theirs, 'pour Léo.odt', 'pour Léo', { addedBy });
    for (const node of [given, alone]) await act('teacher', 'trash', node).expect(303);
    expect([await live('réponse.odt'), await copies('bilan.odt'), await copies('pour Léo.odt')]).toEqual([1, [], []]);
    // A colleague who empties the trash gives it to nobody. One that throws such a file away takes it from the pupil.
    await empty('teacherInBothSchools', group).expect(303);
    expect([await row(answer), await row(alone)]).toEqual([undefined, undefined]);
    expect([await copies('bilan.odt'), await copies('pour Léo.odt')]).toEqual([[], []]);
    const other = await fill.file(theirs, 'consigne.odt', 'consigne', { addedBy });
    await act('teacherInBothSchools', 'trash', other).expect(303);
    expect(await live('consigne.odt')).toBe(1);
    await restore('teacher', other).expect(303);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('leaves what changed under the night to the next one, and goes on with the other trash', async () => {
    const { host, db, fill, group, nodes, own, pupilId, act, row, live } = await world();
    const addedBy = await host.ids.person('head');
    const raced = await fill.file(await fill.openFolder(group, 'Laisses'), 'laisse.odt', 'laisse', { addedBy });
    const other = await fill.file(own, 'brouillon.odt', 'brouillon', { addedBy: pupilId });
    await act('teacher', 'trash', raced).expect(303);
    await act('pupil', 'trash', other).expect(303);
    host.clock.advance(31 * DAY);
    const directory = {
      ...pupilsFor(pupilId),
      // Another author, a pupil, comes to it after the authors were looked up.
      everPupils: async (ids: readonly string[]) => {
        await nodes.update({ id: raced.id }, { addedBy: pupilId });
        return new Set(ids.filter((id) => id === pupilId));
      },
    };
    const work = { db, clock: host.clock, directory, offSince: () => Promise.resolve([]) };
    const night = (): Promise<void> => emptyOldTrash(work, new AbortController().signal);
    await night();
    expect([await row(raced), await row(other)]).toEqual([expect.objectContaining({ addedBy: pupilId }), undefined]);
    await night();
    expect([await row(raced), await live('laisse.odt')]).toEqual([undefined, 1]);
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce('reads an old trash once to find the pupils among its authors, and once to empty it', async () => {
    const { host, db, fill, group, nodes, own, pupilId, byPupil, act, row, live } = await world();
    let questions = 0;
    const relations = { groups: new Map(), memberOf: new Map(), teaches: new Map(), childrenOf: new Map() };
    const directory = {
      relations: () => {
        questions += 1;
        return Promise.resolve({ ...relations, profiles: new Map() });
      },
      everPupils: (ids: readonly string[]) => Promise.resolve(new Set(ids.filter((id) => id === pupilId))),
    };
    const work = { db, clock: host.clock, directory, offSince: () => Promise.resolve([]) };
    const night = (): Promise<void> => emptyOldTrash(work, new AbortController().signal);
    host.clock.advance(31 * DAY);
    await night();
    questions = 0;
    const folders: NodeRow[] = [];
    for (const name of ['Coraux', 'Marées', 'Phares']) {
      const folder = await fill.openFolder(group, name);
      await fill.file(folder, `${name}.odt`, name, byPupil);
      await act('teacher', 'trash', folder).expect(303);
      folders.push(folder);
    }
    await nodes.delete({ spaceKind: 'own', ownerId: pupilId, rank: FILE });
    const [first, second] = folders;
    await nodes.update({ id: first?.id ?? '' }, { trashedBy: await host.ids.person('head') });
    await nodes.update({ id: second?.id ?? '' }, { trashedBy: pupilId });
    const diary = await fill.folder(own, 'Carnet');
    await fill.file(diary, 'page.odt', 'page', { addedBy: pupilId });
    await act('pupil', 'trash', diary).expect(303);
    host.clock.advance(31 * DAY);
    const { logger } = host.host.database.dataSource;
    const { logQuery } = logger;
    const reads: string[] = [];
    logger.logQuery = (query) => {
      if (/^SELECT[^]*file_share_node[^]*WHERE[^]*parentId\W+IN\b/.test(query)) reads.push(query);
    };
    try {
      await night();
    } finally {
      logger.logQuery = logQuery;
    }
    // The trash of the class twice, and that of the pupil once.
    expect([reads.length, questions]).toEqual([3, 1]);
    for (const folder of [...folders, diary]) expect(await row(folder)).toBeUndefined();
    expect(await Promise.all(['Coraux.odt', 'Marées.odt', 'Phares.odt'].map(live))).toEqual([1, 0, 1]);
  });

  test.each(['teacher', 'teacherInBothSchools'] as const)(
    'T6: is also made of what a teacher put into the folder of the pupil for them, when %s takes the folder away',
    async (taker) => {
      const { host, db, fill, group, nodes, own, pupilId, byPupil, act, restore, empty, copies, live, trashCopies } =
        await world();
      const addedBy = await host.ids.person('teacher');
      const box = await fill.openFolder(group, `Boîte de ${taker}`, { ownReaders: 'teachers' });
      const theirs = await fill.folder(box, 'Inès', byPupil);
      const [team, name] = [await fill.root(teamSpace(host.ids.cm1)), `corrigé de ${taker}.odt`];
      const marked = await fill.file(theirs, name, 'corrigé', { addedBy });
      await fill.file(theirs, `barème de ${taker}.odt`, 'barème', { addedBy, ownReaders: 'teachers' });
      await host.as('pupil').get(`/files/${marked.id}`).expect(200);
      for (const folder of [theirs, box]) {
        await act(taker, 'trash', folder).expect(303);
        expect(await live(name)).toBe(1);
        await restore(taker, folder).expect(303);
        await trashCopies(name);
        await empty('pupil', own).expect(303);
        await host.as('pupil').get(`/files/${marked.id}`).expect(200);
      }
      await act(taker, 'move', theirs, team.id).expect(303);
      const [copy] = await copies(name);
      await host
        .as('pupil')
        .get(`/files/${copy?.id ?? ''}`)
        .expect(200, /^corrigé$/);
      expect(copy).toMatchObject({ addedBy: pupilId, cost: 0, keptOf: marked.id });
      // The nightly job makes the copies that an earlier version did not make.
      const late = await fill.file(await fill.folder(box, 'Inès', byPupil), `tard, ${name}`, 'corrigé', { addedBy });
      await act(taker, 'trash', box).expect(303);
      await nodes.delete({ ownerId: pupilId, spaceKind: 'own', keptOf: late.id });
      host.clock.advance(31 * DAY);
      const work = { db, clock: host.clock, directory: pupilsFor(pupilId), offSince: () => Promise.resolve([]) };
      await emptyOldTrash(work, new AbortController().signal);
      expect(await live(`tard, ${name}`)).toBe(1);
      expect(await copies(`barème de ${taker}.odt`)).toEqual([]);
    },
  );

  testOnce('says on the page of the class that there are more than the newest twenty', async () => {
    const { host, fill, group, page, byPupil, act } = await world();
    const folder = await fill.openFolder(group, 'Photos');
    for (let number = 0; number < 21; number += 1) {
      await fill.file(folder, `photo ${number}.jpg`, `photo ${number}`, byPupil);
    }
    await act('teacher', 'trash', folder).expect(303);
    const { text } = await host
      .as('pupil')
      .get(page)
      .expect(200, /Les autres sont aussi dans Mes fichiers/);
    expect(text.match(/photo \d+\.jpg/g)).toHaveLength(20);
  });
});

/** A directory in which nobody has a profile any more, and in which this person was a pupil. */
function pupilsFor(pupilId: string): Parameters<typeof emptyOldTrash>[0]['directory'] {
  const none = new Map();
  return {
    relations: () => Promise.resolve({ profiles: none, groups: none, memberOf: none, teaches: none, childrenOf: none }),
    everPupils: (ids) => Promise.resolve(new Set(ids.filter((id) => id === pupilId))),
  };
}
