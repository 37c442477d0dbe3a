// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { findAuditActions, findAuditPage, type AuditPage } from '../../../domain/audit/audit-query.js';
import type { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import type { HostContext } from '../../../context/host-context.js';
import { PlatformAuditView } from './platform-audit.view.js';
import { brickText } from '../../../http/send-page.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { auditWords, readAuditQuestion, readCursor } from './audit-form.js';
import { presentAudit } from './audit.presenter.js';
import { subjectIds } from './audit-subject.js';
import { CLI } from '../../../domain/audit/actors.js';
import { SESSION_END } from '../../../domain/sessions/end-sessions.js';
import { NAMED_ACTIONS, type AuditNames } from './audit-words.js';
import { pageFormatter, type PageFormatter } from '../shared/page-formatter.js';
import { groupNames, personNames, schoolNames } from '../shared/names.js';

/** `/admin/audit?school=&person=&action=&outcome=&from=&until=&before=`: the journal, the latest first. */
export function auditRoutes(context: HostContext): Router {
  const router = express.Router();
  const { unitOfWork } = context.database;

  router.get('/audit', async (request, response) => {
    const actions = [...new Set([...Object.keys(NAMED_ACTIONS), ...(await findAuditActions(unitOfWork))])];
    const words = auditWords(request.query, actions);
    const question = await readAuditQuestion(context, words, pageFormatter(context, request));
    const { errors, filter, school } = question;
    const before = readCursor(request.query);
    const wrong = Object.keys(errors).length > 0;
    const except = filter.action === undefined ? SESSION_END : undefined;
    const page = wrong ? NOTHING : await findAuditPage(unitOfWork, { ...filter, except }, before);
    const formatter = pageFormatter(context, request, school?.timeZone);
    const names = await namesIn(context, page.lines, formatter);
    const model = presentAudit({ words, actions, question, page, paged: before !== undefined, names }, formatter);
    const content = <PlatformAuditView model={model} t={formatter.t} />;
    const title = formatter.t('platform.audit');
    await sendPlatformPage(context, request, response, { title, content, status: wrong ? 400 : 200 });
  });

  return router;
}

const NOTHING: AuditPage = { lines: [] };

async function namesIn(
  { database, bricks }: Pick<HostContext, 'bricks' | 'database'>,
  lines: readonly AuditLine[],
  { language }: PageFormatter,
): Promise<AuditNames> {
  const { unitOfWork } = database;
  const actors = lines.map(({ actor }) => actor).filter((actor) => actor !== CLI);
  const places = lines.flatMap(({ uai }) => uai ?? []);
  const ids = lines.map(subjectIds);
  const persons = ids.flatMap((one) => one.persons);
  const schools = ids.flatMap((one) => one.schools);
  const groups = ids.flatMap((one) => one.groups);
  return {
    persons: await personNames(unitOfWork, [...actors, ...persons]),
    schools: await schoolNames(unitOfWork, [...places, ...schools]),
    groups: await groupNames(unitOfWork, groups),
    bricks: new Map(bricks.map((brick) => [brick.id, brickText(brick, 'title', language, false)])),
  };
}
