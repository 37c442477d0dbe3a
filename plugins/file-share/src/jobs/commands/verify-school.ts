// SPDX-License-Identifier: EUPL-1.2
import type { School, SchoolWork } from '@volee/core-adapter';
import { contentDamage, type ContentDamage } from '../../domain/content/content-damage.js';
import { isGoing } from '../../domain/content/remove-contents.js';
import type { CountFault, OrphanFault } from '../../domain/recount/count-fault.js';
import { everyRow } from '../../domain/recount/every-row.js';
import { recountSchool } from '../../domain/recount/recount-school.js';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';

/** A file with faulty content. */
interface Concerned {
  readonly id: string;
  readonly space: string;
}

/** Content that is not what its row says. `missing`: it is not stored. `tooMuch`: it is stored, and no row names it. */
export interface ContentFault extends Pick<ContentDamage, 'code'> {
  readonly kind: ContentDamage['kind'] | 'tooMuch';
  /** The key of the storage; null when even the row of the content is gone. */
  readonly key: string | null;
  readonly files: readonly Concerned[];
}

export type Fault = ContentFault | CountFault | OrphanFault;

export interface VerifiedSchool {
  readonly uai: string;
  readonly contents: number;
  readonly bytes: number;
  readonly faults: readonly Fault[];
}

type VerifyTools = Pick<SchoolWork, 'db' | 'storage' | 'clock'> & { readonly school: Pick<School, 'uai'> };

/** Reads all stored content of a school again. Changes nothing. */
export async function verifySchool(work: VerifyTools, signal: AbortSignal): Promise<VerifiedSchool> {
  const { school, db, storage } = work;
  const faults: Fault[] = [];
  // Keys come before rows: an upload that ends meanwhile is named by its row.
  const stored = new Set<string>();
  for await (const key of storage.keys()) stored.add(key);
  const known = new Set<string>();
  let bytes = 0;
  for await (const content of everyRow((part) => db.repository(ContentRow).find(part), signal)) {
    signal.throwIfAborted();
    known.add(content.id);
    stored.delete(content.storageKey);
    bytes += content.bytes;
    const damage = await lastingDamage(content, work);
    if (damage) faults.push({ ...damage, files: await filesWith(content.id, work) });
  }
  for (const key of await stillUnnamed(stored, work, signal)) faults.push({ kind: 'tooMuch', key, files: [] });
  faults.push(...(await filesWithoutContent(known, work, signal)));
  faults.push(...(await recountSchool({ ...work, isRepair: false }, signal)));
  return { uai: school.uai, contents: known.size, bytes, faults };
}

/** Content may be replaced or removed while it is read: its row is then another one, or gone. */
async function lastingDamage(
  content: ContentRow,
  { db, storage }: Pick<VerifyTools, 'db' | 'storage'>,
): Promise<(ContentDamage & { readonly key: string }) | undefined> {
  const { id, sha256, storageKey } = content;
  if (isGoing(content)) return undefined;
  const damage = await contentDamage(content, storage);
  if (!damage) return undefined;
  const now = await db.repository(ContentRow).findOne({ where: { id, sha256 } });
  if (!now) return undefined;
  return now.storageKey === storageKey ? { ...damage, key: storageKey } : lastingDamage(now, { db, storage });
}

/** The keys among these that are stored and have no row by now: uploads may have ended, and content may be gone. */
async function stillUnnamed(
  keys: ReadonlySet<string>,
  { db, storage }: Pick<VerifyTools, 'db' | 'storage'>,
  signal: AbortSignal,
): Promise<string[]> {
  if (keys.size === 0) return [];
  const unnamed = new Set<string>();
  for await (const key of storage.keys()) if (keys.has(key)) unnamed.add(key);
  const select = ['id', 'storageKey'] as const;
  const contents = everyRow((part) => db.repository(ContentRow).find({ select, ...part }), signal);
  for await (const { storageKey } of contents) unnamed.delete(storageKey);
  return [...unnamed];
}

const FILE_COLUMNS = ['id', 'spaceId', 'contentId', 'groupId', 'ownerId', 'pupilId'] as const;

async function filesWith(contentId: string, { db }: Pick<VerifyTools, 'db'>): Promise<Concerned[]> {
  const files = await db.repository(NodeRow).find({ select: FILE_COLUMNS, where: { contentId }, order: { id: 'ASC' } });
  return files.map(({ id, spaceId }) => ({ id, space: spaceId }));
}

/**
 * Files that name content without a row.
 * @param known the ids of contents
 */
async function filesWithoutContent(
  known: ReadonlySet<string>,
  { db }: Pick<VerifyTools, 'db'>,
  signal: AbortSignal,
): Promise<ContentFault[]> {
  const files = everyRow(
    (part) => db.repository(NodeRow).find({ select: FILE_COLUMNS, where: { rank: FILE }, ...part }),
    signal,
  );
  const still: ContentFault[] = [];
  for await (const { id, spaceId, contentId } of files) {
    if (known.has(contentId ?? '')) continue;
    // An upload may have come after the contents were read.
    const content = await db.repository(ContentRow).findOne({ where: { id: contentId ?? '' } });
    if (!content) still.push({ kind: 'missing', key: null, files: [{ id, space: spaceId }] });
  }
  return still;
}
