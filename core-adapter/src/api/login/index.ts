// SPDX-License-Identifier: EUPL-1.2
// The contract of bricks that log users in.
export * from './auth-provider.js';
export * from './login-brick.js';
