// SPDX-License-Identifier: EUPL-1.2

const KIND =
  /^[EÉ]cole\s+(?:(?:élémentaire|primaire|publique|privée)\s+)*(?:des\s+|du\s+|de\s+la\s+|de\s+l[’']|de\s+|d[’'])?/iu;

/** The name of an école in a narrow column: « Tilleuls » for « École des Tilleuls ». */
export function shortSchoolName(name: string): string {
  const short = name.replace(KIND, '');
  return short === '' ? name : short;
}
