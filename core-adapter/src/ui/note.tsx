// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

const ICONS = {
  info: 'info-circle-fill',
  good: 'check-circle-fill',
  warn: 'exclamation-triangle-fill',
  bad: 'x-octagon-fill',
};

/** @stable */
export type NoteKind = keyof typeof ICONS;

/** @stable */
export interface NoteProps {
  readonly kind?: NoteKind;
  /** Replaces the default icon of the kind. */
  readonly icon?: string;
  /** `status`: screen readers announce the note when it appears. `alert`: they announce it at once, for messages that stop the user. */
  readonly role?: 'status' | 'alert';
  readonly children: ComponentChildren;
}

/** A message with an icon. @stable */
export function Note({ kind = 'info', icon = ICONS[kind], role, children }: NoteProps): VNode {
  return (
    <div class={kind === 'info' ? 'v-note' : `v-note v-${kind}`} role={role}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
