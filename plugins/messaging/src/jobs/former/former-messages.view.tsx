// SPDX-License-Identifier: EUPL-1.2
import { PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { MessageText } from '../../pages/shared/message-text.view.js';
import { TakenBack } from '../../pages/shared/taken-back.view.js';
import type { FormerLetter } from './former-messages.presenter.js';

interface FormerMessagesProps {
  readonly title: string;
  readonly letters: readonly FormerLetter[];
  readonly t: MessagingTexts;
}

/** Messages of a former school, to be read: nobody is answered there any more. */
export function FormerMessagesView({ title, letters, t }: FormerMessagesProps): VNode {
  return (
    <>
      <PageHead title={title} lead={t('former.lead')} />
      {letters.map((letter) => (
        <article key={letter.id} class="v-card mb-3">
          <p>
            <strong>{letter.from}</strong>
            <br />
            <span class="v-soft">{letter.when}</span>
          </p>
          {letter.undelivered !== undefined && (
            <p>
              <strong>{letter.undelivered}</strong>
            </p>
          )}
          {letter.subject !== '' && (
            <p>
              <strong>{letter.subject}</strong>
            </p>
          )}
          {letter.taken === undefined ? <MessageText text={letter.text} /> : <TakenBack sentence={letter.taken} />}
          {letter.said.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {letter.files !== '' && <p class="v-soft">{letter.files}</p>}
        </article>
      ))}
    </>
  );
}
