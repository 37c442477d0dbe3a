// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** @stable */
export interface ListenButtonProps {
  /** The id of the element with the text. */
  readonly of: string;
  /** « Écouter » */
  readonly label: string;
  /** The label while the text is read out: « Arrêter ». */
  readonly stopLabel: string;
}

/** Has a text read out by the browser, for people who read with difficulty. Hidden where the browser cannot speak. @stable */
export function ListenButton({ of, label, stopLabel }: ListenButtonProps): VNode {
  return (
    <button class="btn btn-secondary" type="button" hidden data-listen={of} data-stop={stopLabel}>
      <Icon name="volume-up-fill" />
      <span>{label}</span>
    </button>
  );
}
