// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '../../ui/index.js';

export type PlatformSection = 'overview' | 'schools' | 'bricks' | 'syncs' | 'homonyms' | 'administrators' | 'audit';

export const PLATFORM_URLS: Readonly<Record<PlatformSection, string>> = {
  overview: '/admin/',
  schools: '/admin/schools',
  bricks: '/admin/bricks',
  syncs: '/admin/syncs',
  homonyms: '/admin/homonyms',
  administrators: '/admin/administrators',
  audit: '/admin/audit',
};

/** A link to a page of a list. `gap`: pages between it and the link before are left out. */
export interface PagingLink {
  readonly number: number;
  readonly url: string;
  readonly current: boolean;
  readonly gap: boolean;
}

/** Where a page lies in its list. */
export interface PagingModel {
  /** « 51 à 100 sur 2 000 » */
  readonly shown: string;
  /** Fewer than two: the list has one page. */
  readonly links: readonly PagingLink[];
  readonly previousUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
}

export interface WaitingThing {
  readonly kind: 'warn' | 'bad';
  readonly icon: string;
  readonly title: string;
  /** `language` is set when the text is the English sentence of an error. */
  readonly cause?: { readonly text: string; readonly language?: 'en' } | undefined;
  /** A command to run. */
  readonly command?: string | undefined;
  readonly link?: { readonly label: string; readonly url: string } | undefined;
}

/** `/admin/` */
export interface PlatformOverviewModel {
  readonly waiting: readonly WaitingThing[];
  readonly figures: readonly Figure[];
}
