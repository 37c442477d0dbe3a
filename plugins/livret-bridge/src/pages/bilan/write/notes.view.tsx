// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { WriteViewProps } from './write-view-props.js';

/** Notes before the person goes on: mistakes and clashes of the last form, and the word of the head. */
export function NotesView({ model, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const { notes, wordOfHead, isReady, signUrl, left } = model;
  const isComplete = left.every(({ count }) => count === 0);
  return (
    <div class="livret-bridge-notes">
      {notes.map(({ kind, text }) => (
        <Note key={text} kind={kind} role="alert">
          {text}
        </Note>
      ))}
      {wordOfHead && (
        <Note kind="warn" icon="reply-fill">
          <p>{wordOfHead.by}</p>
          {wordOfHead.word !== undefined && <p>{wordOfHead.word}</p>}
        </Note>
      )}
      {isReady && isComplete && (
        <Note kind="good">
          <p>{t('bilan.isReady')}</p>
          <LinkButton kind="quiet" href={signUrl} iconEnd="arrow-right">
            {t('bilan.sign')}
          </LinkButton>
        </Note>
      )}
    </div>
  );
}
