// SPDX-License-Identifier: EUPL-1.2
import { Button, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { LONGEST_BODY } from '../../../domain/message/message-text.js';
import { DraftFiles } from '../files/draft-files.view.js';
import { FieldError } from './field-error.view.js';
import type { ChildWriteModel } from './child-write.model.js';

interface LetterFieldsProps {
  readonly model: Pick<
    ChildWriteModel,
    'letter' | 'body' | 'problems' | 'files' | 'kept' | 'dropped' | 'saidUrl' | 'version'
  >;
  /** The pupil may keep the text, and not send it now. */
  readonly isShut: boolean;
  readonly t: MessagingTexts;
}

/** The text of a message, what would become of it, and the buttons. */
export function LetterFields({ model, isShut, t }: LetterFieldsProps): VNode {
  const { letter, body, problems, files, kept, dropped } = model;
  return (
    <section aria-labelledby="letter-title">
      <h2 id="letter-title" data-child-part="title">
        {letter.title}
      </h2>
      <div class="v-letter-form">
        <label class="visually-hidden" for="write-body">
          {t('child.yourMessage')}
        </label>
        <textarea
          class="form-control"
          id="write-body"
          name="body"
          rows={4}
          maxLength={LONGEST_BODY}
          aria-invalid={problems.body === undefined ? undefined : 'true'}
          aria-describedby={problems.body === undefined ? undefined : 'write-body-error'}
        >
          {`\n${body}`}
        </textarea>
        <div class="v-letter-foot">
          <FieldError of="write-body" text={problems.body} />
          {files && <DraftFiles files={files} t={t} />}
          <div data-child-part="notes" aria-live="polite">
            <LetterNotes letter={letter} />
          </div>
          <LetterButtons model={model} isShut={isShut} t={t} />
          {/* « Gardé » is said once: the line of what is typed takes the place of that of the draft. */}
          <div class="v-letter-kept" data-kept-line>
            {kept !== undefined && <p class="v-soft v-small v-letter-draft">{kept}</p>}
            {dropped !== undefined && <p class="v-soft v-small">{dropped}</p>}
            <p class="v-soft v-small" role="status" data-offline={t('child.offline')} />
          </div>
        </div>
      </div>
    </section>
  );
}

function LetterButtons({ model: { letter, saidUrl, version }, isShut, t }: LetterFieldsProps): VNode {
  return (
    <div class="v-actions">
      {!isShut && (
        <span data-child-part="send">
          <Button kind="primary" icon="send-fill" name="do" value="send">
            {letter.sendLabel}
          </Button>
        </span>
      )}
      <Button kind="quiet" icon="paperclip" name="do" value="attach">
        {t('files.open')}
      </Button>
      <Button kind="quiet" name="do" value="save">
        {t('child.keep')}
      </Button>
      {saidUrl !== undefined && (
        <Button kind="quiet" name="do" value="said">
          {t('child.saidBothers')}
        </Button>
      )}
      {version !== undefined && (
        <Button kind="quiet" icon="trash" name="do" value="discard">
          {t('draft.discard')}
        </Button>
      )}
    </div>
  );
}

function LetterNotes({ letter: { notes, refusals } }: Pick<ChildWriteModel, 'letter'>): VNode | null {
  const lines = refusals.length > 0 ? refusals : notes;
  if (lines.length === 0) return null;
  const look = refusals.length > 0 ? ({ kind: 'bad' } as const) : ({ icon: 'hourglass-split' } as const);
  return (
    <Note {...look}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  );
}
