// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';
import type { Imports } from '../../api/directory/imports.js';

/** The imports of bricks that are activated without a host. */
export const noImports: Imports = {
  of() {
    throw new UnavailableError('No data can be imported here: there is no database.');
  },
};
