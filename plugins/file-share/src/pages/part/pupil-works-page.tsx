// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import type { Settings } from '../../settings.js';
import { endingWorks } from '../../domain/parts/ending-works.js';
import { showParts } from '../../domain/parts/note-shown.js';
import { readPartFiles } from '../../domain/parts/part-files.js';
import { presentPupilWorks } from './pupil-works.presenter.js';
import { PupilWorksView } from './pupil-works.view.js';
import { ownMember } from '../../domain/parts/own-member.js';
import { readParts } from '../../domain/parts/read-parts.js';

export async function pupilWorksPage(
  request: FileShareRequest,
  { keepWorks }: Pick<Settings, 'keepWorks'>,
): Promise<PageReply> {
  const { access, schoolYear, page, t, asset } = request;
  const own = await ownMember(request);
  const parts = await showParts(async () => access.filter('readPart', await readParts(own, request)), request);
  const files = await readPartFiles(
    parts.flatMap(({ row }) => row?.id ?? []),
    request,
  );
  const endings = endingWorks(parts, keepWorks, request);
  const tabs = await presentTabs(request, 'works');
  const model = presentPupilWorks({ tabs, parts, files, schoolYear, endings }, request);
  return page(t('mine.title'), <PupilWorksView model={model} t={t} />, { styles: [asset('file-share-parts.css')] });
}
