// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import type { Profile } from '../../../api/people.js';
import type { AvatarPerson } from '../../../ui/index.js';
import type { Theme } from '../../../ui/shell.js';

export interface AccountSchool {
  readonly name: string;
  readonly profiles: readonly Profile[];
  /** Names of the classes that the person is in or teaches. */
  readonly classes: readonly string[];
}

export interface AccountChild {
  readonly name: string;
  /** « CM2, École des Tilleuls » */
  readonly detail: string;
}

/** The account page: the data of the signed-in person. */
export interface AccountModel extends AvatarPerson {
  readonly login: string;
  readonly schools: readonly AccountSchool[];
  readonly children: readonly AccountChild[];
  readonly preferences: Preferences;
  /** The number of texts that were typed and not sent. */
  readonly keptTexts: number;
  /** The number of access tokens; undefined when the person has none and may make none. */
  readonly tokens: number | undefined;
}

/** The chosen preferences. Sent by POST to `/account/preferences`, as `theme` and `language`. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
}
