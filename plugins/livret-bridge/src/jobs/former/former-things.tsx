// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerPage, FormerThing, FormerThings } from '@volee/core-adapter';
import { Note, PageHead } from '@volee/core-adapter/ui';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { presentBilan } from '../../pages/shared/bilan/bilan.presenter.js';
import { BilanView } from '../../pages/shared/bilan/bilan.view.js';
import { correctionNotice } from '../../pages/shared/bilan/correction-words.js';
import { bilanName } from '../../domain/read/name-words.js';
import { presentPupil } from '../../pages/shared/bilan/pupil.presenter.js';
import { PupilView } from '../../pages/shared/bilan/pupil.view.js';
import { CHILD_SHEET, READ_SHEET } from '../../domain/read/read-sheet.js';
import {
  formerBilans,
  withdrawnBilans,
  type FormerBilan,
  type FormerRequest,
  type WithdrawnBilan,
} from './former-bilans.js';

/** The bilans of a former school for a pupil and their guardians. */
export async function formerThings(request: FormerRequest, catalogues: Catalogues): Promise<FormerThings> {
  const bilans = await formerBilans(request, catalogues);
  const withdrawn = (await withdrawnBilans(request, catalogues)).map((one) => withdrawnThing(one, request));
  if (bilans.length === 0) return { kept: withdrawn };
  const { t } = request;
  const until = new Date(Math.min(...bilans.map((one) => one.until.getTime())));
  return {
    kept: [{ text: t('storedData.bilans', { count: bilans.length }), until }, ...withdrawn],
    documents: () => Promise.all(bilans.map((one) => documentOf(one, request))),
    open(key, page) {
      const found = bilans.find((one) => one.key === key);
      return found && page === 1 ? pageOf(found, request) : undefined;
    },
  };
}

function withdrawnThing({ named, until, at }: WithdrawnBilan, { t, format, schoolYear }: FormerRequest): FormerThing {
  return { text: t('former.withdrawn', { bilan: bilanName(named, schoolYear, t), day: format.day(at) }), until };
}

async function documentOf(former: FormerBilan, request: FormerRequest): Promise<FormerDocument> {
  const { t, format, schoolYear } = request;
  const { key, until } = former;
  const named = await former.name();
  const published = named.publishedAt === null ? '' : t('read.published', { day: format.day(named.publishedAt) });
  return {
    key,
    title: bilanName(named, schoolYear, t),
    detail: [published, t('former.until', { day: format.day(until) })].join(' ').trim(),
  };
}

async function pageOf({ read, correction }: FormerBilan, request: FormerRequest): Promise<FormerPage> {
  const bilan = await read();
  const { t, format, schoolYear, user, owner, asset } = request;
  const isPupil = owner.id === user.id;
  const title = bilanName(bilan, schoolYear, t);
  const notice = correction && correctionNotice({ row: correction.row, correction: correction.of, isPupil }, request);
  if (isPupil) {
    const model = { ...presentPupil(bilan, schoolYear, request), notice };
    return { title, content: <PupilView model={model} t={t} />, styles: [READ_SHEET, CHILD_SHEET].map(asset) };
  }
  const lead = t('read.lead', { bilan: title, school: bilan.schoolName });
  const published = bilan.publishedAt === null ? '' : t('read.published', { day: format.day(bilan.publishedAt) });
  const content = (
    <>
      <PageHead title={t('read.title', { name: bilan.givenName })} lead={`${lead} ${published}`} />
      <div class="v-parts">
        {notice !== undefined && (
          <Note icon="pencil-fill">
            <p>{notice}</p>
          </Note>
        )}
        <BilanView model={presentBilan(bilan, request)} t={t} />
      </div>
    </>
  );
  return { title, content, styles: [asset(READ_SHEET)] };
}
