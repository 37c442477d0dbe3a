// SPDX-License-Identifier: EUPL-1.2
import { json } from '@volee/core-adapter';
import { z } from 'zod';
import { bilanScope } from '../bilan/bilan-scope.js';
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { changesPath } from '../paths.js';
import { BilanRow } from '../store/bilan.entity.js';
import { saveChange } from './save-change.js';

const params = z.strictObject({ id: z.uuid() });
const body = z.strictObject({ cell: z.string().max(40), was: z.string().max(8_000), now: z.string().max(8_000) });

/** One change of one cell, sent by the scripts of the pages: 200 with the stored value, or 409 with the value of somebody else. */
export function registerChanges({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(
    changesPath(':id'),
    {
      access: 'write',
      params,
      body,
      load: async ({ db, params: { id } }) => {
        const row = await db.repository(BilanRow).findOne({ where: { id } });
        return row && { ...row, ...bilanScope(row) };
      },
    },
    async ({ db, directory, user, clock, body: change, params: { id }, format }) => {
      const context = { db, catalogues, personId: user.id, now: clock.now() };
      const saved = await saveChange(context, { bilanId: id, ...change });
      if (saved.kind === 'saved') return json({ value: saved.value, revision: saved.row.revision });
      const by = saved.by === undefined ? undefined : (await directory.persons([saved.by])).get(saved.by);
      const at = saved.at && format.moment(saved.at);
      return json({ value: saved.value, yours: saved.yours, by: by?.displayName ?? null, at: at ?? null }, 409);
    },
  );
}
