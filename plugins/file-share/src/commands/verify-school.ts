// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { contentDamage, type ContentDamage } from '../content/content-damage.js';
import type { CountFault, OrphanFault } from '../recount/count-fault.js';
import { recountSchool } from '../recount/recount-school.js';
import { ContentRow } from '../store/content.entity.js';
import { FILE, NodeRow } from '../store/node.entity.js';

/** A file with content that is concerned. */
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

type VerifyTools = Pick<SchoolWork, 'school' | 'db' | 'storage' | 'clock'>;

/** Reads all stored content of a school again. Changes nothing. */
export async function verifySchool(work: VerifyTools, signal: AbortSignal): Promise<VerifiedSchool> {
  const { school, db, storage } = work;
  const faults: Fault[] = [];
  // Keys come before rows: an upload that ends meanwhile is named by its row.
  const stored = new Set<string>();
  for await (const key of storage.keys()) stored.add(key);
  const contents = await db.repository(ContentRow).find({ order: { id: 'ASC' } });
  let bytes = 0;
  for (const content of contents) {
    signal.throwIfAborted();
    stored.delete(content.storageKey);
    bytes += content.bytes;
    const damage = await contentDamage(content, storage);
    if (damage) faults.push({ ...damage, key: content.storageKey, files: await filesWith(content.id, work) });
  }
  for (const key of stored) faults.push({ kind: 'tooMuch', key, files: [] });
  faults.push(...(await filesWithoutContent(contents, work)));
  faults.push(...(await recountSchool({ ...work, isRepair: false }, signal)));
  return { uai: school.uai, contents: contents.length, bytes, faults };
}

async function filesWith(contentId: string, { db }: Pick<VerifyTools, 'db'>): Promise<Concerned[]> {
  const files = await db.repository(NodeRow).find({ where: { contentId }, order: { id: 'ASC' } });
  return files.map(({ id, spaceId }) => ({ id, space: spaceId }));
}

/** Files that name content without a row. */
async function filesWithoutContent(
  contents: readonly ContentRow[],
  { db }: Pick<VerifyTools, 'db'>,
): Promise<ContentFault[]> {
  const known = new Set(contents.map(({ id }) => id));
  const columns = ['id', 'spaceId', 'contentId', 'groupId', 'ownerId', 'pupilId'] as const;
  const files = await db.repository(NodeRow).find({ select: columns, where: { rank: FILE } });
  const lost = files.filter(({ contentId }) => !known.has(contentId ?? ''));
  const still: ContentFault[] = [];
  for (const { id, spaceId, contentId } of lost) {
    // An upload may have come after the contents were read.
    const content = await db.repository(ContentRow).findOne({ where: { id: contentId ?? '' } });
    if (!content) still.push({ kind: 'missing', key: null, files: [{ id, space: spaceId }] });
  }
  return still;
}
