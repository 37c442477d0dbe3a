// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { bilanParams } from '../../../domain/bilan/bilan-params.js';
import { loadBilan } from '../../../domain/trace/load-bilan.js';
import type { LivretBrick } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { acknowledgePath, bilanPath } from '../../../paths.js';
import { acknowledge, takeConfirmationBack } from '../../../domain/read/acknowledge.js';
import { readPage } from './read-page.js';

/** The publication that the page showed; with `back`, the instant of the confirmation that its notice takes back. */
const body = z.strictObject({ published: z.iso.datetime(), back: z.iso.datetime().optional() });

/** Registers the confirmation of a guardian that they have read a bilan. A publication that is newer than the page has to be read first. */
export function registerAcknowledging({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(
    acknowledgePath(':id'),
    { access: 'acknowledge', params: bilanParams, body, load: loadBilan },
    async (request) => {
      const { db, user, clock, resource, body: form, redirect, t } = request;
      const path = bilanPath(resource.id);
      if (form.back !== undefined) {
        const confirmation = { bilanId: resource.id, personId: user.id, at: new Date(form.back) };
        const isBack = await takeConfirmationBack(db, confirmation, clock.now());
        return redirect(path, t(isBack ? 'confirm.takenBack' : 'confirm.stays'));
      }
      if (resource.publishedAt?.toISOString() !== form.published) {
        return readPage(request, resource, catalogues, { isOutdated: true });
      }
      const at = await acknowledge(db, resource, user.id, clock.now());
      const fields = { published: form.published, back: at.toISOString() };
      return redirect(path, t('confirm.thanks'), { path: acknowledgePath(resource.id), fields });
    },
  );
}
