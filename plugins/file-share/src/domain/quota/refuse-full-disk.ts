// SPDX-License-Identifier: EUPL-1.2
import { StorageFullError, type SchoolStorage } from '@volee/core-adapter';

/** The share of the disk that uploads leave free: the database and the backups need room, too. */
const KEPT_FREE = 0.05;

/** @throws StorageFullError when less than 5 % of the disk is free; `volee doctor` then says so */
export async function refuseFullDisk(storage: Pick<SchoolStorage, 'free'>): Promise<void> {
  const { freeBytes, totalBytes } = await storage.free();
  if (freeBytes >= totalBytes * KEPT_FREE) return;
  throw new StorageFullError('Less than 5 % of the disk of the storage is free, so that files are refused.', {
    remedy: 'Make room on the disk.',
    details: { freeBytes, totalBytes },
  });
}
