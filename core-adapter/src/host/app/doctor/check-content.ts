// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import type { Finding } from '../../../api/check.js';
import type { Clock } from '../../../api/log.js';
import type { SchemaOwner } from '../../infra/database/migrate.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { DiskStorage } from '../../infra/storage/disk-storage.js';
import { olderDatabase } from '../../infra/storage/files-use.js';
import { unclaimedContent } from '../../infra/storage/unclaimed-content.js';
import { good, warn } from './findings.js';
import { withDatabase } from './with-database.js';

export interface ContentOptions {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly owners: readonly SchemaOwner[];
  readonly bricks: readonly LoadedBrick[];
  readonly clock: Clock;
}

/** Counts the files without a row. No finding when the database cannot be read, which is reported elsewhere. */
export async function checkContent({ folder, databaseUrl, owners, bricks, clock }: ContentOptions): Promise<Finding[]> {
  if (!existsSync(folder)) return [];
  const storage = new DiskStorage(folder, { clock });
  const found = await withDatabase(databaseUrl, owners, async (unitOfWork) => {
    const older = await olderDatabase({ unitOfWork, storage });
    const young = { files: 0, bytes: 0 };
    const old = { files: 0, bytes: 0 };
    for (const { id, manifest } of bricks.filter(({ state }) => state === 'ready')) {
      if (!manifest) continue;
      for await (const { uai, key } of unclaimedContent(storage, unitOfWork, manifest)) {
        const seen = await storage.look(id, uai, key);
        if (!seen) continue;
        const count = seen.isStale ? old : young;
        count.files += 1;
        count.bytes += seen.bytes;
      }
    }
    return { young, old, older };
  });
  if (!found) return [];
  const { young, old, older } = found;
  const findings = [];
  if (older) {
    const known = older.rows ? `in use on ${older.rows.toISOString()}` : 'never in use with these files';
    findings.push(
      warn(
        `The database is older than the stored files: it was ${known}, and the files on ${older.files.toISOString()}. No file is removed.`,
        `Restore the newer backup of the database. If files that it does not name may go, remove ${storage.lastUseFile}.`,
      ),
    );
  }
  if (young.files > 0) {
    findings.push(
      good(
        `No row names ${amount(young)} yet: an upload is in progress or was interrupted. They are removed within thirty hours.`,
      ),
    );
  }
  if (old.files > 0) {
    findings.push(
      warn(
        `No row names ${amount(old)}, which are more than a day old.`,
        '"volee serve" removes them every six hours: start it, or search its log for "swept".',
      ),
    );
  }
  return findings.length > 0 ? findings : [good('Every stored file has its row.')];
}

function amount({ files, bytes }: { files: number; bytes: number }): string {
  return `${files} ${files === 1 ? 'file' : 'files'} (${(bytes / 1_000_000).toFixed(1)} MB)`;
}
