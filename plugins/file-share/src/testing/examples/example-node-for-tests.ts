// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ExampleAbout } from '@volee/core-adapter/testing';
import { claimContent } from '../../domain/content/claim-content.js';
import { openSpace } from '../../domain/space/open-space.js';
import type { SpaceRef } from '../../store/space-ref.js';
import type { NodeRow } from '../../store/node.entity.js';
import { insertNodes, type NewNode } from '../../domain/tree/insert-nodes.js';

const clock = { now: () => new Date('2026-11-24T09:00:00Z') };
const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const user = { profiles: ['teacher'] } as const;

export const newKey = (): string => randomBytes(16).toString('hex');

/** A file with content and row, in a folder or else in the root of a space. */
export async function exampleFile(
  { db, storage, personId, marker }: ExampleAbout,
  into: SpaceRef | NodeRow,
  file: Partial<NewNode> = {},
): Promise<NodeRow> {
  const folder = 'spaceId' in into ? into : await openSpace(into, { db, clock });
  const stored = await storage.store(Readable.from([`${marker} ${newKey()}`]), { maxBytes: 1_000 });
  const { id: contentId } = await claimContent(stored, { db });
  const added = { name: `${marker}.txt`, contentId, bytes: stored.bytes, addedBy: personId, ...file };
  const [row] = await insertNodes(folder, [added], { db, clock, quotas, user });
  if (!row) throw new Error('An inserted row was not returned.');
  return row;
}

/** A folder in another, or in the root of a space. */
export async function exampleFolder(
  { db, personId, marker }: ExampleAbout,
  into: SpaceRef | NodeRow,
): Promise<NodeRow> {
  const parent = 'spaceId' in into ? into : await openSpace(into, { db, clock });
  const added = { name: `${marker} d`, contentId: null, bytes: 0, addedBy: personId };
  const [row] = await insertNodes(parent, [added], { db, clock, quotas, user });
  if (!row) throw new Error('An inserted row was not returned.');
  return row;
}
