// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { type ButtonKind, buttonLook } from './button.js';
import { Icon } from './icon.js';

export interface LinkButtonProps {
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly icon?: string;
  /** After the words: an arrow for "go there". */
  readonly iconEnd?: string;
  /** Shows the icon alone; this is then its name in words. */
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, kind = 'secondary', icon, iconEnd, label, children }: LinkButtonProps): VNode {
  return (
    <a class={buttonLook(kind, label)} href={href}>
      {icon !== undefined && <Icon name={icon} label={label} />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} />}
    </a>
  );
}
