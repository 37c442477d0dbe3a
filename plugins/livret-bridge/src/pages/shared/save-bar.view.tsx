// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';

export interface SaveBarProps {
  /** The id of the person who writes: changes that a device keeps are theirs alone. */
  readonly personId: string;
  /** The time zone of the school: that of a device may be another one. */
  readonly timeZone: string;
  /** The sentence before anything is saved. By default the script says that all is saved as it is typed, which is not so without it. */
  readonly idle?: string | undefined;
  /** Whether the bar stays at the foot of the page, with the button that ends it, rather than at its top. */
  readonly isAtFoot?: boolean;
  readonly t: LivretTexts;
  /** The one or two actions that help: undo, next empty cell. */
  readonly children?: ComponentChildren;
}

/**
 * The bar in which saving reports its state; it stays in sight. `livret-bridge-save.js` finds its sentences here. Pages load it as a script
 * of theirs: `new Saver(bar, show)`.
 */
export function SaveBar({ personId, timeZone, isAtFoot = false, t, idle, children }: SaveBarProps): VNode {
  return (
    <div
      class={isAtFoot ? 'livret-bridge-save livret-bridge-at-foot' : 'livret-bridge-save'}
      data-person={personId}
      data-zone={timeZone}
      data-state="saved"
      data-idle={idle === undefined ? t('save.idle') : undefined}
      {...{ 'data-saving': t('save.saving'), 'data-saved': t('save.saved', { time: '{time}' }) }}
      {...{ 'data-full': t('save.full'), 'data-refused': t('save.refused') }}
      {...counted('offline', t)}
      {...counted('login', t)}
      {...counted('leave', t)}
      {...counted('choose', t)}
    >
      <p hidden={idle === undefined}>
        <Icon name="cloud-check-fill" />
        <Icon name="exclamation-triangle-fill" />
        <span role="status" data-save-status="">
          {idle}
        </span>
      </p>
      {children !== undefined && <div class="v-actions">{children}</div>}
    </div>
  );
}

/** A sentence for one cell and for several; the script puts their number into it. */
function counted(name: 'offline' | 'login' | 'leave' | 'choose', t: LivretTexts): Record<string, string> {
  const sentence = (count: number): string => t(`save.${name}`, { count });
  return { [`data-${name}-one`]: sentence(1), [`data-${name}`]: sentence(2).replace('2', '{count}') };
}
