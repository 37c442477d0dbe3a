// SPDX-License-Identifier: EUPL-1.2
import type { Settings } from '../infra/settings/settings.schema.js';

/** The path in `storage.url`, which is a `file:` address. */
export function storageFolder({ storage }: Pick<Settings, 'storage'>): string {
  return storage.url.slice('file:'.length);
}
