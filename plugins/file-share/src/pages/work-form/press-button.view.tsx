// SPDX-License-Identifier: EUPL-1.2
import { Icon, type ButtonKind } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';

interface PressButtonProps {
  /** The address of the form. */
  readonly url: string;
  /** The value of `do`. */
  readonly press: string;
  readonly kind?: ButtonKind;
  readonly icon?: string;
  /** Shows the icon alone, with this accessible name. */
  readonly label?: string;
  /** Says more than the words of the button. */
  readonly aria?: string;
  readonly children?: ComponentChildren;
}

/** A button of the form of a work. The address names it: a field of its own would come after the files. */
export function PressButton({ url, press, kind = 'secondary', icon, label, aria, children }: PressButtonProps): VNode {
  const look = label === undefined ? `btn btn-${kind}` : `btn btn-${kind} btn-icon`;
  return (
    <button class={look} type="submit" formaction={`${url}?do=${press}`} aria-label={aria}>
      {icon !== undefined && <Icon name={icon} label={label} />}
      {children}
    </button>
  );
}
