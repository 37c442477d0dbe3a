// SPDX-License-Identifier: EUPL-1.2
import type { PageOptions, PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import { CHILD_SHEET } from '../../../domain/child/child-sheet.js';
import { toldRefusals } from '../../../domain/message/told-refusals.js';
import { presentSaid } from '../child/said.presenter.js';
import { presentChildWrite } from './child-write.presenter.js';
import { ChildWriteView } from './child-write.view.js';
import { personsOf } from '../../../domain/words/recipient-labels.js';
import type { WriteMaterial } from './write-material.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import { adultsOf } from '../../../domain/child/adults-of.js';
import { readPause } from '../../../domain/child/read-pause.js';
import { saidReader } from '../child/said-reader.js';

interface ChildPage {
  /** To adults alone. */
  readonly isTelling: boolean;
  /** The recipients of the draft that the page was opened with: the pupil has named them before. */
  readonly before: readonly Recipient[];
  /** Of the draft. */
  readonly messageId: string | undefined;
  readonly status: PageOptions['status'];
}

/** The faces of all that a pupil may write to, and the message below them. */
export async function childWritePage(
  material: WriteMaterial,
  { isTelling, before, messageId, status }: ChildPage,
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
  });
}
