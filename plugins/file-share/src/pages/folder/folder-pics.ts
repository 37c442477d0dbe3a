// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import type { BrickBadgeColour } from '@volee/core-adapter/ui';

/** The picture of a tile, in the colour that it always has. */
export interface Pic {
  readonly name: PicName;
  readonly colour: BrickBadgeColour;
}

export type PicName =
  | 'sciences'
  | 'french'
  | 'maths'
  | 'history'
  | 'music'
  | 'families'
  | 'box'
  | 'own'
  | 'folder'
  | 'image'
  | 'play'
  | 'table'
  | 'zip'
  | 'page';

/** Beginnings of words, without accents, and the picture of a folder with such a word in its name; the first that fits is taken. */
const SUBJECTS: readonly (readonly [RegExp, Pic])[] = [
  [/\b(francais|lecture|lire|ecri|poesi|gramm|orthogr|dictee|vocab|conjug|livres?\b|biblio)/, pic('french', 'files')],
  [/\b(math|calcul|nombre|geometr|fraction|probleme|numerat|mesure)/, pic('maths', 'agenda')],
  [/\b(scien|geolog|volcan|nature|plante|anima|chimi|techno|svt|vivant)/, pic('sciences', 'livret')],
  [/\b(hist|gaulois|geo|moyen age|prehist|emc|civi)/, pic('history', 'messages')],
  [/\b(musi|chan|chor|flute|rythm)/, pic('music', 'plum')],
  [/\b(famil|parent|maison|liaison)/, pic('families', 'slate')],
];

const FILES: ReadonlyMap<string, Pic> = new Map([
  ['image', pic('image', 'agenda')],
  ['music', pic('music', 'plum')],
  ['play', pic('play', 'plum')],
  ['spreadsheet', pic('table', 'agenda')],
  ['slides', pic('image', 'livret')],
  ['zip', pic('zip', 'slate')],
  ['pdf', pic('page', 'messages')],
]);

export const BOX = pic('box', 'slate');
export const OWN = pic('own', 'files');

function pic(name: PicName, colour: BrickBadgeColour): Pic {
  return { name, colour };
}

/** The picture of a folder, chosen by the words of its name. */
export function picOfFolder(name: string): Pic {
  const words = normaliseForSearch(name);
  return SUBJECTS.find(([subject]) => subject.test(words))?.[1] ?? pic('folder', 'files');
}

/** The picture of a file. @param kind the result of `kindOf` */
export function picOfFile(kind: string): Pic {
  return FILES.get(kind) ?? pic('page', 'slate');
}
