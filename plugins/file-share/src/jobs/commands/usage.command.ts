// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer, SchoolWork } from '@volee/core-adapter';
import type { Quotas } from '../../domain/quota/quotas.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { schoolsNamed, type FilesCall } from './schools-named.js';

/** A space by its size. Personal spaces stand together, without the people. */
interface SizedSpace {
  readonly kind: SpaceRow['kind'];
  /** Null for the space of the school, and for the personal spaces. */
  readonly group: string | null;
  /** The name of the group; null as above, and for a group of an earlier school year. */
  readonly groupName: string | null;
  readonly spaces: number;
  readonly usedBytes: number;
  /** The folders and files. */
  readonly nodes: number;
  /** The room that the head has given; null for that of the settings, and for several spaces. */
  readonly quotaBytes: number | null;
}

interface SizedSchool {
  readonly uai: string;
  readonly name: string;
  readonly usedBytes: number;
  readonly quotaBytes: number;
  readonly spaces: readonly SizedSpace[];
}

/** `volee files usage`: the largest first. */
export async function tellUsage(call: FilesCall, quotas: Quotas): Promise<CommandAnswer> {
  const schools: SizedSchool[] = [];
  for await (const work of schoolsNamed(call)) schools.push(await sizedSchool(work, quotas));
  schools.sort(bySize);
  return { value: { schools }, lines: schools.flatMap(linesOf) };
}

async function sizedSchool({ school, db, directory }: SchoolWork, quotas: Quotas): Promise<SizedSchool> {
  const rows = (await db.repository(SpaceRow).find()).filter(({ kind }) => kind !== TOTAL);
  const { groups } = await directory.relations();
  const own = rows.filter(({ kind }) => kind === 'own');
  const shared = rows.filter(({ kind }) => kind !== 'own');
  const spaces: SizedSpace[] = shared.map(({ kind, groupId, usedBytes, nodes, quotaBytes }) => ({
    ...{
      kind,
      group: groupId,
      groupName: groups.get(groupId ?? '')?.name ?? null,
      spaces: 1,
      usedBytes,
      nodes,
      quotaBytes,
    },
  }));
  if (own.length > 0) {
    const nodes = own.reduce((count, row) => count + row.nodes, 0);
    const none = { group: null, groupName: null, quotaBytes: null };
    spaces.push({ kind: 'own', ...none, spaces: own.length, usedBytes: sum(own), nodes });
  }
  const { uai, name } = school;
  return { uai, name, usedBytes: sum(rows), quotaBytes: quotas.school, spaces: spaces.sort(bySize) };
}

function linesOf({ uai, name, usedBytes, quotaBytes, spaces }: SizedSchool): string[] {
  return [
    `${uai} ${name}: ${sizeWords(usedBytes)} of ${sizeWords(quotaBytes)}`,
    ...spaces.map((space) => `  ${sizeWords(space.usedBytes)} in ${space.nodes} folders and files of ${nameOf(space)}`),
  ];
}

function nameOf({ kind, group, groupName, spaces }: SizedSpace): string {
  if (kind === 'own') return spaces === 1 ? 'one personal space' : `${spaces} personal spaces`;
  return group === null ? 'the space of the school' : `the ${kind} space of ${groupName ?? group}`;
}

/** A size in powers of 1,000, with the units of the settings: `1.2 MB`. */
function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1_000 ** power).toFixed(1))} ${['kB', 'MB', 'GB', 'TB'][power - 1]}`;
}

function sum(rows: readonly SpaceRow[]): number {
  return rows.reduce((bytes, { usedBytes }) => bytes + usedBytes, 0);
}

function bySize(one: { readonly usedBytes: number }, other: { readonly usedBytes: number }): number {
  return other.usedBytes - one.usedBytes;
}
