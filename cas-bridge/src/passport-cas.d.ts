// SPDX-License-Identifier: EUPL-1.2

/** The part of passport-cas 0.1 that is used; the package brings no types. */
declare module 'passport-cas' {
  import passport from 'passport';

  export class Strategy extends passport.Strategy {
    constructor(options: { version: 'CAS3.0'; ssoBaseURL: string }, verify: () => void);
    override name: string;
  }
}
