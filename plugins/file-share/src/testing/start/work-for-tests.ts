// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { Clock, SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { claimContent } from '../../domain/content/claim-content.js';
import type { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { insertNodes } from '../../domain/tree/insert-nodes.js';
import { openWorkFolder } from '../../domain/works/work-folders.js';

const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const user = { profiles: ['teacher'] } as const;

export interface GiveTools {
  readonly db: SchoolDatabase;
  readonly storage: SchoolStorage;
  readonly clock: Clock;
}

/** A work as a test wants it, with files by name and content. */
export interface GivenWork extends Partial<Omit<WorkRow, 'id' | 'school'>> {
  readonly groupId: string;
  readonly read?: Readonly<Record<string, string>>;
  readonly fill?: Readonly<Record<string, string>>;
}

/** Writes a work that was handed out, by its rows: open for all the class, without a date unless the test says otherwise. */
export async function giveWork({ read = {}, fill = {}, ...columns }: GivenWork, tools: GiveTools): Promise<WorkRow> {
  const now = tools.clock.now();
  const [work] = await tools.db.repository(WorkRow).insert([
    {
      ...{
        year: 2026,
        title: 'Les Gaulois, questions',
        text: 'Lis le texte.\nRéponds.',
        audience: 'class',
        level: null,
      },
      ...{ isDraft: false, visibleFrom: now, collects: true, dueAt: null, lateUntil: null, closedAt: null },
      ...{ addedBy: null, formKey: null, changedAt: now, deletedFiles: 0, ...columns },
    },
  ]);
  if (!work) throw new Error('An inserted row was not returned.');
  for (const [folder, files] of [
    ['read', read],
    ['fill', fill],
  ] as const) {
    if (Object.keys(files).length > 0) await putFiles(await openWorkFolder(work, folder, tools), files, tools);
  }
  return work;
}

/** The row of a pupil's part, written when there is none. */
export async function partRow(work: WorkRow, pupilId: string, { db }: Pick<GiveTools, 'db'>): Promise<WorkPupilRow> {
  const rows = db.repository(WorkPupilRow);
  const found = await rows.findOne({ where: { workId: work.id, pupilId } });
  if (found) return found;
  const [row] = await rows.insert([
    {
      ...{ workId: work.id, groupId: work.groupId, pupilId, state: 'given', startedAt: null, handedInAt: null },
      ...{
        takenBackAt: null,
        late: false,
        word: '',
        answer: '',
        prepared: null,
        ready: null,
        givenBackAt: null,
        undo: null,
        remindedAt: null,
        shown: false,
        shownToRead: false,
        revision: 0,
      },
    },
  ]);
  if (!row) throw new Error('An inserted row was not returned.');
  return row;
}

/** Puts files into a folder of a work or part, by name and content. */
export async function putFiles(
  folder: NodeRow,
  files: Readonly<Record<string, string>>,
  tools: GiveTools,
): Promise<NodeRow[]> {
  const added = [];
  for (const [name, text] of Object.entries(files)) {
    const stored = await tools.storage.store(Readable.from([text]), { maxBytes: 1_000_000 });
    const { id: contentId } = await claimContent(stored, tools);
    added.push({ name, contentId, bytes: stored.bytes, addedBy: null });
  }
  return insertNodes(folder, added, { ...tools, quotas, user });
}
