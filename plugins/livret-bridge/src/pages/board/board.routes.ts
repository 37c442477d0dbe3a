// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { periodNumber } from '../../domain/life/period-number.js';
import { BOARD_PATH } from '../../paths.js';
import { boardPage } from '../shared/board/board-page.js';

const query = z.strictObject({ period: periodNumber.optional() });

/** Registers the head's board of the school. */
export function registerBoard({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(BOARD_PATH, { access: 'visa', query }, (request) =>
    boardPage({ period: request.query.period, catalogues }, request),
  );
}
