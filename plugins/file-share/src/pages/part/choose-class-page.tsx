// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { classesWithWorks } from '../../domain/works/classes-with-works.js';
import { newWorkPath } from '../../paths.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import { ChooseClassView } from './choose-class.view.js';

/** Asks to which class a new work goes. The only class is not asked for; users who hand out nothing get no page. */
export async function chooseClassPage(request: FileShareRequest): Promise<PageReply | RedirectReply | undefined> {
  const { url, redirect, page, t } = request;
  const groups = await classesWithWorks('handOut', request);
  const [first, ...others] = groups;
  if (!first) return undefined;
  if (others.length === 0) return redirect(newWorkPath(first.id));
  const classes = groups.map(({ id, name }) => ({ id, name, url: url(newWorkPath(id)) }));
  const model = { tabs: await presentTabs(request, 'works'), classes };
  return page(t('works.new'), <ChooseClassView model={model} t={t} />);
}
