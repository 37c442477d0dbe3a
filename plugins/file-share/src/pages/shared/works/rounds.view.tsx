// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../../brick-types.js';
import type { RoundModel } from './rounds.presenter.js';

interface RoundsProps {
  readonly rounds: readonly RoundModel[];
  /** « Les autres fois » */
  readonly title: string;
  /** « Ton mot », « Son mot » */
  readonly wordLabel: string;
  readonly t: FileShareTexts;
}

/** The earlier times, folded: nothing that was read goes away. */
export function Rounds({ rounds, title: summary, wordLabel, t }: RoundsProps): VNode | null {
  if (rounds.length === 0) return null;
  return (
    <details class="file-share-fold file-share-rounds">
      <summary>{summary}</summary>
      {rounds.map(({ id, title, word, answer }) => (
        <div key={id}>
          <h3 class="h6 mt-3">{title}</h3>
          {answer !== '' && <Words label={t('round.answer')} text={answer} />}
          {word !== '' && <Words label={wordLabel} text={word} />}
        </div>
      ))}
    </details>
  );
}

export function Words({ label, text }: { readonly label: string; readonly text: string }): VNode {
  return (
    <>
      <p class="v-soft v-small mb-1">{label}</p>
      <blockquote class="v-well file-share-text">{text}</blockquote>
    </>
  );
}
