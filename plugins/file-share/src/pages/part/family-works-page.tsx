// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type PageReply } from '@volee/core-adapter';
import { Card, PageHead, Tabs } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../brick-types.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import type { Settings } from '../../settings.js';
import { presentWorksLists } from '../../domain/works/works-lists.js';
import { endingWorksOf } from '../../domain/parts/ending-works.js';
import { presentFamilyWorks } from './family-works.presenter.js';
import { FamilyWorksView } from './family-works.view.js';
import { showParts } from '../../domain/parts/note-shown.js';
import { readPartFiles } from '../../domain/parts/part-files.js';
import { readParts } from '../../domain/parts/read-parts.js';

/** The works of one child of a guardian. @throws NotFoundError when that person is not their child here */
export async function familyWorksPage(
  request: FileShareRequest,
  childId: string | undefined,
  { keepWorks }: Pick<Settings, 'keepWorks'>,
): Promise<PageReply> {
  const { directory, access, schoolYear, page, t, asset } = request;
  const children = await directory.children();
  const child = childId === undefined ? children[0] : children.find(({ id }) => id === childId);
  if (!child && childId !== undefined) throw new NotFoundError('The user has no such child in the school.');
  const tabs = await presentTabs(request, 'works');
  if (!child) return noChildPage();
  const parts = await showParts(async () => access.filter('readPart', await readParts([child], request)), request);
  const files = await readPartFiles(
    parts.flatMap(({ row }) => row?.id ?? []),
    request,
  );
  const lists = await presentWorksLists(undefined, request);
  const endings = endingWorksOf(child, parts, keepWorks, request);
  const model = presentFamilyWorks({ tabs, lists, child, children, parts, files, schoolYear, endings }, request);
  return page(model.title, <FamilyWorksView model={model} t={t} />, { styles: [asset('file-share-parts.css')] });

  function noChildPage(): PageReply {
    const content = (
      <>
        <Tabs label={t('spaces')} tabs={tabs} />
        <PageHead title={t('tabs.works')} />
        <Card>
          <p>{t('family.noChild')}</p>
        </Card>
      </>
    );
    return page(t('tabs.works'), content);
  }
}
