// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { type ButtonKind, buttonLook } from './button.js';
import { Icon } from './icon.js';

/** @stable */
export interface LinkButtonProps {
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly icon?: string;
  /** An icon after the text, such as an arrow for a link to another page. */
  readonly iconEnd?: string;
  /** Shows the icon alone, with this accessible name. */
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** A link that looks like a button. It opens a page and changes nothing. @stable */
export function LinkButton({ href, kind = 'secondary', icon, iconEnd, label, children }: LinkButtonProps): VNode {
  return (
    <a class={buttonLook(kind, label)} href={href}>
      {icon !== undefined && <Icon name={icon} label={label} />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} />}
    </a>
  );
}
