// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { TOTAL } from '../../store/space.entity.js';
import { changeSpaces } from './change-spaces.js';
import { copyNodes } from './copy-nodes.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { findNode } from './find-node.js';
import { insertNodes, type NewNode } from './insert-nodes.js';
import { moveNodes } from './move-nodes.js';
import { trashNodes } from './trash-nodes.js';
import { TreeRefusal } from './tree-refusal.js';

const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const addedBy = null;

describe.each(bothDatabases())('changes of a drive at once on $name', (database) => {
  const started = startDrive({ database });

  async function spaces() {
    const { host, tables } = await started;
    const user = { profiles: ['teacher' as const] };
    const tools = { db: tables(SCHOOL), quotas, user, clock: { now: () => new Date('2026-11-24T09:00:00Z') } };
    const own = await openSpace(ownSpace(await host.ids.person('teacher')), tools);
    const group = await openSpace(groupSpace(host.ids.cm1), tools);
    const folder = async (parent: NodeRow, name: string): Promise<NodeRow> => {
      const [made] = await insertNodes(parent, [{ name, contentId: null, bytes: 0, addedBy }], tools);
      return made ?? parent;
    };
    const move = (node: NodeRow, to: NodeRow): Promise<NodeRow[]> =>
      changeSpaces(
        [node.spaceId, to.spaceId],
        async () => {
          const [moving, into] = [await findNode(node.id, tools), await findNode(to.id, tools)];
          if (!moving || !into) throw new TreeRefusal('gone');
          return moveNodes([moving], into, {}, tools);
        },
        tools,
      );
    return { tools, own, group, folder, move };
  }

  test('two folders that are moved into each other at once make no circle', async () => {
    const { tools, own, group, folder, move } = await spaces();
    for (let round = 0; round < 8; round += 1) {
      const one = await folder(own, `a${round}`);
      const other = await folder(round % 2 === 0 ? own : group, `b${round}`);
      const ends = await Promise.allSettled([move(one, other), move(other, one)]);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
      expect(reasons).toEqual([expect.any(TreeRefusal)]);
    }
    expect(await driveFaults(tools.db)).toEqual([]);
  });

  test('files that are put into a folder while it moves or goes into the trash arrive there or nowhere', async () => {
    const { tools, own, group, folder, move } = await spaces();
    const trash = async ({ id }: NodeRow): Promise<NodeRow[]> => {
      const now = await findNode(id, tools);
      return trashNodes(now ? [now] : [], tools);
    };
    for (let round = 0; round < 8; round += 1) {
      const one = await folder(own, `c${round}`);
      const inner = await folder(one, 'inner');
      const put = (): Promise<unknown> =>
        changeSpaces(
          [inner.spaceId],
          () => insertNodes(inner, [{ name: 'x', contentId: null, bytes: 0, addedBy }], tools),
          tools,
        );
      const away = (): Promise<unknown> =>
        round % 2 === 0 ? move(one, group) : changeSpaces([one.spaceId], () => trash(one), tools);
      await Promise.allSettled([put(), away(), put()]);
    }
    expect(await driveFaults(tools.db)).toEqual([]);
  });

  test('a folder is made nowhere deeper than the twentieth, also when the folder around it moves meanwhile', async () => {
    const { own, folder, move, tools } = await spaces();
    let deep = own;
    for (let level = 1; level < 19; level += 1) deep = await folder(deep, `deep ${level}`);
    const around = await folder(own, 'around');
    const [moved] = await move(around, deep);
    expect(moved?.id).toBe(around.id);
    await expect(folder(around, 'too late')).rejects.toMatchObject({ problem: 'tooDeep', about: 'around' });
    expect(await driveFaults(tools.db)).toEqual([]);
  });

  test('a folder of 1,000 files is copied by a few dozen queries, and no content is stored again', async () => {
    const { tools, own, group, folder } = await spaces();
    const { db } = tools;
    const full = await folder(group, 'Mille photos');
    const contents = await db.repository(ContentRow).insert(
      Array.from({ length: 1_000 }, (_, index) => ({
        ...{
          sha256: index.toString(16).padStart(64, '0'),
          bytes: 10,
          storageKey: `k${index}`,
          refs: 1,
          type: null,
          unusedSince: null,
        },
      })),
    );
    const files = contents.map(({ id }, index): NewNode => ({
      name: `${index}.jpg`,
      contentId: id,
      bytes: 10,
      addedBy,
    }));
    await insertNodes(full, files, tools);
    const { logger } = (await started).host.host.database.dataSource;
    const { logQuery } = logger;
    let queries = 0;
    logger.logQuery = () => void (queries += 1);
    const readable = (nodes: NodeRow[]): Promise<NodeRow[]> => Promise.resolve(nodes);
    const copies = await changeSpaces(
      [own.spaceId],
      async () => {
        const now = await findNode(full.id, tools);
        return copyNodes(now ? [now] : [], own, { copiedBy: 'x', readable }, tools);
      },
      tools,
    );
    logger.logQuery = logQuery;
    expect(queries).toBeLessThan(30);
    expect(copies).toMatchObject([{ name: 'Mille photos', files: 1_000, bytes: 10_000, cost: 10_000 }]);
    expect(await db.repository(ContentRow).count({ where: { refs: In([2]) } })).toBe(1_000);
    expect(await driveFaults(db)).toEqual([]);
  });

  test('in a school without room, a move needs none, and of a copy nothing is written', async () => {
    const { tools, own, group, folder } = await spaces();
    const { db } = tools;
    const box = await folder(group, 'Trois cartes');
    const contents = await db.repository(ContentRow).insert(
      Array.from({ length: 3 }, (_, index) => ({
        ...{
          sha256: `c${index}`.padEnd(64, '0'),
          bytes: 10,
          storageKey: `c${index}`,
          type: null,
          refs: 1,
          unusedSince: null,
        },
      })),
    );
    const cards = contents.map(({ id }, index): NewNode => ({
      ...{ name: `${index}.png`, contentId: id, bytes: 10, addedBy },
    }));
    await insertNodes(box, cards, tools);
    const inBoth = <R>(work: (now: NodeRow[]) => Promise<R>): Promise<R> =>
      changeSpaces(
        [own.spaceId, group.spaceId],
        async () => {
          const now = await findNode(box.id, tools);
          return work(now ? [now] : []);
        },
        tools,
      );
    const readable = (nodes: NodeRow[]): Promise<NodeRow[]> => Promise.resolve(nodes);
    const full = { ...tools, quotas: { ...quotas, school: 0 } };
    const rows = await db.repository(NodeRow).count();
    const copy = inBoth((now) => copyNodes(now, own, { copiedBy: 'x', readable }, full));
    await expect(copy).rejects.toMatchObject({ lack: { of: TOTAL, wanted: 4_030 } });
    expect(await db.repository(NodeRow).count()).toBe(rows);
    expect(await inBoth((now) => moveNodes(now, own, {}, full))).toMatchObject([{ name: 'Trois cartes' }]);
    expect(await driveFaults(db)).toEqual([]);
  });
});
