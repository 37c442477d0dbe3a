// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { PARTS } from '../../../domain/bilan/subject.js';
import { whatIsMissing } from '../../../domain/bilan/what-is-missing.js';
import { contentOf } from '../../../domain/bilan/content.js';
import { linesOf, type Catalogue } from '../../../domain/catalogue/catalogue.js';
import { offLinesOf } from '../../../domain/periods/class-rows.js';
import type { BilanRow } from '../../../store/bilan.entity.js';

/** The subject that a bilan opens on: the first one with something to do, otherwise the first one that the class fills in. */
export async function firstSubject(row: BilanRow, catalogue: Catalogue, db: SchoolDatabase): Promise<string> {
  const off = (await offLinesOf(db, [row.classId], row.period)).get(row.classId) ?? [];
  const { lines, general } = whatIsMissing(catalogue, contentOf(row), off);
  const line = lines[0] ?? (general ? undefined : linesOf(catalogue).find(({ code }) => !off.includes(code)));
  const domain = line && catalogue.domains.find((one) => one.lines.includes(line));
  return domain?.code ?? PARTS.general;
}
