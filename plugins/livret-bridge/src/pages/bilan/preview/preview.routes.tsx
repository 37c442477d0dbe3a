// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../../brick-types.js';
import { bilanParams } from '../../../domain/bilan/bilan-params.js';
import { endorsedGroups } from '../../../domain/board/endorsed-groups.js';
import { readBoard } from '../../../domain/board/read-board.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { TEN_MINUTES } from '../../../domain/life/leaves-at.js';
import { adultsOf } from '../../../domain/read/adults-of.js';
import { readBilan } from '../../../domain/read/read-bilan.js';
import { CHILD_SHEET, READ_SHEET } from '../../../domain/read/read-sheet.js';
import type { ReadableBilan } from '../../../domain/read/readable-bilan.js';
import { noteReadings } from '../../../domain/results/note-readings.js';
import { formerIdsOf } from '../../../domain/trace/former.js';
import { loadBilan, type LoadedBilan } from '../../../domain/trace/load-bilan.js';
import { bilanPath, HOME_PATH, previewPath, type Eyes } from '../../../paths.js';
import { presentAdult } from '../read/adult.presenter.js';
import { AdultView } from '../read/adult.view.js';
import { keptLine } from '../read/kept-line.js';
import { presentPupil } from '../../shared/bilan/pupil.presenter.js';
import { PupilView } from '../../shared/bilan/pupil.view.js';
import { correctedNotice } from '../../shared/bilan/correction-words.js';
import { PreviewBar } from './preview-bar.view.js';
import { presentPreviewBar } from './preview.presenter.js';
import { pupilTexts } from './pupil-texts.js';

const query = z.strictObject({ as: z.enum(['family', 'pupil']).default('family') });

/** The id of the guardian in a preview, which nobody has: the head looks, and no guardian has read. */
const NOBODY = '';

/**
 * Registers « Voir avec leurs yeux »: an endorsed bilan as its family and its pupil are about to read it, with the views of their own pages
 * and nothing to do. The head is noted as a reader of the pupil's results, and the family is not.
 */
export function registerPreview({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const route = { access: 'visa', params: bilanParams, query, load: loadBilan } as const;
  http.get(previewPath(':id'), route, async (request) => {
    const row = request.resource;
    const { schoolYear, redirect } = request;
    // Everybody reads the page itself once it is published, and before the visa nothing is about to be.
    if (row.state !== 'visa' || row.year !== schoolYear) return redirect(bilanPath(row.id));
    await noteReadings([row.pupilId], request);
    return previewPage(row, request.query.as, { request, catalogues });
  });
}

interface Preview {
  readonly request: LivretRequest;
  readonly catalogues: Catalogues;
}

async function previewPage(row: LoadedBilan, eyes: Eyes, { request, catalogues }: Preview): Promise<PageReply> {
  const { t, page, asset, url, db } = request;
  const groups = await endorsedGroups(await readBoard(row.period, catalogues, request), request);
  const bar = presentPreviewBar({ row, eyes, groups }, request);
  const bilan = { ...(await readBilan(row, catalogues, request)), publishedAt: inTenMinutes(request.clock.now()) };
  const words = eyes === 'pupil' ? { ...request, t: pupilTexts(request) } : request;
  const { correction } = row;
  const seen: Seen = {
    ...{ row, bilan, words },
    notice: correctedNotice({ publishedAt: bilan.publishedAt, correction, isPupil: eyes === 'pupil' }, words),
    formerUrls: (await formerIdsOf(row.id, db)).map((id) => url(bilanPath(id))),
    kept: await keptLine(row, words, catalogues),
  };
  const content = (
    <>
      <PreviewBar model={bar} t={t} />
      {eyes === 'pupil' ? pupilContent(seen) : await familyContent(seen)}
    </>
  );
  const styles = [READ_SHEET, ...(eyes === 'pupil' ? [CHILD_SHEET] : []), 'livret-bridge-preview.css'];
  return page(t('preview.page', { name: bar.pupil }), content, { styles: styles.map(asset) });
}

interface Seen {
  readonly row: LoadedBilan;
  readonly bilan: ReadableBilan;
  /** The request, with the texts of the person who reads the page. */
  readonly words: LivretRequest;
  readonly notice: string | undefined;
  readonly formerUrls: readonly string[];
  readonly kept: string;
}

async function familyContent({ row, bilan, words, ...told }: Seen): Promise<VNode> {
  const { t, url, schoolYear } = words;
  const model = presentAdult(
    {
      ...{ bilan, schoolYear, ...told, state: 'published', isInCorrection: false, isOutdated: false },
      ...{ isStaff: false, readings: [], traces: [], persons: new Map(), historyUrl: undefined, next: undefined },
      ...{ guardianId: NOBODY, homeUrl: url(HOME_PATH), acknowledgeUrl: '', now: words.clock.now() },
      adults: await adultsOf(row.pupilId, words),
    },
    words,
  );
  return <AdultView model={model} t={t} isPreview />;
}

function pupilContent({ bilan, words, notice, formerUrls, kept }: Seen): VNode {
  const { t, schoolYear } = words;
  const model = { ...presentPupil(bilan, schoolYear, words), notice, formerUrls, kept };
  return (
    <div class="v-child">
      <PupilView model={model} t={t} />
    </div>
  );
}

/** The instant at which the family reads it if the head publishes now: « Publier maintenant » leads here. */
function inTenMinutes(now: Date): Date {
  return new Date(now.getTime() + TEN_MINUTES);
}
