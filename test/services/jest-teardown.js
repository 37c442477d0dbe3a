// SPDX-License-Identifier: EUPL-1.2
/** Stops and removes what jest-setup.js started, in the same process. */
export default async function teardown() {
  await globalThis.voleeEndTests();
}
