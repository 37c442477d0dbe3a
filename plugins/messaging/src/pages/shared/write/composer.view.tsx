// SPDX-License-Identifier: EUPL-1.2
import { Button, CheckField, Icon, Note, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../../brick-types.js';
import { LONGEST_BODY, LONGEST_SUBJECT } from '../../../domain/message/message-text.js';
import { LONGEST_REASON } from '../../../domain/write/write.input.js';
import { DraftFiles } from '../files/draft-files.view.js';
import { FieldError } from './field-error.view.js';
import type { WriteModel } from './write.model.js';

/** Subject and text of a message, and what is done with them. */
export function ComposerView({ model, t }: ViewProps<WriteModel>): VNode {
  const { subject, body, problems, urgent } = model;
  return (
    <>
      <TextField
        name="subject"
        label={t('write.subject')}
        hint={t('write.subjectHint')}
        value={subject}
        maxLength={LONGEST_SUBJECT}
        error={problems.subject}
      />
      <div class="v-composer">
        <label class="visually-hidden" for="write-body">
          {t('write.body')}
        </label>
        <textarea
          class="form-control"
          id="write-body"
          name="body"
          rows={8}
          maxLength={LONGEST_BODY}
          placeholder={t('write.placeholder')}
          aria-invalid={problems.body === undefined ? undefined : 'true'}
          aria-describedby={problems.body === undefined ? undefined : 'write-body-error'}
        >
          {`\n${body}`}
        </textarea>
        <div class="v-composer-foot">
          <FieldError of="write-body" text={problems.body} />
          <div data-files>{model.files && <DraftFiles files={model.files} t={t} />}</div>
          <div class="v-apart">
            <CheckField name="apart" label={t('apart.label')} hint={t('apart.hint')} checked={model.isApart} />
          </div>
          {urgent && <UrgentFields urgent={urgent} error={problems.reason} t={t} />}
          <ComposerFoot model={model} t={t} />
        </div>
      </div>
    </>
  );
}

function UrgentFields({
  urgent: { isTicked, reason },
  error,
  t,
}: {
  readonly urgent: NonNullable<WriteModel['urgent']>;
  readonly error: string | undefined;
  readonly t: MessagingTexts;
}): VNode {
  return (
    <div class="v-urgent">
      <CheckField name="urgent" label={t('urgent.label')} hint={t('urgent.hint')} checked={isTicked} />
      <TextField name="reason" label={t('urgent.reason')} value={reason} maxLength={LONGEST_REASON} error={error} />
    </div>
  );
}

function ComposerFoot({ model, t }: ViewProps<WriteModel>): VNode {
  const { arrival, sendLabel, kept, stopped, version } = model;
  return (
    <>
      <div data-part="quiet">
        {arrival.quiet && (
          <div class="v-quiet-here">
            <Note icon="moon-stars-fill">
              <p>
                <strong>{arrival.quiet.time}</strong> {arrival.quiet.text}
              </p>
            </Note>
          </div>
        )}
      </div>
      <div class="v-write-tools">
        <div class="v-actions" data-part="send">
          {/* A stopped message has one way out, above: that is the filled button then. */}
          <Button kind={stopped ? 'secondary' : 'primary'} icon="send-fill" name="do" value="send">
            {sendLabel}
          </Button>
          <Button kind="quiet" name="do" value="save">
            {t('draft.save')}
          </Button>
          <Button kind="quiet" icon="paperclip" label={t('files.open')} name="do" value="attach" />
        </div>
        <div class="v-format" role="group" aria-label={t('format.label')} data-format hidden>
          <FormatButton icon="type-bold" label={t('format.bold')} />
          <FormatButton icon="list-ul" label={t('format.list')} />
          <FormatButton icon="link-45deg" label={t('format.link')} />
        </div>
        {version !== undefined && (
          <Button kind="quiet" icon="trash" label={t('draft.discard')} name="do" value="discard" />
        )}
      </div>
      <p
        class="v-soft v-small v-kept"
        role="status"
        data-write-status
        data-offline={t('draft.offline')}
        data-ended={t('draft.ended')}
        data-saving={t('draft.saving')}
        data-beside={t('draft.beside')}
        data-bold={t('format.bold')}
        data-list={t('format.list')}
        data-link={t('format.link')}
        data-link-text={t('format.linkText')}
      >
        {kept}
      </p>
    </>
  );
}

/** Shown by the script that it needs. */
function FormatButton({ icon, label }: { readonly icon: string; readonly label: string }): VNode {
  return (
    <button class="btn btn-quiet btn-icon" type="button" data-format={label}>
      <Icon name={icon} label={label} />
    </button>
  );
}
