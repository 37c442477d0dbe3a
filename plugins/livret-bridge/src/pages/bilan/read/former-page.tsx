// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type PageReply } from '@volee/core-adapter';
import { Crumbs, Note, PageHead } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../../domain/catalogue/kept-catalogues.js';
import { HOME_PATH } from '../../../paths.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import type { TraceRow } from '../../../store/trace.entity.js';
import { keptIn } from '../../../domain/trace/kept-publication.js';
import { presentBilan } from '../../shared/bilan/bilan.presenter.js';
import { BilanView } from '../../shared/bilan/bilan.view.js';
import { keptLine } from './kept-line.js';
import { bilanName } from '../../../domain/read/name-words.js';
import { pupilPage } from './pupil-page.js';
import { rhythmOf } from '../../../domain/periods/rhythm-of.js';
import { beforeIn } from '../../../domain/read/bilan-before.js';
import { READ_SHEET } from '../../../domain/read/read-sheet.js';
import { readableKept } from '../../../domain/read/readable-kept.js';

/** A publication of a pupil with two records that became one: the other record has another bilan of the period (ADR 70). */
export async function formerPage(
  request: LivretRequest,
  row: BilanRow,
  merged: TraceRow,
  catalogues: Catalogues,
): Promise<PageReply> {
  const { access, db, directory, school, schoolYear, t, format, url, page, asset } = request;
  const kept = keptIn(merged);
  if (!kept) throw new NotFoundError('The history of the bilan keeps no publication under this id.');
  const givenName = (await directory.persons([row.pupilId])).get(row.pupilId)?.givenName ?? '';
  const before = beforeIn(kept.before);
  const names = { givenName, schoolName: school.name, rhythm: await rhythmOf(row, db), before };
  const known = await knownCatalogues([kept], catalogues, db);
  const bilan = readableKept(kept, { step: merged, catalogues: known, ...names });
  const heldAs = await access.heldAs('read', { pupilId: row.pupilId });
  if (heldAs.every((profile) => profile === 'pupil'))
    return pupilPage(request, row, bilan, { catalogues, notice: t('former.child') });
  const name = bilanName(bilan, schoolYear, t);
  const title = t('read.title', { name: givenName });
  const published = bilan.publishedAt === null ? '' : t('read.published', { day: format.day(bilan.publishedAt) });
  const content = (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={[{ label: t('title'), url: url(HOME_PATH) }, { label: name }]} />
      <PageHead title={title} lead={`${t('read.lead', { bilan: name, school: school.name })} ${published}`} />
      <div class="v-parts">
        <Note icon="intersect">
          <p>{t('former.adult', { name: givenName })}</p>
        </Note>
        <BilanView model={presentBilan(bilan, { t, format })} t={t} />
        <p class="v-soft v-small">{await keptLine(row, request, catalogues)}</p>
      </div>
    </>
  );
  return page(title, content, { styles: [asset(READ_SHEET)] });
}
