// SPDX-License-Identifier: EUPL-1.2
/** One of two persons who are one: his id, and the sources that name him. */
export interface Double {
  readonly id: string;
  readonly sources: readonly string[];
}

/** Who can come in, since the SSO speaks his logins; else who has been there for longer: bricks keep more of him. */
export function whoStays(doubles: readonly [Double, Double], loginSource = ''): string {
  const enters = doubles.find(({ sources }) => sources.includes(loginSource));
  const [one, other] = doubles;
  return (enters ?? (one.id < other.id ? one : other)).id;
}
