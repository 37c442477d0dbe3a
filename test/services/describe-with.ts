// SPDX-License-Identifier: EUPL-1.2
import { serviceAvailability, type ServiceAvailability, type ServiceName } from './available.js';

/**
 * A suite that needs real servers. Where one is missing the suite is left out with one printed line; with
 * `VOLEE_REQUIRE_SERVICES=1`, as continuous integration sets it, that is a failure.
 */
export function describeWith(names: readonly ServiceName[], title: string, suite: () => void): void {
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
    // Not console.log: jest would wrap the line in a frame and a stack.
    process.stderr.write(`${absence}\n`);
    describe(title, () => {
      test.skip(absence, () => undefined);
    });
  }
}

/** The sentence for the person who runs the tests, or `undefined` when all is there. */
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

/** Whether a missing service is a failure rather than an omission. */
export function servicesAreRequired(): boolean {
  return process.env['VOLEE_REQUIRE_SERVICES'] === '1';
}
