// SPDX-License-Identifier: EUPL-1.2
import type { Level } from '@volee/core-adapter';
import { readGuardians, type GuardiansFile } from './read-guardians.js';
import { readPupils, type PupilsFile } from './read-pupils.js';
import { recogniseFile, type GivenFile, type KnownFile } from './recognise-file.js';
import { isRefusal, type Refusal } from './refusal.js';

/** The files of an upload, as read. */
export interface OndeFiles {
  readonly pupils: PupilsFile;
  /** Absent: no guardians' file came with it. */
  readonly guardians?: GuardiansFile;
}

/** Reads a pupils' file and perhaps a guardians' file, in any order and whatever their names. */
export async function readFiles(files: readonly GivenFile[], wanted: readonly Level[]): Promise<OndeFiles | Refusal> {
  if (files.length === 0) return { refused: 'nothing', values: {} };
  const known: KnownFile[] = [];
  for (const file of files) {
    const one = await recogniseFile(file);
    if (isRefusal(one)) return one;
    const same = known.find(({ part }) => part === one.part);
    if (same) return { refused: 'samePart', values: { file: same.name, other: one.name } };
    known.push(one);
  }
  const [pupilsFile, guardiansFile] = [known.find(isPart('pupils')), known.find(isPart('guardians'))];
  if (!pupilsFile) return { refused: 'noPupilsFile', values: { file: guardiansFile?.name ?? '' } };
  const pupils = await readPupils(pupilsFile.table, wanted);
  if (pupils.pupils.length === 0)
    return { refused: 'nobody', values: { file: pupilsFile.name, levels: wanted.join(', ') } };
  return { pupils, ...(guardiansFile && { guardians: await readGuardians(guardiansFile.table, pupils) }) };
}

function isPart(part: KnownFile['part']): (file: KnownFile) => boolean {
  return (file) => file.part === part;
}
