// SPDX-License-Identifier: EUPL-1.2

/** A link to a page of a list. `gap`: pages between it and the link before are left out. */
export interface PagingLink {
  readonly number: number;
  readonly url: string;
  readonly current: boolean;
  readonly gap: boolean;
}

/** The place of a page in its list. */
export interface PagingModel {
  /** « 51 à 100 sur 2 000 » */
  readonly shown: string;
  /** Fewer than two: the list has one page. */
  readonly links: readonly PagingLink[];
  readonly previousUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
}
