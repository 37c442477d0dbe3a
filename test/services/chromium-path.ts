// SPDX-License-Identifier: EUPL-1.2
import { findBinary } from './find-binary.js';

/** The browser of the distribution, or `undefined`. */
export function chromiumPath(): string | undefined {
  return findBinary('chromium') ?? findBinary('chromium-browser');
}
