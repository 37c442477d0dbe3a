// SPDX-License-Identifier: EUPL-1.2
import { TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { WorkFormModel } from './work-form.model.js';

interface WorkTextFieldsProps {
  readonly model: Pick<WorkFormModel, 'fields' | 'problems'>;
  readonly t: FileShareTexts;
}

export function WorkTextFields({ model: { fields, problems }, t }: WorkTextFieldsProps): VNode {
  return (
    <>
      <TextField name="title" label={t('works.title')} value={fields.title} error={problems.get('title')} />
      <TextField
        name="text"
        label={t('works.text')}
        hint={t('works.textHint')}
        rows={4}
        value={fields.text}
        error={problems.get('text')}
      />
    </>
  );
}
