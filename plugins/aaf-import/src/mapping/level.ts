// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from '../entry.js';
import { parts, valuesOf } from '../values.js';

const PRIMARY: ReadonlySet<string> = new Set(['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2']);
const COLLEGE = /^([3-6]) ?(?:E|EME|ÈME|EMES)$/;

/** The level as ONDE writes it, or `6E` to `3E`; undefined when the files say another thing or nothing. */
export function levelOf(entry: Entry): string | undefined {
  const attributes = ['ENTEleveNiveau', 'ENTEleveNivFormation', 'ENTEleveLibelleMEF'];
  const written = attributes.flatMap((name) => valuesOf(entry, name)).flatMap(parts);
  return written.map(known).find((level) => level !== undefined);
}

function known(text: string): string | undefined {
  const level = text.toUpperCase();
  if (PRIMARY.has(level)) return level;
  const number = COLLEGE.exec(level)?.[1];
  return number === undefined ? undefined : `${number}E`;
}
