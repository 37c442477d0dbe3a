// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../../api/login/auth-provider.js';
import type { Brick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import type { Check } from '../../../api/check.js';
import type { RunCommand } from '../../../api/command.js';
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import type { Log } from '../../../api/log.js';
import type { BrickKind } from '../../../api/manifest.js';
import type { MoveGroup, PersonalDataHandlers } from '../../../api/personal-data.js';
import type { BrickFault } from './brick-fault.js';
import type { BrickManifest } from './brick-manifest.js';
import type { BrickJob } from './brick-job.js';
import type { BrickPortal } from './brick-portal.js';
import type { BrickReceive } from './brick-receive.js';
import type { BrickRoute } from './brick-route.js';

/** A brick as `volee.yaml` declares it. */
export interface BrickEntry {
  /** Package name, as written. */
  readonly name: string;
  readonly settings: unknown;
  /** The folder from which relative paths in the settings start; by default the working directory. */
  readonly folder?: string;
  /** The kind in package.json, which is read before anything is imported; undefined when it names none. */
  readonly kind?: BrickKind | undefined;
  load(): Promise<BrickDefinition>;
}

/** A declared brick: its definition is loaded and its settings are parsed. */
export interface DeclaredBrick {
  readonly id: string;
  readonly definition: BrickDefinition;
  readonly manifest: BrickManifest;
  readonly settings: unknown;
}

/** Describes, in sentences, the data that a school would find again when the brick is switched on. */
export type DescribeStoredData = Parameters<Brick['describeStoredData']>[0];

/** A brick that is running. */
export interface ReadyBrick {
  readonly id: string;
  readonly state: 'ready';
  readonly manifest: BrickManifest;
  /** Every line of this log names the brick. */
  readonly log: Log;
  readonly routes: readonly BrickRoute[];
  readonly authProvider?: AuthProvider;
  readonly sources: readonly DirectorySource[];
  readonly describeStoredData?: DescribeStoredData;
  readonly portal?: BrickPortal;
  /** Present whenever the brick keeps personal data. */
  readonly personalData?: PersonalDataHandlers;
  /** Present whenever the rows of the brick may name a group. */
  readonly moveGroup?: MoveGroup;
  readonly checks: readonly Check[];
  /** By name: one for each command of the manifest. */
  readonly commands: ReadonlyMap<string, RunCommand>;
  /** By name. */
  readonly jobs: ReadonlyMap<string, BrickJob>;
  readonly receive?: BrickReceive;
  readonly disposers: readonly (() => void | Promise<void>)[];
}

/** A brick that failed to load: its address answers 503, and the other bricks run. */
export interface FailedBrick extends BrickFault {
  readonly id: string;
  readonly state: 'failed';
  /** Every problem in its settings, when these are the cause. */
  readonly problems?: readonly string[];
  /** A step took too long, or still does. The brick may be fine, and the machine busy. */
  readonly isSlow?: true;
  readonly manifest?: BrickManifest;
}

export type LoadedBrick = ReadyBrick | FailedBrick;

/** Whether the brick can be switched on in schools. A brick without a readable manifest counts as one, so that its state is shown. */
export function isFeature({ manifest }: LoadedBrick): boolean {
  return manifest === undefined || manifest.kind === 'feature';
}
