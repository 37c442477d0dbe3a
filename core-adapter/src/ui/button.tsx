// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

/**
 * The importance of an action: at most one `primary` for each decision; `danger` for actions that are hard to undo.
 * @stable
 */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

/** @stable */
export interface ButtonProps {
  readonly kind?: ButtonKind;
  readonly icon?: string;
  /** Shows the icon alone, with this accessible name. */
  readonly label?: string;
  readonly type?: 'submit' | 'button';
  readonly id?: string;
  /** The id of the form that it submits, for a button outside of that form. */
  readonly form?: string;
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  /** The effect of the button, in words: « Allumer Fichiers pour 276 personnes ». */
  readonly children?: ComponentChildren;
}

/** A button that submits the enclosing form. @stable */
export function Button({ kind = 'secondary', icon, label, type = 'submit', children, ...rest }: ButtonProps): VNode {
  return (
    <button class={buttonLook(kind, label)} type={type} {...rest}>
      {icon !== undefined && <Icon name={icon} label={label} />}
      {children}
    </button>
  );
}

/** The CSS classes of a button, also for links that look like one. */
export function buttonLook(kind: ButtonKind, label: string | undefined): string {
  return label === undefined ? `btn btn-${kind}` : `btn btn-${kind} btn-icon`;
}
