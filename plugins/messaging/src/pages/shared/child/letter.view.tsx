// SPDX-License-Identifier: EUPL-1.2
import { Avatar, ListenButton, type AvatarPerson } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { FormattedText } from '../../../domain/text/formatted-text.js';
import type { FileModel } from '../files/file.model.js';
import { FileList } from '../files/file-list.view.js';
import { MessageText } from '../message-text.view.js';
import { TakenBack } from '../taken-back.view.js';
import type { ReportFormModel } from '../report/report-form.view.js';
import { ReportFold } from './report-fold.view.js';

export interface LetterModel {
  readonly id: string;
  readonly from: string;
  readonly face: AvatarPerson;
  readonly isOwn: boolean;
  /** Undefined for the pupil's own messages. */
  readonly report: ReportFormModel | undefined;
  readonly when: string;
  /** The subject, where the message has one. */
  readonly subject: string | undefined;
  readonly text: FormattedText;
  /** « Tom a annulé l’envoi de ce message. », in place of the text. */
  readonly taken: { readonly sentence: string; readonly hint: string } | undefined;
  readonly files: readonly FileModel[];
}

interface LetterProps {
  readonly letter: LetterModel;
  /** Whether a reply may be typed on the page. */
  readonly hasReply: boolean;
  readonly t: MessagingTexts;
}

/** One message, in large letters, that a pupil may have read out. */
export function Letter({ letter, hasReply, t }: LetterProps): VNode {
  const { id, from, face, isOwn, when, subject, text, taken, files, report } = letter;
  return (
    <article class={isOwn ? 'v-letter v-letter-own' : 'v-letter'}>
      <div class="v-letter-from">
        <Avatar of={face} />
        <p>
          <strong>{from}</strong>
          <br />
          <span class="v-soft">{when}</span>
        </p>
      </div>
      <div class="v-letter-text" id={`text-${id}`}>
        {subject !== undefined && (
          <p>
            <strong>{subject}</strong>
          </p>
        )}
        {taken === undefined ? <MessageText text={text} /> : <TakenBack {...taken} />}
      </div>
      <FileList files={files} t={t} />
      <ListenButton of={`text-${id}`} label={t('child.listen')} stopLabel={t('child.stopListening')} />
      {report && <ReportFold id={id} hasReply={hasReply} report={report} t={t} />}
    </article>
  );
}
