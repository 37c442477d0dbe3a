// SPDX-License-Identifier: EUPL-1.2
import { sampleCasAccounts } from './cas/sample-cas-accounts.js';
import { startCas, type Cas } from './cas/start-cas.js';
import { startDirectory, type Directory } from './directory/start-directory.js';
import { scribeEntries } from './sample/scribe-entries.js';

export interface EnvoleBoxOptions {
  /** Chosen by the system when they are 0 or absent. */
  directoryPort?: number;
  casPort?: number;
  /** `127.0.0.1` when absent. */
  host?: string;
}

export interface EnvoleBox {
  directory: Directory;
  cas: Cas;
  stop(): Promise<void>;
}

/** An ENVOLE in this process: directory and single sign-on over the sample schools. Only for tests and the demo. */
export async function startEnvoleBox(options: EnvoleBoxOptions = {}): Promise<EnvoleBox> {
  const { directoryPort = 0, casPort = 0, host = '127.0.0.1' } = options;
  const directory = await startDirectory({ entries: scribeEntries(), port: directoryPort, host });
  try {
    const cas = await startCas({ accounts: sampleCasAccounts(), port: casPort, host });
    return { directory, cas, stop: async () => void (await Promise.all([cas.stop(), directory.stop()])) };
  } catch (error) {
    await directory.stop();
    throw error;
  }
}
