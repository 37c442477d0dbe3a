// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { ReplyProblem } from './thread.model.js';

interface ReplyProblemProps {
  readonly problem: ReplyProblem;
  readonly kind: 'warn' | 'bad';
  readonly t: MessagingTexts;
}

/** Why a reply was not taken. Its text stands in the form, and another text of the same reply here. */
export function ReplyProblemView({ problem: { sentence, other }, kind, t }: ReplyProblemProps): VNode {
  return (
    <Note kind={kind} role="alert">
      <p>{sentence}</p>
      {other !== undefined && (
        <>
          <p>{t('reply.other')}</p>
          <blockquote class="v-well text-break v-other-text">{other}</blockquote>
        </>
      )}
    </Note>
  );
}
