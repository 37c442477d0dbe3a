// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { bilanPath, subjectPath } from '../../paths.js';
import { formerPage } from './read/former-page.js';
import { readPage } from './read/read-page.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { answerForm } from './write/answer-form.js';
import { writePage } from './write/write-page.js';
import { Fields, writtenForm } from '../../domain/save/written-form.js';
import { isSubject, PARTS } from '../../domain/bilan/subject.js';
import { contentOf } from '../../domain/bilan/content.js';
import { whatIsMissing } from '../../domain/bilan/what-is-missing.js';
import { linesOf, type Catalogue } from '../../domain/catalogue/catalogue.js';
import { offLinesOf } from '../../domain/periods/class-rows.js';
import { bilanScope } from '../../domain/bilan/bilan-scope.js';
import { bilanParams } from '../../domain/bilan/bilan-params.js';
import { loadAddressed, loadBilan } from '../../domain/trace/load-bilan.js';
import { isWritable } from '../../domain/bilan/state.js';

/** The subject to write: see `isSubject`. Without one, the address leads to that of the first subject with something to do. */
const query = z.strictObject({ subject: z.string().max(20).optional() });

/**
 * Registers a bilan: the page to write for the teachers of its pupil while they may and its catalogue is known, otherwise a page to read.
 */
export function registerBilans({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const bilan = { params: bilanParams, load: loadBilan };

  http.get(bilanPath(':id'), { access: 'read', ...bilan, query, load: loadAddressed }, async (request) => {
    const row = request.resource;
    if (row.merged) return formerPage(request, row, row.merged, catalogues);
    if (!(await isWriter(row, request))) return readPage(request, row, catalogues);
    const catalogue = (await knownCatalogues([row], catalogues, request.db)).find(row.catalogue);
    if (!catalogue) return readPage(request, row, catalogues);
    const { subject } = request.query;
    // The address names the subject, so that Back in a browser opens the one that was left, and not another one.
    if (subject === undefined || !isSubject(catalogue, subject)) {
      return request.redirect(subjectPath(row.id, await firstSubject(row, catalogue, request.db)));
    }
    const written = { row, catalogue, unsaved: new Map(), isBusy: false, subject };
    return writePage(written, request);
  });

  http.post(bilanPath(':id'), { access: 'write', body: writtenForm, ...bilan }, (request) =>
    answerForm(request.resource, new Fields(request.body), catalogues, request),
  );
}

/** Whether the user may change the bilan now: neither once it is signed nor after its school year. */
async function isWriter(
  row: BilanRow,
  { access, schoolYear }: Pick<LivretRequest, 'access' | 'schoolYear'>,
): Promise<boolean> {
  return isWritable(row.state) && row.year === schoolYear && (await access.can('write', bilanScope(row)));
}

/** The subject that a bilan opens on: the first one with something to do, otherwise the first one that the class fills in. */
async function firstSubject(row: BilanRow, catalogue: Catalogue, db: LivretRequest['db']): Promise<string> {
  const off = (await offLinesOf(db, [row.classId], row.period)).get(row.classId) ?? [];
  const { lines, general } = whatIsMissing(catalogue, contentOf(row), off);
  const line = lines[0] ?? (general ? undefined : linesOf(catalogue).find(({ code }) => !off.includes(code)));
  const domain = line && catalogue.domains.find((one) => one.lines.includes(line));
  return domain?.code ?? PARTS.general;
}
