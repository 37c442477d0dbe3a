// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../brick-types.js';
import { presentWrite } from '../pages/write/write.presenter.js';
import { WriteView } from '../pages/write/write.view.js';
import { boxHead } from '../pages/box-tabs.js';
import { boxPath, WRITE_PATH } from '../paths.js';
import { findCandidates } from './candidates.js';
import { planDelivery } from './delivery-plan.js';
import { waitsUntil } from './hourly-limit.js';
import { judgeMessage } from './judge-message.js';
import { bodyField, subjectField } from './message-text.js';
import { sentNotice } from './plan-sentences.js';
import { recipientFields, recipientsOf, type RecipientFields } from './recipient-fields.js';
import { sendMessage } from './send-message.js';

const LONGEST_SEARCH = 80;

/** A search among the persons that the user may write to, and the recipients chosen so far. */
const writeQuery = z.object({ q: z.string().trim().max(LONGEST_SEARCH).optional(), ...recipientFields });
const newMessage = z.object({ ...recipientFields, subject: subjectField, body: bodyField });

/** Writing: choosing recipients, reading when each receives it, and sending. */
export function registerWriting({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(WRITE_PATH, { access: 'write', query: writeQuery }, (request) => writePage(request, request.query));

  http.post(WRITE_PATH, { access: 'write', body: newMessage }, async (request) => {
    const { body, redirect } = request;
    const draft = { recipients: recipientsOf(body), subject: body.subject, body: body.body };
    const { plan } = await sendMessage(draft, request);
    return redirect(boxPath('sent'), sentNotice(plan, request));
  });
}

async function writePage(
  request: MessagingRequest,
  { q, ...fields }: RecipientFields & { readonly q?: string | undefined },
): Promise<PageReply> {
  const { user, directory, t, page } = request;
  const recipients = recipientsOf(fields);
  const candidates = await findCandidates(user.id, request);
  const judged = await judgeMessage({ personId: user.id }, recipients, {
    ...request,
    directory: candidatesReader(candidates),
  });
  const plan = planDelivery(judged.judgements);
  // Never a name of the address alone: persons that may not be written to stay unnamed.
  const ids = [...candidates.persons, user.id];
  const children = [...candidates.relations.childrenOf.values()].flatMap((childIds) => [...childIds]);
  const model = presentWrite(
    { recipients, candidates, plan, judged, search: q ?? '', waitsUntil: await waitsUntil(user, request) },
    await boxHead('write', request),
    { ...request, persons: await directory.persons([...new Set([...ids, ...children])]) },
  );
  return page(t('write.title'), <WriteView model={model} t={t} />);
}

/** The whole school was read for the candidates already. */
function candidatesReader({
  relations,
}: Awaited<ReturnType<typeof findCandidates>>): Parameters<typeof judgeMessage>[2]['directory'] {
  return { relations: () => Promise.resolve(relations), members: () => Promise.resolve([]) };
}
