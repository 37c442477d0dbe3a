// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, Profile } from '@volee/core-adapter';
import { Crumbs, LinkButton, Note, PageHead } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../../domain/catalogue/kept-catalogues.js';
import { HOME_PATH } from '../../../paths.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import type { Correction } from '../../../domain/trace/correction.js';
import { noteReading } from '../../../domain/trace/note-reading.js';
import { adultPage } from './adult-page.js';
import { correctionNotice } from '../../shared/bilan/correction-words.js';
import { bilanName } from '../../../domain/read/name-words.js';
import { pupilPage } from './pupil-page.js';
import { rhythmOf } from '../../../domain/periods/rhythm-of.js';
import { bilanBefore } from '../../../domain/read/bilan-before.js';
import { readableKept } from '../../../domain/read/readable-kept.js';

interface Corrected {
  readonly row: BilanRow;
  readonly correction: Correction;
  /** The profiles of the family by which the user reads it. */
  readonly heldAs: readonly Profile[];
  /** Whether the user confirmed a publication that is no longer the last one. */
  readonly isOutdated: boolean;
}

/** A bilan that the head has unlocked, for its family: the earlier publication, or why it was withdrawn (ADR 70). */
export async function correctionPage(
  request: LivretRequest,
  { row, correction, heldAs, isOutdated }: Corrected,
  catalogues: Catalogues,
): Promise<PageReply> {
  const { db, directory, school, user } = request;
  const { step, kept, isWithdrawn } = correction;
  const isPupil = heldAs.every((profile) => profile === 'pupil');
  const notice = correctionNotice({ row, correction, isPupil }, request);
  if (isWithdrawn || kept === undefined) return withdrawnPage(request, row, notice, isOutdated);
  const pupil = (await directory.persons([row.pupilId])).get(row.pupilId);
  const known = await knownCatalogues([kept], catalogues, db);
  const bilan = readableKept(kept, {
    ...{ step, catalogues: known, givenName: pupil?.givenName ?? '', schoolName: school.name },
    ...{ rhythm: await rhythmOf(row, db), before: await bilanBefore(kept.before, row, catalogues, db) },
  });
  await noteReading(request, {
    ...{ bilanId: row.id, pupilId: row.pupilId, personId: user.id },
    since: bilan.publishedAt,
  });
  if (isPupil) return pupilPage(request, row, bilan, { catalogues, notice });
  return adultPage(request, row, bilan, { catalogues, heldAs, isOutdated, notice, isInCorrection: true });
}

async function withdrawnPage(
  { db, schoolYear, t, url, page }: LivretRequest,
  row: BilanRow,
  notice: string,
  isOutdated: boolean,
): Promise<PageReply> {
  const title = bilanName({ ...row, rhythm: await rhythmOf(row, db) }, schoolYear, t);
  const content = (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={[{ label: t('title'), url: url(HOME_PATH) }, { label: title }]} />
      <PageHead title={title} />
      <div class="v-parts">
        <Note icon="pencil-fill">
          <p>{notice}</p>
        </Note>
        <div>
          <LinkButton href={url(HOME_PATH)}>{t('correction.back')}</LinkButton>
        </div>
      </div>
    </>
  );
  return page(title, content, isOutdated ? { status: 409 } : {});
}
