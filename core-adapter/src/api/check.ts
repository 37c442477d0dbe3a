// SPDX-License-Identifier: EUPL-1.2

/** What a check found. The sentence says what is so; the remedy, what to do about it. */
export type Finding =
  | { readonly state: 'good'; readonly sentence: string }
  | { readonly state: 'warn' | 'bad'; readonly sentence: string; readonly remedy: string };

/** One thing that `volee doctor` looks at, such as the SSO server that a brick speaks to. It changes nothing. */
export interface Check {
  /** What is looked at, in one or two words: `sso`, `directory`, `certificate`. */
  readonly name: string;
  /** What it throws counts as bad. `signal` ends after 10 seconds. */
  run(signal: AbortSignal): Promise<readonly Finding[]>;
}
