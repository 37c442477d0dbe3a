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
