// SPDX-License-Identifier: EUPL-1.2
import type { BrickBase, BrickDefinition } from '../brick-base.js';
import type { AnyManifest } from '../manifest.js';
import type { AuthProvider } from './auth-provider.js';

/** The static description of a brick that logs users in. @stable */
export interface LoginManifest extends AnyManifest {
  readonly kind: 'auth-provider';
}

/** The argument of `activate` for the login. @stable */
export interface LoginBrick<M extends LoginManifest = LoginManifest> extends BrickBase<M> {
  readonly auth: {
    /** The absolute address to which the SSO redirects after a login; constant, derived from `server.publicUrl`. */
    readonly callbackUrl: string;
    /** The absolute address to which the SSO sends proxy grants (see `Proxying`). It contains a secret: give it to the SSO only. */
    readonly grantUrl: string;
    provide(provider: AuthProvider): void;
  };
}

/**
 * Defines the login; a brick package exports the result as its default. `activate` must return within 10 seconds.
 * @example
 * `export default defineLoginBrick(manifest, ({ auth, settings }) => auth.provide(providerFor(settings, auth.callbackUrl)));`
 * @stable
 */
export function defineLoginBrick<const M extends LoginManifest>(
  manifest: M,
  activate: (brick: LoginBrick<M>) => void | Promise<void>,
): BrickDefinition<M, LoginBrick<M>> {
  return { manifest, activate };
}
