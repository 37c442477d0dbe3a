// SPDX-License-Identifier: EUPL-1.2
import { levelNamed, type Level } from '@volee/core-adapter';
import type { Entry } from '../entry.js';
import { parts, valuesOf } from '../values.js';

const COLLEGE = /^([3-6]) ?(?:E|EME|ÈME|EMES)$/;

/** The level as ONDE writes it, or `6E` to `3E`; undefined when the files have another level or none. */
export function levelOf(entry: Entry): Level | undefined {
  const attributes = ['ENTEleveNiveau', 'ENTEleveNivFormation', 'ENTEleveLibelleMEF'];
  const written = attributes.flatMap((name) => valuesOf(entry, name)).flatMap(parts);
  return written.map(known).find((level) => level !== undefined);
}

function known(text: string): Level | undefined {
  const number = COLLEGE.exec(text.toUpperCase())?.[1];
  return levelNamed(number === undefined ? text : `${number}E`);
}
