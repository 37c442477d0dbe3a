// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { Language, Translate } from '../../api/i18n.js';
import type { BrickColour } from '../../api/manifest.js';
import type { Count } from '../count.js';
import type { PlateColour } from '../brick-badge.js';

/** The texts of the shell. The host's locales hold them. */
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
  | FootLink['key']
  | 'shell.otherLanguage'
  | 'shell.freeSoftware';

/** A link of the foot, beside those that every page has. */
export interface FootLink {
  readonly key: 'shell.help' | 'shell.data' | 'shell.legalNotice' | 'shell.contact';
  readonly url: string;
}

/** What a person chose, or the choice of the device. */
export type Theme = 'auto' | 'light' | 'dark';

/** A school that one may go to; for a guardian, a child in a school. */
export interface ShellPlace {
  readonly name: string;
  /** One line: « Vaubrun · CM1-CM2 ». */
  readonly detail: string;
  readonly url: string;
  readonly current: boolean;
  /** A building, unless it is a child. */
  readonly icon?: string | undefined;
}

export interface RailEntry {
  readonly label: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: PlateColour;
  readonly current: boolean;
  readonly count?: Count | undefined;
}

export interface ShellPerson {
  readonly displayName: string;
  readonly givenName: string;
  readonly initials: string;
  /** Of the initials: it follows the person's profile. */
  readonly colour: BrickColour;
}

/** How many things wait; the label says it whole: « 2 choses attendent l’administration ». */
export interface ShellBell {
  readonly url: string;
  readonly value: number;
  readonly label: string;
}

/** A button beside the notice: a form of its own, which takes back what was just done. */
export interface NoticeAction {
  readonly label: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ShellProps {
  readonly language: Language;
  readonly theme: Theme;
  /** Of the page; the name of the product is added. */
  readonly title: string;
  /** The address of a file of `assets/`, or of a font or a stylesheet that is served beside them. */
  readonly assets: (name: string) => string;
  readonly t: Translate<ShellKey>;
  /** A pupil reads: everything is one size up. */
  readonly child: boolean;
  /** Nobody before the login. */
  readonly person?: ShellPerson | undefined;
  /** Where the person is: a school, or « Inès, les Tilleuls ». */
  readonly school?: { readonly name: string; readonly icon?: string | undefined } | undefined;
  readonly schools: readonly ShellPlace[];
  /** What matters most to the person first: a phone shows the first ones. */
  readonly rail: readonly RailEntry[];
  readonly homeUrl: string;
  readonly accountUrl: string;
  /** What waits for the person, and where. */
  readonly bell?: ShellBell | undefined;
  readonly foot: readonly FootLink[];
  /** What was just done; shown once. */
  readonly notice?: string | undefined;
  readonly noticeAction?: NoticeAction | undefined;
  /** Addresses of ES modules. */
  readonly scripts: readonly string[];
  readonly children: ComponentChildren;
}
