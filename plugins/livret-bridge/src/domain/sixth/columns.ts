// SPDX-License-Identifier: EUPL-1.2
import { linesOf, type Catalogue, type CatalogueLine } from '../catalogue/catalogue.js';

/** Columns with a common heading. */
export interface ColumnGroup {
  /** Null for the domains from the first one of a single line on, which share a heading. */
  readonly label: string | null;
  readonly lines: readonly CatalogueLine[];
}

/**
 * The columns of the newest of these catalogues, or of the longest one if several are the newest. A line that another catalogue does not
 * have stays empty for its pupils.
 */
export function columnsOfNewest(catalogues: readonly Catalogue[]): readonly ColumnGroup[] {
  const newest = [...catalogues].sort((a, b) => sinceOf(b) - sinceOf(a) || linesOf(b).length - linesOf(a).length)[0];
  const groups: ColumnGroup[] = [];
  for (const { short, lines } of newest?.domains ?? []) {
    const last = groups.at(-1);
    if (last?.label === null) groups.splice(-1, 1, { label: null, lines: [...last.lines, ...lines] });
    else groups.push({ label: lines.length > 1 ? short : null, lines });
  }
  return groups;
}

function sinceOf({ since }: Catalogue): number {
  return Math.max(...Object.values(since));
}
