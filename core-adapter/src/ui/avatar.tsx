// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { BrickColour } from '../api/manifest.js';
import { Icon } from './icon.js';

/** The person that an avatar stands for. @stable */
export interface AvatarPerson {
  /** The colour follows from the id. Null for people who were erased. */
  readonly id: string | null;
  /** The initials follow from the name. */
  readonly displayName: string;
}

/** @stable */
export interface AvatarProps {
  readonly of: AvatarPerson;
  /** Drawn in place of the initials, for a group. */
  readonly icon?: string | undefined;
}

const COLOURS: readonly BrickColour[] = ['messages', 'files', 'agenda', 'plum', 'livret', 'slate'];

/**
 * A person's initials, as a decoration; the name always stands beside them. A person has the same initials and the same colour on every page
 * and for every reader, so that lists are read faster. The colour means nothing.
 * @example
 * `<Row sign={<Avatar of={member} />} title={member.displayName} />`
 * @stable
 */
export function Avatar({ of: { id, displayName }, icon }: AvatarProps): VNode {
  return (
    <span class={`v-avatar brick-${colourOf(id)}`} aria-hidden="true">
      {icon === undefined ? initialsOf(displayName) : <Icon name={icon} />}
    </span>
  );
}

/** The first letters of the first and of the last word: « Inès Faivre » gives « IF ». */
function initialsOf(displayName: string): string {
  const words = displayName.split(/[\s-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('fr');
}

function colourOf(id: string | null): BrickColour {
  if (id === null) return 'slate';
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return COLOURS[sum % COLOURS.length] ?? 'slate';
}
