// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';

/** The part of the embedded ENVOLE that the demo uses. Its code is among the tests, in the repository only. */
export interface EnvoleBox {
  stop(): Promise<void>;
}

export interface SampleAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: string;
}

export interface EnvoleBoxModule {
  startEnvoleBox(options: { directoryPort: number; casPort: number; host: string }): Promise<EnvoleBox>;
  readonly sampleAccounts: readonly SampleAccount[];
  readonly sampleSchools: readonly { readonly uai: string; readonly name: string }[];
}

/**
 * Loads the embedded ENVOLE.
 * @throws DomainError outside the repository
 */
export async function importEnvoleBox(): Promise<EnvoleBoxModule> {
  // The name is in a variable so that the core does not depend on the tests at compile time.
  const name = '@volee/test/envole-box';
  try {
    return (await import(name)) as EnvoleBoxModule;
  } catch (error) {
    throw new UnavailableError('The demo runs in the repository only, once it is built.', {
      remedy: 'Run "npm start" there.',
      cause: error,
    });
  }
}
