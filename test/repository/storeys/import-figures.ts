// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import type { HouseFigure } from './house-figure.js';
import { importsBetween, type Import } from './imports-between.js';
import { findImportsAcrossPages, findOutsideStoreys, findUpwardImports, HOUSES, placeOf, HOST } from './storeys.js';

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

/** The imports between files. @param sources code that installations run */
export function importFigures(sources: readonly string[]): HouseFigure[] {
  const imports = importsBetween(sources);
  return [
    { name: 'files of host and bricks outside their storeys', faults: findOutsideStoreys(sources) },
    { name: 'imports of a storey above', faults: findUpwardImports(imports) },
    { name: 'imports of another page of a brick', faults: findImportsAcrossPages(imports) },
    { name: 'imports of a later step of a sync', faults: findImportsAcrossSteps(imports) },
    ...HOUSES.map(({ root }) => ({
      name: `circles of folders in ${root}`,
      faults: describeCircle(importsInside(root, imports), posix.dirname),
    })),
    { name: 'circles of files, types included', faults: describeCircle(imports, (file) => file) },
  ];
}

/** The imports between the folders of a house. The files at its root are no folder. */
function importsInside(root: string, imports: readonly Import[]): Import[] {
  const isInFolder = (file: string): boolean =>
    file.startsWith(`${root}/`) && placeOf(file) !== undefined && posix.dirname(file) !== root;
  return imports.filter(({ from, to }) => isInFolder(from) && isInFolder(to));
}

/** One sentence when nodes import each other in a circle. @param nodeOf the file itself or its folder */
export function describeCircle(imports: readonly Import[], nodeOf: (file: string) => string): string[] {
  const circle = findCircle(imports.map(({ from, to }) => [nodeOf(from), nodeOf(to)]));
  if (circle === undefined) return [];
  const [first = '', second = first] = circle;
  const arrow = imports.find(({ from, to }) => nodeOf(from) === first && nodeOf(to) === second);
  return [
    `${arrow?.from}:${arrow?.line} imports ${arrow?.to} in a circle: ${[...circle, first].join(' → ')}. Move what both need to a place of its own, or take it as an argument.`,
  ];
}

// SPDX-License-Identifier: EUPL-1.2

/** The names of one circle of a graph, in the order of its arrows; undefined when there is none. */
export function findCircle(arrows: Iterable<readonly [from: string, to: string]>): string[] | undefined {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) {
    if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  // A node without a way on is part of no circle; what is left in the end has a way on for ever.
  for (let before = -1; before !== next.size;) {
    before = next.size;
    for (const [from, tos] of next) {
      for (const to of tos) if (!next.has(to)) tos.delete(to);
      if (tos.size === 0) next.delete(from);
    }
  }
  const path: string[] = [];
  let [node] = next.keys();
  while (node !== undefined && !path.includes(node)) {
    path.push(node);
    [node] = next.get(node) ?? [];
  }
  return node === undefined ? undefined : path.slice(path.indexOf(node));
}

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
