// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { PageOptions, PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import { filesOf } from '../../../domain/message/files-of.js';
import { isChild } from '../../../domain/child/is-child.js';
import type { OpenedDraft } from '../../../domain/write/read-draft.js';
import { boxHead } from '../box-tabs.js';
import { personsOf } from '../../../domain/words/recipient-labels.js';
import { WriteView } from './write.view.js';
import { groupsToOffer } from './groups-to-offer.js';
import { searches, type DraftState, type WriteMaterial } from './write-material.js';
import { presentWrite } from './write.presenter.js';
import { understand } from '../../../domain/write/understand.js';
import { findCandidates } from '../../../domain/write/candidates.js';
import { planDelivery } from '../../../domain/message/delivery-plan.js';
import type { Draft, KeptRows } from '../../../domain/write/draft.js';
import { judgeBy } from '../../../domain/message/judge-message.js';
import { unreachedRecipients } from '../../../domain/write/refuse-unreached.js';
import { onPage } from '../../../domain/policy/read-policy.js';
import { sendingWait } from '../../../domain/write/sending-wait.js';
import type { WriteForm } from '../../../domain/write/write.input.js';
import type { WriteProblems } from '../../../domain/write/write-problems.js';
import { CHILD_SHEET } from '../../../domain/child/child-sheet.js';
import { toldRefusals } from '../../../domain/message/told-refusals.js';
import { presentSaid } from '../child/said.presenter.js';
import { presentChildWrite } from './child-write.presenter.js';
import { ChildWriteView } from './child-write.view.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import { adultsOf } from '../../../domain/child/adults-of.js';
import { readPause } from '../../../domain/child/read-pause.js';
import { saidReader } from '../child/said-reader.js';

/** The content of the page of a message. */
export interface Written extends Pick<Draft, 'recipients' | 'subject' | 'body' | 'replyTo' | 'urgent' | 'apart'> {
  readonly search?: string | undefined;
  readonly opened?: OpenedDraft | undefined;
  /** The form that this page answers, and the rows in which its text was kept. */
  readonly form?: WriteForm;
  readonly kept?: KeptRows | undefined;
  readonly problems?: WriteProblems;
  /** The rules have stopped it. */
  readonly isRefused?: boolean;
  /** The draft as somebody else has written it in the meantime. */
  readonly other?: OpenedDraft;
  readonly status?: NonNullable<PageOptions['status']>;
  /** A pupil wants to tell something to adults alone. */
  readonly isTelling?: boolean;
}

export async function writePage(written: Written, request: MessagingRequest): Promise<PageReply> {
  const { t, page, asset } = request;
  const material = await gatherMaterial(written, request);
  if (isChild(request.user)) {
    const { isTelling = false, opened, kept, status } = written;
    const messageId = material.draft && (kept?.messageId ?? opened?.message.id);
    const shown = { isTelling, before: opened?.recipients ?? [], messageId, status, isTaken: kept !== undefined };
    return childWritePage(material, shown, request);
  }
  const model = presentWrite(material, { ...request, persons: await readNames(material, written, request) });
  const options = {
    scripts: [asset('write.js')],
    ...(written.status && { status: written.status }),
    ...(written.kept && { isTaken: true as const }),
  };
  return page(model.title, <WriteView model={model} t={t} />, options);
}

async function gatherMaterial(written: Written, request: MessagingRequest): Promise<WriteMaterial> {
  const { recipients, subject, body, form, replyTo, urgent = false, apart = false } = written;
  const { user } = request;
  const tools = onPage(request);
  const search = written.search ?? form?.q ?? '';
  const asked = understand(search, request.t);
  const { listed, offered: groups } = await groupsToOffer({ recipients, search, asked }, request);
  const candidates = await findCandidates({ recipients, search, asked, groups }, tools);
  const draft = draftState(written, request);
  const sender = { personId: user.id, urgent, ...(replyTo && { replyTo: replyTo.author }) };
  const judged = await judgeBy(candidates, sender, recipients, tools);
  const plan = planDelivery(judged.judgements);
  const messageId = written.kept?.messageId ?? (draft && written.opened?.message.id);
  return {
    ...{ recipients, subject, body, candidates, listed, judged, urgent, apart },
    plan,
    unreached: unreachedRecipients(user.id, recipients, judged),
    ...{ search, asked },
    draft,
    files: messageId === undefined ? [] : await filesOf(messageId, request.db),
    reason: form?.reason ?? '',
    problems: written.problems ?? {},
    isRefused: written.isRefused ?? false,
    wait: await sendingWait(user, plan.held.size > 0, request),
    other: written.other,
    formKey: randomUUID(),
    head: await boxHead(draft ? 'drafts' : 'write', request),
  };
}

function draftState({ opened, kept, other }: Written, { clock }: MessagingRequest): DraftState | undefined {
  if (kept) return { copyId: kept.copyId, version: kept.version, savedAt: clock.now(), dropped: kept.dropped };
  if (!opened || other) return undefined;
  return { copyId: opened.copy.id, version: opened.message.version, savedAt: opened.message.sentAt, dropped: [] };
}

/**
 * The names that the page may show, of people and their children: people that the user may write to, or has put into the draft before. A
 * person is not named merely because an address or a form has their id. For users who search, the page reads only people found or chosen.
 */
async function readNames(
  material: WriteMaterial,
  { opened }: Written,
  request: MessagingRequest,
): ReturnType<typeof request.directory.persons> {
  const { candidates, judged, search } = material;
  const { user, directory } = request;
  const isShown = search !== '' || !searches(material, request);
  const reached = [...judged.judgements].flatMap(([id, { outcome }]) => (outcome === 'refused' ? [] : [id]));
  const before = personsOf(opened?.recipients ?? []);
  const ids = new Set([user.id, ...reached, ...before, ...candidates.staff, ...(isShown ? candidates.persons : [])]);
  const children = [...ids].flatMap((id) => [...(candidates.relations.childrenOf.get(id) ?? [])]);
  return directory.persons([...ids, ...children]);
}

interface ChildPage {
  /** To adults alone. */
  readonly isTelling: boolean;
  /** The recipients of the draft that the page was opened with: the pupil has named them before. */
  readonly before: readonly Recipient[];
  /** The id of the draft. */
  readonly messageId: string | undefined;
  readonly status: PageOptions['status'];
  /** Whether its text was kept as a draft. */
  readonly isTaken: boolean;
}

/** The faces of all that a pupil may write to, and the message below them. */
async function childWritePage(
  material: WriteMaterial,
  { isTelling, before, messageId, status, isTaken }: ChildPage,
  request: MessagingRequest,
): Promise<PageReply> {
  const { user, directory, t, page, asset } = request;
  const { persons, relations } = material.candidates;
  const refusals = messageId === undefined ? [] : await toldRefusals([messageId], request);
  const copyId = material.draft?.copyId ?? '';
  const model = presentChildWrite(
    {
      material,
      adults: await adultsOf(user.id, relations, request),
      pause: await readPause(request),
      isTelling,
      said: presentSaid(refusals, copyId, await saidReader(refusals, request)),
    },
    { ...request, persons: await directory.persons([...persons, ...personsOf(before)]) },
  );
  return page(model.title, <ChildWriteView model={model} t={t} />, {
    scripts: [asset('child-write.js')],
    styles: [asset(CHILD_SHEET)],
    ...(status && { status }),
    ...(isTaken && { isTaken }),
  });
}
