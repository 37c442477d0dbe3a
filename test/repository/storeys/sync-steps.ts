// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import type { Import } from './imports-between.js';
import { HOST } from './storeys.js';

const SYNC = `${HOST}/domain/sync`;

/**
 * The steps of a sync, and the steps that each may import. The files of the sync that stand in no folder pass the result of
 * one step to the next.
 */
const STEPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['snapshot', []],
  ['plan', ['snapshot']],
  ['guard', ['snapshot']],
  // The guard's basis of comparison, read from the database.
  ['baseline', ['snapshot', 'plan', 'guard']],
  ['apply', ['snapshot', 'plan']],
]);

/** Imports of a step that it may not see, one sentence each. */
export function findImportsAcrossSteps(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, line, to }) => {
    const [here, there] = [stepOf(from), stepOf(to)];
    if (here === undefined || there === undefined || here === there) return [];
    if (STEPS.get(here)?.includes(there) === true) return [];
    return [
      `${from}:${line} imports ${to}: in a sync, "${here}" does not see "${there}". Return what the next step needs, and let sync-service.ts or plan-and-judge.ts pass it on.`,
    ];
  });
}

function stepOf(file: string): string | undefined {
  if (!file.startsWith(`${SYNC}/`)) return undefined;
  const [step = ''] = posix.relative(SYNC, file).split('/');
  return STEPS.has(step) ? step : undefined;
}
