// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Profile, SchoolStorage } from '@volee/core-adapter';
import { bothDatabases, onceInQuickRun, OTHER_SCHOOL, SCHOOL, type Role } from '@volee/core-adapter/testing';
import { In, Like } from 'typeorm';
import { verifySchool } from '../commands/verify-school.js';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { trashPath } from '../../paths.js';
import { settingsSchema } from '../../settings.js';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { deleteNodes } from '../../domain/tree/delete-nodes.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { insertNodes } from '../../domain/tree/insert-nodes.js';
import { openPartFolder } from '../../domain/works/work-folders.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const drives = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('nights and checks on $name', ({ name, drive: { host, tables, storage } }) => {
  const testOnce = onceInQuickRun({ name });
  const { cm1 } = host.ids;
  const db = tables(SCHOOL);
  const nodes = db.repository(NodeRow);
  const contents = db.repository(ContentRow);
  const spaces = db.repository(SpaceRow);

  const put = async (name: string, content: string): Promise<NodeRow> => {
    await host
      .as('teacher')
      .post(`/groups/${cm1}/files`)
      .files({ [name]: content })
      .expect(303);
    const node = await nodes.findOne({ where: { name } });
    if (!node) throw new Error('The upload has no row.');
    return node;
  };
  const contentOf = async ({ contentId }: NodeRow): Promise<ContentRow> => {
    const content = await contents.findOne({ where: { id: contentId ?? '' } });
    if (!content) throw new Error('The file has no content.');
    return content;
  };
  const remove = (files: readonly NodeRow[]): Promise<number> =>
    changeSpaces(
      files.map(({ spaceId }) => spaceId),
      () => deleteNodes(files, { db, clock: host.clock }),
      { db },
    );
  /** The path of stored content on the disk. */
  const pathOf = async ({ storageKey }: Pick<ContentRow, 'storageKey'>): Promise<string> => {
    const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
    const file = entries.find((entry) => entry.isFile() && storageKey.endsWith(entry.name));
    if (!file) throw new Error('The content is not stored.');
    return join(file.parentPath, file.name);
  };
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const key of storage(SCHOOL).keys()) found.push(key);
    return found.sort();
  };
  const night = async (): Promise<void> => {
    host.clock.advance(DAY);
    await host.runJobs();
  };
  const verify = (options: Record<string, string> = {}) => host.command('files verify', { options });

  testOnce(
    'what nobody has any more is removed after a day, and old trash after thirty; the other school keeps its own',
    async () => {
      await host.runJobs();
      const [kept, gone, old] = [await put('kept', 'kept'), await put('gone', 'gone'), await put('old', 'old')];
      await host
        .as('headOfOtherSchool')
        .post('/own/files', { school: OTHER_SCHOOL })
        .files({ theirs: 'gone' })
        .expect(303);
      await remove([gone]);
      const trashed = { trashedAt: host.clock.now(), trashedFrom: old.parentId, above: '', parentId: old.spaceId };
      await nodes.update({ id: old.id }, { ...trashed, foldedName: old.id });
      await nodes.update({ id: kept.parentId }, { files: 1, bytes: 4, cost: 4, nodes: 1 });

      host.clock.advance(DAY / 4);
      await host.runJobs();
      expect((await keys()).length).toBe(3);
      await night();
      await night();
      expect(await keys()).toEqual([(await contentOf(kept)).storageKey, (await contentOf(old)).storageKey].sort());
      for (let days = 3; days < 30; days += 1) host.clock.advance(DAY);
      await night();
      expect(await nodes.count({ where: { rank: FILE } })).toBe(1);
      await night();
      await night();
      expect(await keys()).toEqual([(await contentOf(kept)).storageKey]);
      expect(await driveFaults(db)).toEqual([]);
      expect((await spaces.findOne({ where: { holder: TOTAL } }))?.usedBytes).toBe(1_004);
      expect(await tables(OTHER_SCHOOL).repository(ContentRow).count()).toBe(1);
    },
  );

  test('F15: the days of the trash count while the brick is on: what was in it before waits thirty days more', async () => {
    const { activations } = host.host;
    const put1 = await put('corbeille', 'corbeille');
    const trashed = { trashedAt: host.clock.now(), trashedFrom: put1.parentId, above: '', parentId: put1.spaceId };
    await nodes.update({ id: put1.id }, { ...trashed, foldedName: put1.id });
    await nodes.update({ id: put1.parentId }, { files: 1, bytes: 4, cost: 4, nodes: 1 });
    const days = async (count: number): Promise<number> => {
      for (let past = 0; past < count; past += 1) await night();
      return nodes.count({ where: { id: put1.id } });
    };
    expect(await days(2)).toBe(1);
    await activations.disable(SCHOOL, 'file-share', 'cli');
    expect(await days(33)).toBe(1);
    await activations.enable(SCHOOL, 'file-share', 'cli');
    const daysLeft = async (): Promise<string | undefined> => {
      const { text } = await host.as('teacher').get(trashPath(put1.spaceId)).expect(200);
      return /corbeille<[^]*?(\d+) jours?</.exec(text)?.[1];
    };
    // The page tells the days that the job leaves, on the first day already.
    expect(await daysLeft()).toBe('30');
    expect([await days(10), await daysLeft()]).toEqual([1, '20']);
    expect([await days(19), await daysLeft()]).toEqual([1, '1']);
    expect(await days(2)).toBe(0);
    await night();
    await night();
    expect(await driveFaults(db)).toEqual([]);
  });

  testOnce(
    'five planted damages and what is of no work are found, each by its name; the night puts the counts right',
    async () => {
      expect(await verify()).toMatchObject({
        lines: [expect.stringMatching(/0 faults/), expect.stringMatching(/0 faults/)],
      });
      expect(await verify()).not.toHaveProperty('failure');

      const [damaged, missing, shared] = [
        await put('damaged', 'abc'),
        await put('missing', 'def'),
        await put('shared', 'ghi'),
      ];
      const [broken, lost, wrong] = [await contentOf(damaged), await contentOf(missing), await contentOf(shared)];
      await writeFile(await pathOf(broken), 'abd');
      await storage(SCHOOL).remove(lost.storageKey);
      const extra = await storage(SCHOOL).store(Readable.from(['extra']), { maxBytes: 10 });
      await contents.increment({ id: wrong.id }, { refs: 2 });
      const holder = holderOf(groupSpace(cm1));
      await spaces.increment({ holder }, { usedBytes: 100, nodes: 3 });
      await nodes.increment({ id: shared.parentId }, { files: -1, nodes: -1 });
      const part = { id: randomUUID(), groupId: cm1, pupilId: await host.ids.person('pupil') };
      const orphan = await openPartFolder(part, 'back', { db, clock: host.clock });
      const file = { name: 'aide', contentId: damaged.contentId, bytes: 3, cost: 0, addedBy: null };
      const charging = { quotas: settingsSchema.parse({}).quota, user: { profiles: ['teacher'] } } as const;
      await insertNodes(orphan, [file], { db, clock: host.clock, ...charging });
      await contents.increment({ id: broken.id }, { refs: 1 });
      expect(await driveFaults(db)).toContain(`${orphan.id} is of no work.`);

      const answer = await verify({ school: SCHOOL.toLowerCase() });
      expect(answer.failure).toBe('7 things are wrong.');
      const space = shared.spaceId;
      expect(answer.value).toMatchObject({
        schools: [
          {
            uai: SCHOOL,
            faults: expect.arrayContaining([
              {
                kind: 'damaged',
                key: broken.storageKey,
                files: expect.arrayContaining([{ id: damaged.id, space }]) as unknown,
              },
              { kind: 'missing', key: lost.storageKey, files: [{ id: missing.id, space }] },
              { kind: 'tooMuch', key: extra.key, files: [] },
              { kind: 'content', id: wrong.id, wrong: { refs: [3, 1] } },
              { kind: 'space', id: space, wrong: { usedBytes: [5_113, 5_013], nodes: [8, 5] } },
              { kind: 'orphan', id: orphan.id, space, files: 1 },
              { kind: 'folder', id: shared.parentId, wrong: { files: [3, 4], nodes: [3, 4] } },
            ]) as unknown[],
          },
        ],
      });
      expect(answer.lines.join('\n')).toMatch(
        /is damaged: file [-\w]+ in space [-\w]+[^]*is of no work[^]*refs is 3 instead of 1/,
      );
      expect(await verify({ school: OTHER_SCHOOL })).not.toHaveProperty('failure');
      await expect(verify({ school: '0000000A' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });

      await night();
      expect(await driveFaults(db)).toEqual([]);
      expect(await nodes.count({ where: [{ id: orphan.id }, { parentId: orphan.id }] })).toBe(0);
      expect((await verify({ school: SCHOOL })).failure).toMatch(/^3 things/);
      // Sent once more, the same bytes take the place of the lost and the damaged ones.
      for (const [file, content] of [
        [damaged, 'abc'],
        [missing, 'def'],
      ] as const) {
        await put(`${file.name} again`, content);
        await host
          .as('teacher')
          .get(`/files/${file.id}`)
          .expect(200, new RegExp(`^${content}$`));
        await put(`${file.name} once more`, content);
      }
      expect((await verify({ school: SCHOOL })).failure).toBe('One thing is wrong.');
      await storage(SCHOOL).remove(extra.key);
      expect(await keys()).not.toContain(broken.storageKey);
      expect(await driveFaults(db)).toEqual([]);
    },
  );

  testOnce('a stored file that the disk cannot read is named, and the next ones are read', async () => {
    const unreadable = await put('unreadable', 'illisible');
    const { storageKey } = await contentOf(unreadable);
    const path = await pathOf({ storageKey });
    await rm(path);
    await mkdir(path);
    const { lines } = await verify();
    expect(lines.join('\n')).toContain(`${storageKey} cannot be read (EISDIR): file ${unreadable.id}`);
    expect(lines.filter((line) => line.includes('contents with'))).toHaveLength(2);
    const again = await put('again', 'illisible');
    await host
      .as('teacher')
      .get(`/files/${unreadable.id}`)
      .expect(200, /^illisible$/);
    await rm(path, { recursive: true });
    await remove([unreadable, again]);
    await night();
    await night();
  });

  test('what is uploaded, replaced or removed while verify reads is no fault', async () => {
    const real = storage(SCHOOL);
    const [going, swapped] = [await put('going', 'goes'), await put('swapped', 'bytes of before')];
    const [goingContent, swappedContent] = [await contentOf(going), await contentOf(swapped)];
    // An upload of several files: this one is stored, and has no row yet.
    const late = await real.store(Readable.from(['late']), { maxBytes: 10 });
    const { key: storageKey, bytes, sha256 } = late;
    const meanwhile = new Map<string, () => Promise<unknown>>([
      [
        goingContent.storageKey,
        async () => {
          await remove([going]);
          await contents.delete({ id: goingContent.id });
          await contents.insert([{ sha256, bytes, storageKey, type: null, refs: 0, unusedSince: host.clock.now() }]);
        },
      ],
      [swappedContent.storageKey, () => put('swapped again', 'bytes of before')],
    ]);
    const working: SchoolStorage = {
      ...real,
      open: async (key) => {
        const change = meanwhile.get(key);
        meanwhile.delete(key);
        if (change) await real.remove(key);
        await change?.();
        return real.open(key);
      },
    };
    const work = { school: { uai: SCHOOL }, db, clock: host.clock, storage: working };
    const { faults } = await verifySchool(work, new AbortController().signal);
    expect(faults).toEqual([]);
    await remove(await nodes.find({ where: { name: Like('%swapped%') } }));
    await night();
    await night();
  });

  testOnce('the sizes of schools and spaces, the largest first', async () => {
    const { value, lines } = await host.command('files usage');
    expect(value).toMatchObject({
      schools: [
        { uai: SCHOOL, usedBytes: 8_025, spaces: [{ kind: 'group', group: cm1, usedBytes: 8_025, quotaBytes: null }] },
        { uai: OTHER_SCHOOL, usedBytes: 1_004, spaces: [{ kind: 'own', group: null, spaces: 1, usedBytes: 1_004 }] },
      ],
    });
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}8 kB in \d+ folders and files of the group space of CM1/));
    expect(lines).toContain('  1 kB in 1 folders and files of one personal space');
  });

  test('P17 a night under a clock of 2038 deletes no file of a class of this year', async () => {
    const right = host.clock.now();
    const { id } = await put('leçon.txt', 'of this year');
    await host.runJobs();
    host.clock.set('2038-01-19T03:14:07Z');
    expect(await host.host.jobs.runDue({ isClockSure: false })).toEqual([]);
    host.clock.set(right);
    await night();
    expect(await nodes.count({ where: { id } })).toBe(1);
  });

  test('P17 a clock that is a month ahead for one night empties no trash', async () => {
    const atClock = async (time: Date): Promise<void> => {
      host.clock.set(time);
      await host.host.jobs.runDue({ isClockSure: false });
    };
    await night();
    const right = host.clock.now();
    await host.as('pupil').post('/own/files').files({ 'dessin.txt': 'a volcano' }).expect(303);
    const [{ id } = { id: '' }] = await nodes.find({ where: { name: 'dessin.txt' } });
    await host.as('pupil').post('/picked').form({ action: 'trash', ids: id }).expect(303);
    await atClock(new Date(right.getTime() + HOUR));
    await atClock(new Date(right.getTime() + 31 * DAY));
    await atClock(new Date(right.getTime() + 2 * HOUR));
    expect(await nodes.count({ where: { id } })).toBe(1);
    // Under a right clock the trash is empty after its days.
    await atClock(new Date(right.getTime() + 15 * DAY));
    await atClock(new Date(right.getTime() + 32 * DAY));
    expect(await nodes.count({ where: { id } })).toBe(0);
  });

  test('F15: the days of what a pupil owns or threw away count while pupils have the brick, and those of adults go on', async () => {
    const { activations } = host.host;
    const whole = { profiles: [], groupIds: [], from: null, until: null };
    const changeTo = async (profiles: readonly Profile[]): Promise<void> => {
      const [rule] = await activations.rules(SCHOOL, 'file-share');
      await activations.change(SCHOOL, 'file-share', rule?.id ?? '', 'cli', { ...whole, profiles });
    };
    const later = async (days: number): Promise<string[]> => {
      host.clock.advance(days * DAY);
      await host.runJobs();
      return (await nodes.find({ where: { name: In(['affiche', 'poème', 'vieux']) } })).map(({ name }) => name).sort();
    };
    const open = await nodes.findOne({ where: { id: (await put('vieux', 'vieux')).parentId } });
    await nodes.update({ id: open?.id ?? '' }, { pupilsAdd: true });
    await host.as('pupil').post(`/groups/${cm1}/files`).files({ affiche: 'affiche' }).expect(303);
    await host.as('pupil').post('/own/files').files({ poème: 'poème' }).expect(303);
    const spaceOf = new Map<string, string>();
    for (const [role, name] of [
      ['teacher', 'vieux'],
      ['pupil', 'affiche'],
      ['pupil', 'poème'],
    ] as const) {
      const node = await nodes.findOne({ where: { name } });
      spaceOf.set(name, node?.spaceId ?? '');
      await host
        .as(role)
        .post('/picked')
        .form({ action: 'trash', ids: node?.id ?? '' })
        .expect(303);
    }
    const daysLeft = async (role: Role, name: string): Promise<string | undefined> => {
      const { text } = await host
        .as(role)
        .get(trashPath(spaceOf.get(name) ?? ''))
        .expect(200);
      return new RegExp(`>${name}<[^]*?(\\d+) jours?<`).exec(text)?.[1];
    };
    expect(await later(1)).toEqual(['affiche', 'poème', 'vieux']);
    await changeTo(['teacher', 'head']);
    expect(await later(10)).toEqual(['affiche', 'poème', 'vieux']);
    // The teacher reads the days of each.
    expect([await daysLeft('teacher', 'affiche'), await daysLeft('teacher', 'vieux')]).toEqual(['30', '19']);
    expect(await later(30)).toEqual(['affiche', 'poème']);
    // A sync that leaves the pupil out of the school makes nobody else of them.
    const records = await sampleRecords();
    await applyRecords(
      host,
      records.filter((one) => !('key' in one && one.key === 'pupil') && !('person' in one && one.person === 'pupil')),
    );
    expect(await later(1)).toEqual(['affiche', 'poème']);
    await applyRecords(host, records);
    await changeTo([]);
    expect(await daysLeft('pupil', 'poème')).toBe('30');
    expect(await later(29)).toEqual(['affiche', 'poème']);
    expect(await daysLeft('pupil', 'affiche')).toBe('1');
    expect(await later(2)).toEqual([]);
    await nodes.update({ id: open?.id ?? '' }, { pupilsAdd: false });
    await night();
    await night();
    expect(await driveFaults(db)).toEqual([]);
  });
});
