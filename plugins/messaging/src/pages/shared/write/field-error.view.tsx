// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';

interface FieldErrorProps {
  /** The id of the field, to which the summary of the page links. */
  readonly of: string;
  readonly text: string | undefined;
}

/** The words at a field that keeps a message from leaving; nothing without any. */
export function FieldError({ of, text }: FieldErrorProps): VNode | null {
  if (text === undefined) return null;
  return (
    <p class="v-field-error" id={`${of}-error`}>
      <Icon name="exclamation-circle-fill" />
      {text}
    </p>
  );
}
