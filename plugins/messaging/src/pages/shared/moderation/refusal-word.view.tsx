// SPDX-License-Identifier: EUPL-1.2
import { ChoiceField, TextField, type Choice } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { WordProblem } from './moderation.model.js';
import { LONGEST_WORD } from '../../../domain/moderation/refusal-words.js';

interface RefusalWordProps {
  /** Tells the fields of one form from those of the others. */
  readonly id: string;
  readonly label: string;
  readonly reasons: readonly Choice[];
  readonly problem: WordProblem | undefined;
  readonly t: MessagingTexts;
}

/** The word of a refusal: one of the list, or the teacher's own. Nothing is chosen beforehand, so that each word is a choice. */
export function RefusalWord({ id, label, reasons, problem, t }: RefusalWordProps): VNode {
  return (
    <>
      <ChoiceField
        id={`reason-${id}`}
        name="reason"
        label={t('review.reason')}
        choices={reasons}
        value={problem?.reason}
        error={problem?.reason === undefined ? problem?.sentence : undefined}
      />
      <TextField
        id={`word-${id}`}
        name="word"
        value={problem?.word}
        label={label}
        error={problem?.reason === undefined ? undefined : problem.sentence}
        hint={t('review.wordHint')}
        rows={3}
        maxLength={LONGEST_WORD}
      />
    </>
  );
}
