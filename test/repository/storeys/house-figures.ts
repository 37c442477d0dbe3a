// SPDX-License-Identifier: EUPL-1.2
import { trackedTexts } from '../tracked-files.js';
import { contextFigure } from './context-figure.js';
import type { HouseFigure } from './house-figure.js';
import { lintSettings } from './lint-settings.js';
import { lengthFigures, wordFigure } from './text-figures.js';
import { importFigures } from './import-figures.js';

/** Code that installations run. */
export function houseSources(files: readonly string[]): string[] {
  const isForTests = (file: string): boolean => /\.test\.tsx?$|-for-tests\.tsx?$|\/testing\/|^test\//.test(file);
  return files.filter((file) => /\/src\/.*\.tsx?$/.test(file) && !isForTests(file));
}

/** All that `npm run house` prints. */
export async function houseFigures(): Promise<HouseFigure[]> {
  const files = trackedTexts();
  const sources = houseSources(files);
  const settings = await lintSettings();
  return [
    ...importFigures(sources),
    contextFigure(sources),
    ...lengthFigures(sources, settings),
    wordFigure(files, settings),
  ];
}
