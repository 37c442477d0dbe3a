// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, FileField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export interface SendAgainModel {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** In a form for files, the field in which they are chosen again, if some came. */
  readonly upload: { readonly file: string | undefined } | undefined;
}

interface SendAgainProps {
  readonly again: SendAgainModel;
  readonly label: string;
  readonly t: Translate<HostKey>;
}

/** The same form once more, with all its fields. */
export function SendAgain({ again: { action, fields, upload }, label, t }: SendAgainProps): VNode {
  return (
    <form method="post" action={action} encType={upload && 'multipart/form-data'}>
      {fields.map(([name, value], place) => (
        <input key={place} type="hidden" name={name} value={value} />
      ))}
      {upload?.file !== undefined && (
        <FileField name={upload.file} id="kept-files" label={t('kept.chooseFiles')} multiple />
      )}
      <Button kind="secondary" icon="send-fill">
        {label}
      </Button>
    </form>
  );
}

/** The texts that a person has typed, to be read and copied. */
export function TypedTexts({ texts, t }: { readonly texts: readonly string[]; readonly t: Translate<HostKey> }): VNode {
  return (
    <>
      {texts.map((text, place) => (
        <div key={place} class="v-kept-text">
          <label for={`kept-text-${place}`}>
            {texts.length === 1 ? t('kept.text') : t('kept.textOf', { place: place + 1 })}
          </label>
          <textarea class="form-control" id={`kept-text-${place}`} rows={rowsOf(text)} readOnly value={text} />
        </div>
      ))}
    </>
  );
}

function rowsOf(text: string): number {
  return Math.min(12, 1 + text.split('\n').length + Math.floor(text.length / 80));
}
