// SPDX-License-Identifier: EUPL-1.2
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import express, { type Response, type Router } from 'express';
import { dayOf } from '../../../api/day.js';
import type { HostContext } from '../../context/host-context.js';
import { findFormerSchools } from '../../domain/former-schools/find-former-schools.js';
import { requireFreshLogin } from '../../http/login/require-fresh-login.js';
import { FORMER_URL, OWN_DATA_URL } from '../../http/foot-links.js';
import { OwnDataView } from './own-data.view.js';
import { homeSchool } from '../../http/home-school.js';
import { requirePerson } from '../../http/login/require-person.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { visitorOf } from '../../http/visitor.js';
import { exportOwnData } from '../../domain/personal-data/export-person.js';

/** `/mes-donnees`: the data of the signed-in person as one file (GDPR, article 15). The id comes from the session alone. */
export function ownDataRoutes(context: HostContext): Router {
  const router = express.Router();
  router.use(OWN_DATA_URL, requirePerson(context), requireFreshLogin(context));

  router.get(OWN_DATA_URL, async (request, response) => {
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const { person } = visitorOf(request);
    const isGuardian = person?.schools.some(({ profiles }) => profiles.includes('guardian'));
    const former = await findFormerSchools(context.database.unitOfWork, person?.id ?? '', context.clock.now());
    const count = new Set(former.map(({ school }) => school.uai)).size;
    const link = { url: FORMER_URL, link: t('former.link', { count }) };
    const model = { action: OWN_DATA_URL, isGuardian: isGuardian ?? false, former: count > 0 ? link : undefined };
    const content = <OwnDataView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('data.title'), content, visit });
  });

  // The download is a form and not a link: the export is audited, and no other site may start one.
  router.post(OWN_DATA_URL, async (request, response) => {
    const { person } = visitorOf(request);
    if (!person) return;
    try {
      await exportOwnData(context, person.id, (archive) => sendArchive(context.clock.now(), response, archive));
    } catch (error) {
      // The browser left before the end: the audit trail records the failure, and no answer can be sent.
      if (!isGone(error)) throw error;
    }
  });

  return router;
}

/** Sent without a length: a truncated file lacks the last chunk, and the browser reports it as incomplete (RFC 9112 §8). */
async function sendArchive(now: Date, response: Response, archive: Readable): Promise<void> {
  response.attachment(`mes-donnees-volee-${dayOf(now, 'UTC')}.zip`).set({
    'Content-Type': 'application/zip',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  });
  await pipeline(archive, response);
}

/** How `pipeline` says that the response was closed before its end. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
