// SPDX-License-Identifier: EUPL-1.2
import type { BrickBadgeColour, Tab } from '../../../ui/index.js';
import type { HelpReader } from './host-help.js';

export interface HelpText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The help of the host or of one brick. */
export interface HelpSection {
  readonly title: string;
  readonly icon: string;
  readonly colour: BrickBadgeColour;
  readonly topics: readonly HelpText[];
}

export interface HelpModel {
  readonly reader: HelpReader;
  readonly lead: string;
  /** The profiles of the person, each with its page; more than one is shown as tabs. */
  readonly profiles: readonly Tab[];
  readonly sections: readonly HelpSection[];
  /** The names of the schools to ask. */
  readonly schools: readonly string[];
  readonly contactUrl: string | undefined;
}
