// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../../api/auth-provider.js';
import type { BrickDefinition, SchoolHoldings } from '../../../api/brick.js';
import type { Check } from '../../../api/check.js';
import type { RunCommand } from '../../../api/command.js';
import type { DirectorySource } from '../../../api/directory-source.js';
import type { Log } from '../../../api/log.js';
import type { Manifest } from '../../../api/manifest.js';
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import type { BrickRoute } from './brick-route.js';

/** A brick as `volee.yaml` names it. */
export interface BrickEntry {
  /** Package name, as written. */
  readonly name: string;
  readonly settings: unknown;
  load(): Promise<BrickDefinition>;
}

/** A brick that was declared: it is known, and its settings were read. */
export interface DeclaredBrick {
  readonly id: string;
  readonly definition: BrickDefinition;
  readonly manifest: Manifest;
  readonly settings: unknown;
}

/** What of a school's waits while the brick is off there, in sentences. */
export type DescribeStoredData = (school: SchoolHoldings<string>) => Promise<readonly string[]>;

/** A brick that works. */
export interface ReadyBrick {
  readonly id: string;
  readonly state: 'ready';
  readonly manifest: Manifest;
  /** Its lines name the brick. */
  readonly log: Log;
  readonly routes: readonly BrickRoute[];
  readonly authProvider?: AuthProvider;
  readonly sources: readonly DirectorySource[];
  readonly describeStoredData?: DescribeStoredData;
  /** Whenever it keeps personal data. */
  readonly personalData?: PersonalDataHandlers;
  readonly checks: readonly Check[];
  /** By name: one for each of the manifest. */
  readonly commands: ReadonlyMap<string, RunCommand>;
  readonly disposers: readonly (() => void | Promise<void>)[];
}

/** A brick that does not: it answers 503 under its address, and the rest runs. */
export interface FailedBrick {
  readonly id: string;
  readonly state: 'failed';
  /** One sentence: what is wrong and what to do. */
  readonly cause: string;
  /** When its settings are what is wrong: every problem in them. */
  readonly problems?: readonly string[];
  readonly manifest?: Manifest;
}

export type LoadedBrick = ReadyBrick | FailedBrick;

/** Whether it may be switched on in schools. One that could not even be read is taken for such a brick: its state must be seen. */
export function isFeature({ manifest }: LoadedBrick): boolean {
  return manifest === undefined || manifest.kind === 'feature';
}
