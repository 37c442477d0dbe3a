// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import { findCircle } from './find-circle.js';
import type { HouseFigure } from './house-figure.js';
import { importsBetween, type Import } from './imports-between.js';
import { findImportsAcrossPages, findOutsideStoreys, findUpwardImports, HOUSES, placeOf } from './storeys.js';
import { findImportsAcrossSteps } from './sync-steps.js';

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
