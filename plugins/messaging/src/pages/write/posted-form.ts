// SPDX-License-Identifier: EUPL-1.2
import type { Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { isChild } from '../../domain/child/is-child.js';
import type { Draft } from '../../domain/write/draft.js';
import type { OpenedDraft } from '../../domain/write/read-draft.js';
import { subjectOf } from '../../domain/write/subject-of.js';
import { chosenRecipients, type WriteForm } from '../../domain/write/write.input.js';

/** The form as a person wrote it, and the draft that holds it, as the request found it. */
export interface Posted {
  readonly form: WriteForm;
  readonly draft: Draft;
  readonly opened: OpenedDraft | undefined;
}

/** A form of a draft that another form has changed, sent or thrown away. */
export interface LatePosted extends Posted {
  readonly opened: OpenedDraft;
}

export type Answer<P extends Posted = Posted> = (posted: P, request: MessagingRequest) => Reply | Promise<Reply>;

export function postedForm(
  form: WriteForm,
  opened: OpenedDraft | undefined,
  { user }: Pick<MessagingRequest, 'user'>,
): Posted {
  const { body } = form;
  const replyTo = opened?.replyTo;
  // A reply has the subject of its thread.
  const first = subjectOf(body, { isFormatted: !isChild(user) });
  const ownSubject = opened && replyTo ? opened.message.subject : first;
  const draft: Draft = {
    recipients: chosenRecipients(form),
    subject: form.subject === '' ? ownSubject : form.subject,
    body,
    // `replyTo` is absent, not undefined, in a message that replies to none.
    ...(replyTo && { replyTo }),
    ...{ formKey: form.form, formTurn: form.turn },
    urgent: form.urgent !== undefined,
    apart: form.apart !== undefined,
  };
  return { form, draft, opened };
}
