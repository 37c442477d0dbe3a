// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import { tidyText } from '../../../domain/bilan/tidy-text.js';
import { BANK } from './bank.view.js';
import type { TextModel } from './write.model.js';
import { ClashView } from './clash.view.js';
import { Was } from './was.view.js';

interface TextViewProps {
  readonly text: TextModel;
  /** The number of signs as it is written: « 1 500 ». */
  readonly limit: string;
  /** Whether the panel of phrases belongs to this text. */
  readonly hasBank?: boolean;
  readonly t: LivretTexts;
}

/** A text with its count. The browser cuts nothing: a text beyond the limit stays, and the page says that it is too long. */
export function TextView({ text, limit, hasBank = false, t }: TextViewProps): VNode {
  const { name, id, label, aside, hint, value, rows, problem, clash } = text;
  const notes = [problem !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`, `${id}-count`];
  return (
    <div class="livret-bridge-text" data-cell={name} data-stored={text.stored}>
      <Was cell={text} />
      {clash ? (
        <ClashView cell={text} clash={clash} t={t} />
      ) : (
        <>
          <label class="form-label" for={id}>
            {label} {aside !== undefined && <span class="v-aside">({aside})</span>}
          </label>
          <textarea
            class="form-control"
            id={id}
            name={name}
            rows={rows}
            data-limit={text.limit}
            aria-describedby={notes.filter(Boolean).join(' ')}
            aria-invalid={problem === undefined ? undefined : 'true'}
          >
            {value}
          </textarea>
          <p class="livret-bridge-foot" id={`${id}-count`}>
            <span data-kept />
            <span>
              <strong data-count>{tidyText(value).length}</strong> {t('bilan.ofLimit', { limit })}
            </span>
          </p>
          {hasBank && (
            <a class="btn btn-quiet livret-bridge-bank-ask" href={`#${BANK}`}>
              <Icon name="chat-quote" />
              {t('bilan.choosePhrase')}
            </a>
          )}
          {hint !== undefined && (
            <p class="form-text" id={`${id}-hint`}>
              {hint}
            </p>
          )}
          {problem !== undefined && (
            <p class="v-field-error" id={`${id}-error`}>
              <Icon name="exclamation-circle-fill" />
              {problem}
            </p>
          )}
        </>
      )}
    </div>
  );
}
