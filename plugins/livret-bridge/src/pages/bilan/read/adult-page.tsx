// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, Profile } from '@volee/core-adapter';
import type { LivretRequest } from '../../../brick-types.js';
import { acknowledgePath, HOME_PATH, tracePath } from '../../../paths.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import { TraceRow } from '../../../store/trace.entity.js';
import type { Correction } from '../../../domain/trace/correction.js';
import { ownBilans, waits } from '../../../domain/home/family-bilans.js';
import { bilanName } from '../../../domain/read/name-words.js';
import { readingsOf } from '../../../domain/trace/readings.js';
import { listOfReader } from './list-of-reader.js';
import { presentAdult } from './adult.presenter.js';
import { AdultView } from './adult.view.js';
import { adultsOf } from '../../../domain/read/adults-of.js';
import { keptLine } from './kept-line.js';
import { READ_SHEET } from '../../../domain/read/read-sheet.js';
import { presentPlace } from './place.presenter.js';
import { staffActions } from './staff-actions.js';
import type { ReadableBilan } from '../../../domain/read/readable-bilan.js';

export interface AdultPageOptions {
  readonly catalogues: Catalogues;
  /** The profiles by which the user reads the bilan. */
  readonly heldAs: readonly Profile[];
  /** Whether the user confirmed a publication that is no longer the last one. */
  readonly isOutdated?: boolean;
  /** The sentence that the school corrects the bilan, or has corrected it. */
  readonly notice?: string | undefined;
  /** The addresses of publications of another record of the pupil. */
  readonly formerUrls?: readonly string[];
  /** Whether the family reads the earlier publication, while the bilan is corrected. */
  readonly isInCorrection?: boolean;
  /** For teachers and heads, while the bilan is not published again. */
  readonly correction?: Correction | undefined;
}

/** The page of a bilan of this school for guardians, teachers and heads. */
export async function adultPage(
  request: LivretRequest,
  row: BilanRow,
  bilan: ReadableBilan,
  {
    catalogues,
    heldAs,
    isOutdated = false,
    notice,
    formerUrls = [],
    isInCorrection = false,
    correction,
  }: AdultPageOptions,
): Promise<PageReply> {
  const { db, clock, directory, user, schoolYear, t, format, page, url, asset } = request;
  const isStaff = heldAs.includes('teacher') || heldAs.includes('head');
  const traces = isStaff ? await db.repository(TraceRow).find({ where: { bilanId: row.id } }) : [];
  const readings = bilan.publishedAt === null ? [] : await readingsOf(row.id, bilan.publishedAt, db);
  const named = [...readings.map(({ personId }) => personId), ...traces.flatMap(({ personId }) => personId ?? [])];
  const isConfirmed = readings.some(({ personId, confirmedAt }) => personId === user.id && confirmedAt !== undefined);
  const list = await listOfReader(row, heldAs, request);
  const model = presentAdult(
    {
      ...{
        bilan,
        state: row.state,
        schoolYear,
        isStaff,
        readings,
        traces,
        isOutdated,
        notice,
        formerUrls,
        isInCorrection,
        correction,
        place: list && presentPlace(list, row.id, request),
        now: clock.now(),
        next: isConfirmed ? await nextToConfirm(request) : undefined,
        kept: bilan.publishedAt === null ? undefined : await keptLine(row, request, catalogues),
      },
      ...{ homeUrl: url(HOME_PATH), acknowledgeUrl: url(acknowledgePath(row.id)) },
      historyUrl: heldAs.includes('head') ? url(tracePath(row.id)) : undefined,
      guardianId: heldAs.includes('guardian') ? user.id : undefined,
      persons: await directory.persons(named),
      adults: bilan.publishedAt === null ? [] : await adultsOf(row.pupilId, request),
    },
    { t, format },
  );
  const actions = staffActions({ row, heldAs, correction }, request);
  return page(model.title, <AdultView model={model} t={t} actions={actions} />, {
    styles: [asset(READ_SHEET)],
    ...(isOutdated && { status: 409 }),
  });
}

/** The newest bilan that the user has yet to confirm, of any of their children in this school. */
async function nextToConfirm(request: LivretRequest): Promise<{ url: string; label: string } | undefined> {
  const { db, directory, user, schoolYear, t, url } = request;
  const children = await directory.children();
  const ids = children.map(({ id }) => id);
  const next = (await ownBilans(ids, user.id, db)).find(waits);
  if (next?.path === undefined) return undefined;
  const name = children.find(({ id }) => id === next.pupilId)?.givenName ?? '';
  return { url: url(next.path), label: t('confirm.next', { name, bilan: bilanName(next, schoolYear, t) }) };
}
