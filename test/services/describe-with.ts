// SPDX-License-Identifier: EUPL-1.2
import { isQuickRun } from '@volee/core-adapter/testing';

import { serviceAvailability, type ServiceAvailability, type ServiceName } from './available.js';

/** The real directory and SSO (ADR 63), and the other browsers (ADR 144): a quick run skips their suites. */
const FULL_RUN: readonly ServiceName[] = ['slapd', 'lemonldap', 'firefox', 'webkit'];

/**
 * A suite that needs real servers. When one is missing, the suite is skipped with one printed line; with `VOLEE_REQUIRE_SERVICES=1`,
 * which continuous integration sets, the suite fails. In a quick run the suites on OpenLDAP, LemonLDAP::NG, Firefox and WebKit are skipped.
 */
export function describeWith(names: readonly ServiceName[], title: string, suite: () => void): void {
  if (isLeftToFullRun(names)) {
    describe.skip(title, suite);
    return;
  }
  const absence = whyLeftOut(names, title, serviceAvailability());
  if (absence === undefined) {
    describe(title, suite);
  } else if (servicesAreRequired()) {
    describe(title, () => {
      test('the services it needs are installed', () => {
        throw new Error(absence);
      });
    });
  } else {
    // Not console.log, because jest would add a frame and a stack.
    process.stderr.write(`${absence}\n`);
    describe(title, () => {
      test.skip(absence, () => undefined);
    });
  }
}

/** Whether a quick run skips a suite that needs these. */
export function isLeftToFullRun(names: readonly ServiceName[]): boolean {
  return isQuickRun() && names.some((name) => FULL_RUN.includes(name));
}

/** The message about missing servers, or `undefined` when all are installed. */
export function whyLeftOut(
  names: readonly ServiceName[],
  title: string,
  available: ServiceAvailability,
): string | undefined {
  const missing = names.filter((name) => !available[name]);
  return missing.length === 0
    ? undefined
    : `left out: ${title} needs ${missing.join(', ')}; sudo test/services/install.sh`;
}

/** Whether a missing service is a failure instead of a skipped suite. */
export function servicesAreRequired(): boolean {
  return process.env['VOLEE_REQUIRE_SERVICES'] === '1';
}
