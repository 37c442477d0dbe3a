// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryFolder } from '../tracked-files.js';
import type { Import } from './imports-between.js';

/** A part of the repository with its files in storeys: a file imports its own storey or one below. */
export interface House {
  /** The folder, from the root of the repository. */
  readonly root: string;
  /** Its folders, from the top down. */
  readonly storeys: readonly string[];
  /** The storeys of the files that stand in no folder. */
  readonly atRoot: Readonly<Record<string, string>>;
}

export const HOST = 'core-adapter/src/host';

/** Imported by its path, which differs for the compiled file. */
export const { findHouses } = (await import(pathToFileURL(join(repositoryFolder, 'eslint.storeys.js')).href)) as {
  readonly findHouses: (repository: string) => readonly House[];
};

/**
 * The host and the bricks, of which eslint.config.js makes its zones, too. In a brick, `index` and `names` are files of the
 * root: those that the host reads, and the names that all storeys but `store` and `locales` share.
 */
export const HOUSES = findHouses(repositoryFolder);

/** The types that a brick derives from its manifest, for all of its storeys. */
const BRICK_TYPES = 'brick-types.ts';

interface Place {
  readonly house: House;
  /** Undefined for a file in no storey. */
  readonly storey: string | undefined;
}

/** Undefined for a file of no house, or one that every storey sees. */
export function placeOf(file: string): Place | undefined {
  const house = HOUSES.find(({ root }) => file.startsWith(`${root}/`));
  if (!house || file === `${house.root}/${BRICK_TYPES}`) return undefined;
  const inside = file.slice(house.root.length + 1);
  const [folder = ''] = inside.split('/');
  const storey = folder === inside ? house.atRoot[inside] : folder;
  return { house, storey: house.storeys.find((name) => name === storey) };
}

/** Files of a house that stand in no storey, one sentence each. */
export function findOutsideStoreys(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const place = placeOf(file);
    if (!place || place.storey !== undefined) return [];
    const { root, storeys } = place.house;
    return [`${file}:1 stands in no storey. Move it to one of ${storeys.map((name) => `${root}/${name}`).join(', ')}.`];
  });
}

/** Imports of a storey above, one sentence each. */
export function findUpwardImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, line, to }) => {
    const [here, there] = [placeOf(from), placeOf(to)];
    if (here?.storey === undefined || there?.storey === undefined || here.house !== there.house) return [];
    const { storeys } = here.house;
    if (storeys.indexOf(there.storey) >= storeys.indexOf(here.storey)) return [];
    return [
      `${from}:${line} imports ${to}: "${here.storey}" does not see "${there.storey}". Take it as an argument, or declare the part of the type that is used.`,
    ];
  });
}

/** Imports by which a page of a brick uses another page, one sentence each. `pages/shared` holds what several use. */
export function findImportsAcrossPages(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, line, to }) => {
    const [here, there] = [pageOf(from), pageOf(to)];
    if (here === undefined || there === undefined || here === there || there.endsWith('/pages/shared')) return [];
    return [`${from}:${line} imports ${to}: a page does not see another page. Move what both need into pages/shared.`];
  });
}

/** Undefined for a file of no brick in storeys, or of no page. */
function pageOf(file: string): string | undefined {
  const place = placeOf(file);
  if (place?.storey !== 'pages' || place.house.root === HOST) return undefined;
  return file
    .split('/')
    .slice(0, -1)
    .slice(0, place.house.root.split('/').length + 2)
    .join('/');
}
