// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { bytesOf, type Load } from '../quota/charge-tools.js';
import { idsAbove } from '../tree/find-node.js';
import { NONE, sumOf, type Counts } from '../tree/counts.js';
import { differences, usedBy, withItself } from './count-fault.js';
import { everyRow } from './every-row.js';
import { withoutRow, type WorkRoot } from './without-row.js';

/** The ids of rows with counts that seem wrong. Requests that write meanwhile can make right counts seem wrong: count each row again. */
export interface Suspects {
  readonly contents: readonly string[];
  readonly folders: readonly string[];
  readonly spaces: readonly string[];
  /** The row of the school’s total. */
  readonly totals: readonly string[];
  /** The folders of works and parts that have no row. */
  readonly orphans: readonly string[];
}

interface Sums {
  readonly refs: Map<string, number>;
  readonly spaces: Map<string, Load>;
  readonly folders: Map<string, Counts>;
}

const PLACE = ['spaceId', 'spaceKind', 'parentId', 'above', 'groupId', 'ownerId', 'pupilId'] as const;
const COLUMNS = ['id', 'rank', 'name', 'contentId', ...PLACE, 'files', 'bytes', 'cost', 'nodes'] as const;

/** Reads every node and content of the school once, and compares it with the counts. */
export async function findSuspects(db: SchoolDatabase, signal: AbortSignal): Promise<Suspects> {
  const sums: Sums = { refs: new Map(), spaces: new Map(), folders: new Map() };
  const folders: (Counts & Pick<NodeRow, 'id' | 'name'>)[] = [];
  const roots: WorkRoot[] = [];
  const nodes = db.repository(NodeRow);
  for await (const node of everyRow((part) => nodes.find({ select: COLUMNS, ...part }), signal)) {
    const { id, name, parentId, files, bytes, cost, nodes: count } = node;
    addNode(node, sums);
    if (node.rank !== FILE) folders.push({ id, name, files, bytes, cost, nodes: count });
    if (node.spaceKind === 'work' && node.above === '') roots.push({ id, parentId });
  }
  const spaces = await db.repository(SpaceRow).find();
  const inSpaces = spaces.filter(({ kind }) => kind !== TOTAL);
  const all = inSpaces.reduce((sum, { id }) => sum + bytesOf(sums.spaces.get(id) ?? NONE), 0);
  const isWrong = (is: object, should: object): boolean => differences(is, { ...should }) !== undefined;
  const contents: string[] = [];
  const columns = ['id', 'refs'] as const;
  for await (const row of everyRow((part) => db.repository(ContentRow).find({ select: columns, ...part }), signal)) {
    if (isWrong(row, { refs: sums.refs.get(row.id) ?? 0 })) contents.push(row.id);
  }
  return {
    contents,
    folders: idsOf(folders.filter((row) => isWrong(row, withItself(row, sums.folders.get(row.id) ?? NONE)))),
    spaces: idsOf(inSpaces.filter((row) => isWrong(row, usedBy(sums.spaces.get(row.id) ?? NONE)))),
    totals: idsOf(spaces.filter((row) => row.kind === TOTAL && isWrong(row, { usedBytes: all }))),
    orphans: idsOf(await withoutRow(roots, db)),
  };
}

function addNode(node: CountedNode, sums: Sums): void {
  const { contentId, spaceId } = node;
  if (contentId !== null) sums.refs.set(contentId, (sums.refs.get(contentId) ?? 0) + 1);
  const own = ownCounts(node);
  sums.spaces.set(spaceId, sumOf([{ ...NONE, ...sums.spaces.get(spaceId) }, own]));
  for (const id of idsAbove(node)) sums.folders.set(id, sumOf([sums.folders.get(id) ?? NONE, own]));
}

/** The counts of a folder or file by itself, without what is below it. */
function ownCounts({ rank, name, files, bytes, cost }: CountedNode): Counts {
  const nodes = name === '' ? 0 : 1;
  return rank === FILE ? { files, bytes, cost, nodes } : { ...NONE, nodes };
}

type CountedNode = Pick<NodeRow, (typeof COLUMNS)[number]>;

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
