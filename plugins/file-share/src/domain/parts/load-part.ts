// SPDX-License-Identifier: EUPL-1.2
import type { Profile, ResourceScope, SchoolWork } from '@volee/core-adapter';
import { PROFILES_OF } from '../scope/readers.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { findFile } from '../tree/find-node.js';
import { findWork } from '../works/find-work.js';
import { findNamedPupil } from '../works/work-audience.js';
import { WORK_FOLDERS } from '../works/work-folders.js';
import { partRootOf } from './part-files.js';
import { partStatus, type PartStatus } from '../works/part-status.js';

/** One pupil's part in a work, with the scope of reading it. */
export interface LoadedPart extends ResourceScope {
  readonly groupId: string;
  readonly pupilId: string;
  readonly visibleTo: readonly Profile[];
  readonly work: WorkRow;
  /** Undefined as long as nothing has happened to it. */
  readonly row: WorkPupilRow | undefined;
  readonly status: PartStatus;
  /** Whether `workOfLeaver` tells the work: it is no longer for the pupil. Not asked of parts that have begun. */
  readonly isLeaver: boolean;
}

/** A file of a work or of a part, with the scope of reading it. */
export interface LoadedPartFile extends LoadedPart {
  readonly id: string;
  readonly file: NodeRow;
}

type LoadTools = Pick<SchoolWork, 'clock' | 'school' | 'schoolYear' | 'directory' | 'db'>;
type PartInput = LoadTools & { readonly params: { readonly workId: string; readonly pupilId: string } };
type PartFileInput = PartInput & { readonly params: { readonly nodeId: string } };

/** The profiles that know of a work, and the profiles that know of it before its date. */
const READERS: readonly Profile[] = ['pupil', 'guardian', 'teacher', 'head'];
const TEAM: readonly Profile[] = ['teacher', 'head'];

/**
 * The part that an address names, or undefined when the work is not for that pupil: its scope alone would relate any pupil to themselves.
 * The address of a record that was joined to another one names the part of the pupil who stays.
 */
export async function loadPart({
  params: { workId, pupilId: named },
  ...tools
}: PartInput): Promise<LoadedPart | undefined> {
  const stored = await findWork(workId, tools);
  const found = stored && (await findNamedPupil(stored, named, tools));
  if (!found) return undefined;
  const { work, row } = found;
  const status = partStatus({ work, part: row, now: tools.clock.now(), schoolYear: tools.schoolYear });
  const visibleTo = status.isVisible ? READERS : TEAM;
  return { ...found, groupId: work.groupId, visibleTo, status };
}

/** A file of the four folders of a part: those of the work are read by the readers of the part, its own as their column says. */
export async function loadPartFile({ params, ...tools }: PartFileInput): Promise<LoadedPartFile | undefined> {
  const part = await loadPart({ params, ...tools });
  const file = part && (await findFile(params.nodeId, tools));
  const root = file && (await partRootOf(file, tools));
  if (!file || !root) return undefined;
  const { id } = file;
  if (root.parentId === part.work.id) {
    const isRemoved = WORK_FOLDERS.every((folder) => folder !== root.foldedName);
    return isRemoved ? { ...part, id, file, visibleTo: TEAM } : { ...part, id, file };
  }
  if (root.parentId !== part.row?.id) return undefined;
  const visibleTo = part.visibleTo.filter((profile) => PROFILES_OF[file.readers].includes(profile));
  return { ...part, id, file, visibleTo };
}
