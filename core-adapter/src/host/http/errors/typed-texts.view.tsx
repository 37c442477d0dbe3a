// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export interface SendAgainModel {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The same form once more, with all its fields. */
export function SendAgain({ again, label }: { readonly again: SendAgainModel; readonly label: string }): VNode {
  return (
    <form method="post" action={again.action}>
      {again.fields.map(([name, value], place) => (
        <input key={place} type="hidden" name={name} value={value} />
      ))}
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
