// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { groupParams, workParams } from '../../route-params.js';
import type { WorkRow } from '../../store/work.entity.js';
import { actOnWork, WORK_ACTIONS } from './act-on-work.js';
import { takeWork } from './take-work.js';
import { presentWorks } from './present-works.js';
import { groupOf, loadWork } from '../../domain/works/work-scope.js';
import { WorksView } from './works.view.js';

const query = z.object({ done: z.literal('true').optional() });
const body = z.strictObject({ do: z.enum(WORK_ACTIONS) });

/** The works of a class and one work, for those that follow the class; and what its teachers do with a work as a whole. */
export function registerWorks({ http }: FileShareBrick): void {
  const ofClass = { access: 'follow', params: groupParams, group: groupOf } as const;
  http.get('/groups/:groupId/works', { ...ofClass, query }, (request) => {
    const done = request.query.done !== undefined;
    return worksPage({ groupId: request.params.groupId, work: undefined, done }, request);
  });
  const ofWork = { params: workParams, load: loadWork } as const;
  http.get('/works/:workId', { access: 'follow', ...ofWork }, ({ resource: { work }, ...request }) =>
    worksPage({ groupId: work.groupId, work, done: false }, request),
  );
  http.get('/works/:workId/take', { access: 'follow', ...ofWork }, (request) => takeWork(request.resource, request));
  http.post('/works/:workId', { access: 'handOut', ...ofWork, body }, (request) =>
    actOnWork(request.resource.work, request.body.do, request),
  );
}

interface WorksState {
  readonly groupId: string;
  readonly work: WorkRow | undefined;
  readonly done: boolean;
}

async function worksPage(state: WorksState, request: FileShareRequest): Promise<PageReply> {
  const model = await presentWorks(state, request);
  const styles = [request.asset('file-share-works.css')];
  const title = state.work?.title || request.t('tabs.works');
  return request.page(title, <WorksView model={model} t={request.t} />, { styles });
}
