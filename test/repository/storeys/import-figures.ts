// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import { findCircle } from './find-circle.js';
import type { HouseFigure } from './house-figure.js';
import { importsBetween, type Import } from './imports-between.js';
import { findUpwardImports, HOST, findOutsideStoreys } from './storeys.js';
import { findImportsAcrossSteps } from './sync-steps.js';

/** The imports between files. @param sources code that installations run */
export function importFigures(sources: readonly string[]): HouseFigure[] {
  const imports = importsBetween(sources);
  const ofHost = sources.filter((file) => file.startsWith(`${HOST}/`));
  const inHost = imports.filter(({ from, to }) => from !== `${HOST}/index.ts` && to.startsWith(`${HOST}/`));
  return [
    { name: 'files of the host outside its storeys', faults: findOutsideStoreys(ofHost) },
    { name: 'imports of a storey above', faults: findUpwardImports(imports) },
    { name: 'imports of a later step of a sync', faults: findImportsAcrossSteps(imports) },
    { name: 'circles of folders in the host', faults: describeCircle(inHost, posix.dirname) },
    { name: 'circles of files, types included', faults: describeCircle(imports, (file) => file) },
  ];
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
