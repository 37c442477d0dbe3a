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

async function sizedSchool({ school, db }: SchoolWork, quotas: Quotas): Promise<SizedSchool> {
  const rows = (await db.repository(SpaceRow).find()).filter(({ kind }) => kind !== TOTAL);
  const own = rows.filter(({ kind }) => kind === 'own');
  const shared = rows.filter(({ kind }) => kind !== 'own');
  const spaces: SizedSpace[] = shared.map(({ kind, groupId, usedBytes, nodes, quotaBytes }) => ({
    ...{ kind, group: groupId, spaces: 1, usedBytes, nodes, quotaBytes },
  }));
  if (own.length > 0) {
    const nodes = own.reduce((count, row) => count + row.nodes, 0);
    spaces.push({ kind: 'own', group: null, spaces: own.length, usedBytes: sum(own), nodes, quotaBytes: null });
  }
  const { uai, name } = school;
  return { uai, name, usedBytes: sum(rows), quotaBytes: quotas.school, spaces: spaces.sort(bySize) };
}

function linesOf({ uai, name, usedBytes, quotaBytes, spaces }: SizedSchool): string[] {
  return [
    `${uai} ${name}: ${usedBytes} of ${quotaBytes} bytes`,
    ...spaces.map((space) => `  ${space.usedBytes} bytes in ${space.nodes} folders and files of ${nameOf(space)}`),
  ];
}

function nameOf({ kind, group, spaces }: SizedSpace): string {
  if (kind === 'own') return spaces === 1 ? 'one personal space' : `${spaces} personal spaces`;
  return group === null ? 'the space of the school' : `the ${kind} space of ${group}`;
}

function sum(rows: readonly SpaceRow[]): number {
  return rows.reduce((bytes, { usedBytes }) => bytes + usedBytes, 0);
}

function bySize(one: { readonly usedBytes: number }, other: { readonly usedBytes: number }): number {
  return other.usedBytes - one.usedBytes;
}
