// SPDX-License-Identifier: EUPL-1.2

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

/** The search of two people to ask about, and the question about them. */
export const ASK_URL = `${PLATFORM_URLS.homonyms}/ask`;
export const ASK_PAIR_URL = `${ASK_URL}/pair`;
