// SPDX-License-Identifier: EUPL-1.2
/** Makes a function that does the work when it is first called, and gives the same result ever after: a promise, even one that fails. */
export function once<R extends object>(work: () => R): () => R {
  let result: R | undefined;
  return () => (result ??= work());
}
