// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, type TestDatabase, type TestExchange, type TestPerson } from '@volee/core-adapter/testing';
import { startDrive, type DriveForTests } from './drive-for-tests.js';
import { partFilesPath, partPath } from '../../paths.js';
import { openSpace } from '../../domain/space/open-space.js';
import { ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { filesOf, type PartFolder } from '../../domain/works/work-folders.js';
import { giveWork, partRow, type GiveTools, type GivenWork } from './work-for-tests.js';

/** A host with works of its CM1, and the steps of a pupil. */
export interface PartsForTests extends Pick<DriveForTests, 'host'> {
  readonly name: string;
  readonly tools: GiveTools;
  readonly pupil: TestPerson;
  readonly ines: string;
  inMinutes(minutes: number): Date;
  give(work?: Partial<GivenWork>): Promise<WorkRow>;
  /** A part that was begun, with these files; their ids. */
  begun(
    files: Readonly<Record<string, string>>,
    work?: Partial<GivenWork>,
  ): Promise<{ readonly work: WorkRow; readonly ids: readonly string[] }>;
  act(work: WorkRow, action: string, more?: Readonly<Record<string, string>>): TestExchange;
  upload(work: WorkRow, files: Readonly<Record<string, string>>): TestExchange;
  rowOf(work: WorkRow): Promise<WorkPupilRow>;
  filesIn(work: WorkRow, folder: PartFolder): Promise<NodeRow[]>;
  /** Gives a part back as its teacher does, with the rows alone. */
  giveBack(work: WorkRow, state: 'corrected' | 'again', answer: string): Promise<void>;
}

export async function startParts(database: TestDatabase): Promise<PartsForTests> {
  const { host, tables, storage } = await startDrive({
    database,
    settings: { maxFileSize: '1kB', quota: { pupil: '3kB' } },
  });
  const ines = await host.ids.person('pupil');
  const pupil = host.as('pupil');
  const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
  // Room for what the pupil takes out of their works.
  const { spaceId } = await openSpace(ownSpace(ines), tools);
  await tools.db.repository(SpaceRow).update({ id: spaceId }, { quotaBytes: 1_000_000 });
  const inMinutes = (minutes: number): Date => new Date(host.clock.now().getTime() + minutes * 60_000);
  const rowOf = (work: WorkRow): Promise<WorkPupilRow> => partRow(work, ines, tools);
  const give = (work: Partial<GivenWork> = {}): Promise<WorkRow> => giveWork({ groupId: host.ids.cm1, ...work }, tools);
  const act: PartsForTests['act'] = (work, action, more = {}) =>
    pupil.post(partPath(work.id, ines)).form({ action, ...more });
  const upload: PartsForTests['upload'] = (work, files) => pupil.post(partFilesPath(work.id, ines)).files(files);
  const filesIn: PartsForTests['filesIn'] = async (work, folder) => filesOf((await rowOf(work)).id, folder, tools);
  return {
    ...{ name: database.name, host, tools, pupil, ines, inMinutes, rowOf, give, act, upload, filesIn },
    async begun(files, given) {
      const work = await give(given);
      await act(work, 'start').expect(303);
      if (Object.keys(files).length > 0) await upload(work, files).expect(303);
      return { work, ids: (await filesIn(work, 'own')).map(({ id }) => id) };
    },
    async giveBack(work, state, answer) {
      const { id, workId, groupId, pupilId, word, handedInAt, late } = await rowOf(work);
      const changes = { state, answer, givenBackAt: host.clock.now() };
      await tools.db.repository(WorkPupilRow).update({ id }, changes);
      const round = { partId: id, workId, groupId, pupilId, word, handedInAt, late, ...changes };
      await tools.db.repository(WorkRoundRow).insert([round]);
      for (const folder of ['own', 'back'] as const) {
        for (const file of await filesOf(id, folder, tools)) {
          await tools.db.repository(NodeRow).update({ id: file.id }, { readers: 'families' });
        }
      }
    },
  };
}
