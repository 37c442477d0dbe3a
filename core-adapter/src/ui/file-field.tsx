// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean;
  readonly required?: boolean;
  /** Accepted kinds of files, as in HTML's `accept`. Browsers do not enforce it: check again on the server. */
  readonly accept?: string;
}

/** A field for files. Its form needs `enctype="multipart/form-data"`. @stable */
export function FileField({ name, label, hint, error, id, ...rest }: FileFieldProps): VNode {
  const field = fieldId({ id, name });
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {label}
      </label>
      <input class="form-control" type="file" id={field} name={name} {...rest} {...fieldAria(field, { hint, error })} />
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}
