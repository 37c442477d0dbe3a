// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { ContentRow } from '../store/content.entity.js';
import { FILE, NodeRow } from '../store/node.entity.js';
import { SpaceRow, TOTAL } from '../store/space.entity.js';
import { idsAbove } from '../tree/find-node.js';
import { sumOf, type Counts } from '../tree/counts.js';
import { differences } from './count-fault.js';
import { everyRow } from './every-row.js';
import { withoutRow, type WorkRoot } from './without-row.js';

/** The ids of rows with counts that seem wrong. Requests that write meanwhile can make right ones seem so: count each again. */
export interface Suspects {
  readonly contents: readonly string[];
  readonly folders: readonly string[];
  readonly spaces: readonly string[];
  /** Of the school’s total. */
  readonly totals: readonly string[];
  /** Of the folders of works and parts that have no row. */
  readonly orphans: readonly string[];
}

interface Sums {
  readonly refs: Map<string, number>;
  readonly spaces: Map<string, number>;
  readonly folders: Map<string, Counts>;
}

const PLACE = ['spaceId', 'spaceKind', 'parentId', 'above', 'groupId', 'ownerId', 'pupilId'] as const;
const COLUMNS = ['id', 'rank', 'contentId', ...PLACE, 'files', 'bytes', 'cost'] as const;

const NONE: Counts = { files: 0, bytes: 0, cost: 0 };

/** Reads every node and content of the school once, and compares it with the counts. */
export async function findSuspects(db: SchoolDatabase, signal: AbortSignal): Promise<Suspects> {
  const sums: Sums = { refs: new Map(), spaces: new Map(), folders: new Map() };
  const folders: (Counts & { readonly id: string })[] = [];
  const roots: WorkRoot[] = [];
  const nodes = db.repository(NodeRow);
  for await (const node of everyRow((part) => nodes.find({ select: COLUMNS, ...part }), signal)) {
    const { id, parentId, files, bytes, cost } = node;
    if (node.rank === FILE) addFile(node, sums);
    else folders.push({ id, files, bytes, cost });
    if (node.spaceKind === 'work' && node.above === '') roots.push({ id, parentId });
  }
  const spaces = await db.repository(SpaceRow).find();
  const inSpaces = spaces.filter(({ kind }) => kind !== TOTAL);
  const all = inSpaces.reduce((sum, { id }) => sum + (sums.spaces.get(id) ?? 0), 0);
  const isWrong = (is: object, should: object): boolean => differences(is, { ...should }) !== undefined;
  const contents: string[] = [];
  const columns = ['id', 'refs'] as const;
  for await (const row of everyRow((part) => db.repository(ContentRow).find({ select: columns, ...part }), signal)) {
    if (isWrong(row, { refs: sums.refs.get(row.id) ?? 0 })) contents.push(row.id);
  }
  return {
    contents,
    folders: idsOf(folders.filter((row) => isWrong(row, sums.folders.get(row.id) ?? NONE))),
    spaces: idsOf(inSpaces.filter((row) => isWrong(row, { usedBytes: sums.spaces.get(row.id) ?? 0 }))),
    totals: idsOf(spaces.filter((row) => row.kind === TOTAL && isWrong(row, { usedBytes: all }))),
    orphans: idsOf(await withoutRow(roots, db)),
  };
}

function addFile({ contentId, spaceId, above, files, bytes, cost }: CountedNode, sums: Sums): void {
  sums.refs.set(contentId ?? '', (sums.refs.get(contentId ?? '') ?? 0) + 1);
  sums.spaces.set(spaceId, (sums.spaces.get(spaceId) ?? 0) + cost);
  for (const id of idsAbove({ above })) {
    sums.folders.set(id, sumOf([sums.folders.get(id) ?? NONE, { files, bytes, cost }]));
  }
}

type CountedNode = Pick<NodeRow, (typeof COLUMNS)[number]>;

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
