// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

/** One accent for actions: at most one `primary` for each decision. `danger` is for what is hard to undo. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly kind?: ButtonKind;
  readonly icon?: string;
  /** Shows the icon alone; this is then its name in words. */
  readonly label?: string;
  readonly type?: 'submit' | 'button';
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  /** What will happen, in words: « Allumer Fichiers pour 276 personnes ». */
  readonly children?: ComponentChildren;
}

/** Sends the form around it. */
export function Button({ kind = 'secondary', icon, label, type = 'submit', children, ...rest }: ButtonProps): VNode {
  return (
    <button class={buttonLook(kind, label)} type={type} {...rest}>
      {icon !== undefined && <Icon name={icon} label={label} />}
      {children}
    </button>
  );
}

/** The classes that make a link or a button look like one. */
export function buttonLook(kind: ButtonKind, label: string | undefined): string {
  return label === undefined ? `btn btn-${kind}` : `btn btn-${kind} btn-icon`;
}
