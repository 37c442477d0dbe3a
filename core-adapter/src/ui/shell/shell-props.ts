// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { Language, Translate } from '../../api/i18n.js';
import type { AvatarPerson } from '../avatar.js';
import type { Count } from '../count.js';
import type { BrickBadgeColour } from '../brick-badge.js';

/** The keys of the shell's texts. The host's locales hold the texts. */
export type ShellKey =
  | 'shell.skip'
  | 'shell.home'
  | 'shell.here'
  | 'shell.bricks'
  | 'shell.more'
  | 'shell.moreNew'
  | 'shell.account'
  | 'shell.logout'
  | 'shell.accessibility'
  | 'shell.waits'
  | 'shell.help'
  | FootLink['key']
  | 'shell.otherLanguage'
  | 'shell.freeSoftware';

/** A link in the footer besides those that every page has. */
export interface FootLink {
  readonly key: 'shell.data' | 'shell.legalNotice' | 'shell.contact';
  readonly url: string;
}

/** The appearance that the user chose; `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark';

/** A school that the user can switch to; for a guardian, a child in a school. */
export interface ShellPlace {
  readonly name: string;
  /** One line: « Vaubrun · CM1-CM2 ». */
  readonly detail: string;
  readonly url: string;
  readonly current: boolean;
  /** Default: a building. Children have an icon of their own. */
  readonly icon?: string | undefined;
}

export interface RailEntry {
  readonly label: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickBadgeColour;
  readonly current: boolean;
  readonly count?: Count | undefined;
}

export interface ShellPerson extends AvatarPerson {
  readonly givenName: string;
}

/** The number of pending tasks. The label is a whole sentence: « 2 choses attendent l’administration ». */
export interface ShellBell {
  readonly url: string;
  readonly value: number;
  readonly label: string;
}

/** A button beside the notice, in a form of its own, that undoes the last action. */
export interface NoticeAction {
  readonly label: string;
  readonly url: string;
  /** A list gives several fields of one name. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export interface ShellProps {
  readonly language: Language;
  readonly theme: Theme;
  /** The title of the page; the shell appends the name of the product. */
  readonly title: string;
  /** Returns the address of a file in `assets/`, or of a font or style sheet served beside them. */
  readonly assets: (name: string) => string;
  readonly t: Translate<ShellKey>;
  /** Whether the reader is a pupil: all text is one size larger. */
  readonly child: boolean;
  /** The signed-in user; absent before the login. */
  readonly person?: ShellPerson | undefined;
  /** The current place: a school, or a child in a school such as « Inès, les Tilleuls ». */
  readonly school?: { readonly name: string; readonly icon?: string | undefined } | undefined;
  readonly schools: readonly ShellPlace[];
  /** The most important entries first, since a phone shows only the first ones. */
  readonly rail: readonly RailEntry[];
  /** The bricks with badges that may change while the page is open: `<UAI>/<brick>`, separated by spaces. */
  readonly liveBadges?: string | undefined;
  readonly homeUrl: string;
  readonly accountUrl: string;
  /** The address of the link to the other language. */
  readonly languageUrl: string;
  readonly helpUrl: string;
  /** Pending tasks of the user, and the page that lists them. */
  readonly bell?: ShellBell | undefined;
  readonly foot: readonly FootLink[];
  /** A message about the last action; shown once. */
  readonly notice?: string | undefined;
  readonly noticeAction?: NoticeAction | undefined;
  /** Addresses of style sheets besides that of every page. */
  readonly styles: readonly string[];
  /** Addresses of ES modules. */
  readonly scripts: readonly string[];
  /** The key of `device.js`, on pages that may store texts on the device. */
  readonly deviceKey?: string | undefined;
  readonly children: ComponentChildren;
}
