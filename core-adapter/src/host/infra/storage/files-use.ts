// SPDX-License-Identifier: EUPL-1.2
import { LessThan } from 'typeorm';
import type { Clock } from '../../../api/log.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { DiskStorage } from './disk-storage.js';
import { FILES, FilesUseRow } from './files-use.entity.js';

interface UseTools {
  readonly unitOfWork: UnitOfWork;
  readonly storage: DiskStorage;
}

/** The files of the storage were last in use at a time that the database does not know: it is an older one, or another. */
export interface OlderDatabase {
  /** When the database was last in use; undefined when it never was with these files. */
  readonly rows: Date | undefined;
  readonly files: Date;
}

/** A database that was restored from a backup does not name the files that came after it: nobody may take them for unused. */
export async function olderDatabase({ unitOfWork, storage }: UseTools): Promise<OlderDatabase | undefined> {
  const files = await storage.lastUse();
  if (!files) return undefined;
  const row = await unitOfWork.run((manager) => manager.findOne(FilesUseRow, { where: { id: FILES } }));
  return row && row.at >= files ? undefined : { rows: row?.at, files };
}

/** Notes in the database, and then in the storage, that they are in use together. Does nothing while the database is older. */
export async function noteUse({ unitOfWork, storage, clock }: UseTools & { readonly clock: Clock }): Promise<void> {
  if (await olderDatabase({ unitOfWork, storage })) return;
  const at = clock.now();
  await unitOfWork.transaction(async () => {
    // When two processes write, the later time stays.
    await unitOfWork.run((manager) => manager.update(FilesUseRow, { id: FILES, at: LessThan(at) }, { at }));
    const found = await unitOfWork.run((manager) => manager.findOne(FilesUseRow, { where: { id: FILES } }));
    if (!found) await unitOfWork.run((manager) => manager.insert(FilesUseRow, { id: FILES, at }));
  });
  await storage.noteUse(at);
}
