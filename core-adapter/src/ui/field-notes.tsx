// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** The properties that all form fields share. @stable */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Help that is shown before any mistake. */
  readonly hint?: string | undefined;
  /** The mistake and how to correct it, given by the handler that shows the form again. The host lists all of them above the page. */
  readonly error?: string | undefined;
  /** Needed when two fields of a page have the same name. */
  readonly id?: string | undefined;
}

interface FieldAria {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

export function fieldId({ id, name }: Pick<FieldProps, 'id' | 'name'>): string {
  return id ?? `field-${name}`;
}

/** Ties a field to its hint and to its error (WCAG 2.2, 1.3.1 and 3.3.1). */
export function fieldAria(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): FieldAria {
  const notes = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  return { 'aria-describedby': notes || undefined, 'aria-invalid': error === undefined ? undefined : 'true' };
}

export interface FieldNotesProps extends Pick<FieldProps, 'hint' | 'error'> {
  readonly id: string;
}

/** The hint and the error that `fieldAria` points at. */
export function FieldNotes({ id, hint, error }: FieldNotesProps): VNode {
  return (
    <>
      {hint !== undefined && (
        <p class="form-text" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="v-field-error" id={`${id}-error`}>
          <Icon name="exclamation-circle-fill" />
          {error}
        </p>
      )}
    </>
  );
}
