// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { changePicked, pathBack } from './change-picked.js';
import { loadPicked } from '../../domain/move/picked.js';
import { PickedView } from './picked.view.js';
import { pickBody, pickQuery, takeQuery } from '../../domain/move/pick-input.js';
import { pickProblem } from '../shared/pick-problem.js';
import { presentPicked } from './present-picked.js';
import { problemPage } from '../shared/problem-page.js';
import { takePicked } from './take-picked.js';

/** Several at once: where they go, and moving, copying and deleting them. */
export function registerPicked({ http, settings }: FileShareBrick): void {
  http.get(
    '/picked',
    { access: 'pick', query: pickQuery, load: ({ query, db }) => loadPicked(query, { db }) },
    async (request) => {
      const { query, resource, t, page, asset } = request;
      const problem = await pickProblem(resource, query.action, request);
      if (problem) return problemPage(problem, await pathBack(resource.nodes, request), request);
      const model = await presentPicked(resource.nodes, request);
      return page(model.title, <PickedView model={model} t={t} />, { styles: [asset('file-share-move.css')] });
    },
  );
  http.get(
    '/picked/take',
    { access: 'read', query: takeQuery, load: ({ query, db }) => loadPicked(query, { db }) },
    takePicked,
  );
  http.post(
    '/picked',
    { access: 'pick', body: pickBody, load: ({ body, db }) => loadPicked(body, { db }) },
    (request) => changePicked(request, settings),
  );
}
