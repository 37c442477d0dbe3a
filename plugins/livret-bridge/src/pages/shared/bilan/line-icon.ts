// SPDX-License-Identifier: EUPL-1.2

/** Icons by code of the line, else by the first letters of the code, which are those of the domain. */
const ICONS: ReadonlyMap<string, string> = new Map([
  ['FRA', 'book'],
  ['FRA-LGO', 'chat-quote'],
  ['FRA-ECR', 'pencil'],
  ['MAT', 'calculator'],
  ['MAT-GDM', 'rulers'],
  ['MAT-GEO', 'triangle'],
  ['LGV', 'translate'],
  ['EPS', 'dribbble'],
  ['ART', 'palette'],
  ['ART-MUS', 'music-note-beamed'],
  ['STC', 'lightbulb'],
  ['HIG', 'globe-europe-africa'],
  ['QLM', 'globe-europe-africa'],
  ['EMC', 'people'],
]);

/** The pictogram of a line of the catalogue, for children. */
export function lineIcon(code: string): string {
  return ICONS.get(code) ?? ICONS.get(code.slice(0, 3)) ?? 'book';
}
