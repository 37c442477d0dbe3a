// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';
import { textsOfWorkingTree, textOf } from '../tracked-files.js';
import type { HouseFigure } from './house-figure.js';
import { lintSettings } from './lint-settings.js';
import { lengthFigures, wordFigure } from './text-figures.js';
import { importFigures } from './import-figures.js';
import { lineAt } from './imports-between.js';

/** Functions that put the host together may take all of its services; others name those that they use. */
const COMPOSES = /Routes$|^(createApp|createMetrics|hostLifecycle|serveBricks?)$/;

/** Code that installations run. */
export function houseSources(files: readonly string[]): string[] {
  const isForTests = (file: string): boolean => /\.test\.tsx?$|-for-tests\.tsx?$|\/testing\/|^test\//.test(file);
  return files.filter((file) => /\/src\/.*\.tsx?$/.test(file) && !isForTests(file));
}

/** All that `npm run house` prints. */
export async function houseFigures(): Promise<HouseFigure[]> {
  const files = textsOfWorkingTree();
  const sources = houseSources(files);
  const settings = await lintSettings();
  return [
    ...importFigures(sources),
    contextFigure(sources),
    ...lengthFigures(sources, settings),
    wordFigure(files, settings),
  ];
}

/** @param sources code that installations run */
function contextFigure(sources: readonly string[]): HouseFigure {
  return {
    name: 'functions that take every service of the host',
    faults: sources.flatMap((file) => wholeContexts(file, textOf(file))),
  };
}

export function wholeContexts(file: string, text: string): string[] {
  if (!text.includes('HostContext')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && node.type?.getText(source) === 'HostContext') {
      const name = node.parent.name?.getText(source) ?? 'a function';
      const line = lineAt(text, node.getStart(source));
      if (!COMPOSES.test(name)) {
        faults.push(`${file}:${line} gives ${name} every service. Pass what it uses, or Pick<HostContext, …> of it.`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}
