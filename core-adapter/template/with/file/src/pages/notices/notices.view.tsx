// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import {
  Button,
  Card,
  ChoiceField,
  FileField,
  Note,
  PageHead,
  Row,
  Rows,
  Section,
  TextField,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { NoticesTexts } from '../../brick-types.js';

/** In characters: the width of the table's column. */
export const LONGEST_TEXT = 500;

/** The data of the page. */
export interface NoticesModel {
  readonly notices: readonly NoticeModel[];
  /** The groups for which the user may write; without any, the page has no form. */
  readonly writable: readonly Group[];
  readonly actionUrl: string;
  /** In words: « 10 Mo ». */
  readonly maxFileSize: string;
}

interface NoticeModel {
  readonly id: string;
  readonly text: string;
  readonly group: string;
  readonly detail: string;
  /** Undefined for a notice without a file. */
  readonly file: { readonly url: string; readonly name: string } | undefined;
  /** Undefined for a user without the permission. */
  readonly removeUrl: string | undefined;
}

interface NoticesViewProps {
  readonly model: NoticesModel;
  readonly t: NoticesTexts;
}

export function NoticesView({ model, t }: NoticesViewProps): VNode {
  const { notices, writable } = model;
  return (
    <>
      <PageHead title={t('title')} lead={t('summary')} />
      {writable.length > 0 && <NoticeForm model={model} t={t} />}
      <Section title={t('list.title')}>
        {notices.length === 0 && <Note>{t('list.empty')}</Note>}
        {notices.length > 0 && (
          <div class="first-brick-list">
            <Rows>
              {notices.map(({ id, text, group, detail, file, removeUrl }) => (
                <Row
                  key={id}
                  title={text}
                  detail={
                    <>
                      {group} · {detail} {file && <a href={file.url}>{t('file.open', { name: file.name })}</a>}
                    </>
                  }
                  action={removeUrl && <RemoveButton action={removeUrl} notice={text} t={t} />}
                />
              ))}
            </Rows>
          </div>
        )}
      </Section>
    </>
  );
}

function NoticeForm({ model: { writable, actionUrl, maxFileSize }, t }: NoticesViewProps): VNode {
  const choices = writable.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={t('form.title')}>
      <form method="post" action={actionUrl} encType="multipart/form-data">
        <ChoiceField name="groupId" label={t('form.group')} choices={choices} value={choices[0]?.value} />
        <TextField name="text" label={t('form.text')} rows={3} maxLength={LONGEST_TEXT} required />
        {/* Fields come before files. */}
        <FileField name="file" label={t('form.file')} hint={t('form.fileHint', { size: maxFileSize })} />
        <Button kind="primary">{t('form.button')}</Button>
      </form>
    </Card>
  );
}

interface RemoveButtonProps {
  readonly action: string;
  readonly notice: string;
  readonly t: NoticesTexts;
}

function RemoveButton({ action, notice, t }: RemoveButtonProps): VNode {
  return (
    <form method="post" action={action}>
      <Button kind="quiet" icon="trash" label={t('notice.remove', { notice })} />
    </form>
  );
}
