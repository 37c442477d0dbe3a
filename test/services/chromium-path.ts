// SPDX-License-Identifier: EUPL-1.2
import { findBinary } from './find-binary.js';

/**
 * The browser of the tests, or `undefined`: the headless shell of the distribution, which is Chromium without its windows and takes a
 * third of its processor time, or else Chromium itself.
 */
export function chromiumPath(): string | undefined {
  return findBinary('chromium-headless-shell') ?? wholeChromiumPath();
}

/** The Chromium that people use, which has texts of its own in their language, or `undefined`. */
export function wholeChromiumPath(): string | undefined {
  return findBinary('chromium') ?? findBinary('chromium-browser');
}
