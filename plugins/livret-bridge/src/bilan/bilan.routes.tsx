// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { bilanPath } from '../paths.js';
import { readPage } from '../read/read-page.js';
import { loadBilan } from './load-bilan.js';

const params = z.strictObject({ id: z.uuid() });

/** A bilan to read. */
export function registerBilans({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(bilanPath(':id'), { access: 'read', params, load: loadBilan }, (request) =>
    readPage(request, request.resource, catalogues),
  );
}
