// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import { keptLine } from './kept-line.js';
import { presentPupil } from '../../shared/bilan/pupil.presenter.js';
import { PupilView } from '../../shared/bilan/pupil.view.js';
import { CHILD_SHEET, READ_SHEET } from '../../../domain/read/read-sheet.js';
import type { ReadableBilan } from '../../../domain/read/readable-bilan.js';

export interface PupilPageOptions {
  readonly catalogues: Catalogues;
  /** The sentence that the school corrects the bilan, or has corrected it. */
  readonly notice?: string | undefined;
  /** The addresses of publications of another record of the pupil. */
  readonly formerUrls?: readonly string[];
}

export async function pupilPage(
  request: LivretRequest,
  row: BilanRow,
  bilan: ReadableBilan,
  { catalogues, notice, formerUrls = [] }: PupilPageOptions,
): Promise<PageReply> {
  const { schoolYear, t, format, page, asset } = request;
  const kept = await keptLine(row, request, catalogues);
  const model = { ...presentPupil(bilan, schoolYear, { t, format }), notice, formerUrls, kept };
  return page(model.title, <PupilView model={model} t={t} />, { styles: [READ_SHEET, CHILD_SHEET].map(asset) });
}
