// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { claimContent } from '../content/claim-content.js';
import { chargeSpace } from '../quota/charge-space.js';
import { QuotaError } from '../quota/quota-error.js';
import { roomLeft } from '../quota/room-left.js';
import type { Settings } from '../../settings.js';
import { openSpace } from '../space/open-space.js';
import type { SpaceRef } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { findFolder } from '../tree/find-node.js';
import { writeNodes, type NewNode } from '../tree/insert-nodes.js';
import { receiveFiles, type ReceivedFile } from './receive-files.js';

/** Attempts to find a free name. Of concurrent uploads with the same name one succeeds each time, and no class has this many pupils. */
const ATTEMPTS = 100;

type DepositTools = Pick<FileShareRequest, 'files' | 'storage' | 'db' | 'clock' | 'user' | 'log'>;

/** The target of files: a folder, or the root of a space. */
export interface DepositTarget {
  readonly space: SpaceRef;
  readonly folder: NodeRow | undefined;
  /** Throws when the folder, as it is once the files have arrived, takes none of them. */
  readonly refuse?: (folder: NodeRow, files: number) => void | Promise<void>;
}

export interface Deposited {
  readonly id: string;
  readonly name: string;
  /** Whether the name was taken, so that the file got a number. */
  readonly isRenamed: boolean;
}

/**
 * Puts the files of a request into a folder, either all of them or none. A file with a name that is taken gets a number.
 * @param mark identifies an upload: when a file with this mark exists, that file is returned and nothing is stored
 * @throws TooLargeError beyond `maxFileSize`, QuotaError when there is no room, StorageFullError on a full disk, InputError
 * when the connection breaks off
 */
export async function depositFiles(
  target: DepositTarget,
  settings: Settings,
  tools: DepositTools,
  mark: string | null = null,
): Promise<Deposited[]> {
  const quotas = settings.quota;
  const kept: ReceivedFile[] = [];
  try {
    const room = await roomLeft(target.folder ?? target.space, { ...tools, quotas });
    const inserted = await receiveFiles({ maxFileSize: settings.maxFileSize, room }, tools, (received) => {
      kept.push(...received);
      return insertFiles(target, received, { ...tools, settings, mark, refuse: target.refuse });
    });
    const nodes = inserted?.nodes ?? [];
    return nodes.map(({ id, name }, index) => ({ id, name, isRenamed: name !== kept[index]?.name }));
  } catch (error) {
    // The first attempt of this upload may have taken the last room.
    const before = error instanceof QuotaError ? await findMarked(mark, tools) : undefined;
    if (!before) throw error;
    return [{ id: before.id, name: before.name, isRenamed: false }];
  }
}

async function findMarked(uploadMark: string | null, { db }: Pick<DepositTools, 'db'>): Promise<NodeRow | undefined> {
  return uploadMark === null ? undefined : db.repository(NodeRow).findOne({ where: { uploadMark } });
}

interface InsertTools extends DepositTools {
  readonly refuse: DepositTarget['refuse'] | undefined;
  readonly settings: Settings;
  readonly mark: string | null;
}

interface Inserted {
  readonly nodes: readonly NodeRow[];
  /** The storage keys that rows name: others were stored twice. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Rows are written after all content has arrived, because a transaction must not wait for a stream. On MariaDB another upload may take
 * the name or the content in between: the unique index then refuses the insert, and the next attempt sees it. An upload that has arrived
 * before is refused by its mark.
 */
async function insertFiles(
  target: DepositTarget,
  received: readonly ReceivedFile[],
  tools: InsertTools,
): Promise<Inserted> {
  const { db, mark } = tools;
  let { folder } = target;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const into = (folder ??= await openSpace(target.space, tools));
      return await db.transaction(() => insertOnce(into, received, tools));
    } catch (error) {
      const wentAway = error instanceof NotFoundError && folder !== undefined && (await wasJoined(folder, tools));
      if (attempt === ATTEMPTS || !(wentAway || error instanceof ConflictError)) throw error;
      if (wentAway) folder = undefined;
      const before = await findMarked(mark, tools);
      if (before) return { nodes: [before], keys: new Set() };
    }
  }
}

/**
 * Whether the user's drive has become that of another record, or the space of a class that of another class: two of them became one
 * meanwhile. The files then go into a new drive or space, which the host has moved as well (ADR 40).
 */
async function wasJoined(
  { spaceId, spaceKind }: NodeRow,
  { db, user }: Pick<DepositTools, 'db' | 'user'>,
): Promise<boolean> {
  if (spaceKind === 'school' || spaceKind === 'work') return false;
  const where = { id: spaceId, ...(spaceKind === 'own' && { ownerId: user.id }) };
  return (await db.repository(SpaceRow).count({ where })) === 0;
}

/** The space is charged, and so locked, before anything is read: MariaDB then reads what the upload before this one has written. */
async function insertOnce(target: NodeRow, received: readonly ReceivedFile[], tools: InsertTools): Promise<Inserted> {
  const { db, user, mark, settings, refuse } = tools;
  const cost = received.reduce((sum, { bytes }) => sum + bytes, 0);
  await chargeSpace(target, { cost, nodes: received.length }, { db, user, quotas: settings.quota });
  // The folder may have been moved while the files arrived.
  const folder = await findFolder(target.id, tools);
  if (folder?.spaceId !== target.spaceId) {
    throw new NotFoundError('The folder was moved or deleted just before.', { details: { folder: target.id } });
  }
  await refuse?.(folder, received.length);
  const byPupil = user.profiles.includes('pupil');
  const added: NewNode[] = [];
  const keys = new Set<string>();
  for (const [index, file] of received.entries()) {
    const content = await claimContent(file, { db });
    keys.add(content.storageKey);
    added.push({
      name: file.name,
      contentId: content.id,
      bytes: file.bytes,
      addedBy: user.id,
      byPupil,
      // The files of one upload are written together: the first one stands for all.
      uploadMark: index === 0 ? mark : null,
    });
  }
  return { nodes: await writeNodes(folder, added, tools), keys };
}
