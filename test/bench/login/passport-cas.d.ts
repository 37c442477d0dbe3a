// SPDX-License-Identifier: EUPL-1.2

/** The part of passport-cas 0.1 that the bench uses; the package brings no types. */
declare module 'passport-cas' {
  import passport from 'passport';

  type Verify = (success: { user: string }, done: (error: unknown, user?: object) => void) => void;

  export class Strategy extends passport.Strategy {
    constructor(options: { version: 'CAS3.0'; ssoBaseURL: string; serverBaseURL: string }, verify: Verify);
  }
}
