// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';
import type { Host } from '../../host/app/boot-host.js';
import type { SchoolKind } from '../../api/people.js';
import type { DemoClock } from './demo-clock.js';

/** The part of the embedded ENVOLE that the demo uses. Its code is among the tests, in the repository only. */
export interface EnvoleBox {
  stop(): Promise<void>;
}

export interface SampleAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: string;
}

export interface SampleWeek {
  /** A host that listens. */
  readonly host: Host;
  readonly url: string;
  readonly clock: Pick<DemoClock, 'set'>;
  /** The end of the week. */
  readonly now: Date;
}

export interface EnvoleBoxModule {
  startEnvoleBox(options: { directoryPort: number; casPort: number; host: string }): Promise<EnvoleBox>;
  /** The instants at which the last school year, this one, and the week before `now` begin. */
  beginningOfLastYear(now: Date): Date;
  beginningOfThisYear(now: Date): Date;
  beginningOfWeek(now: Date): Date;
  /** Reads the directory of the last school year, which the embedded directory no longer has. */
  readLastYear(host: Host): Promise<void>;
  /** Reads the directories as in a September: the guard asks for an approval, and gets it. */
  readNewYear(host: Host): Promise<void>;
  /**
   * Lets the people of the sample write the livrets of last year, and hand those of CM2 over.
   * @throws Error when a step was refused
   */
  fillLastYear(story: SampleWeek): Promise<void>;
  /**
   * Lets the people of the sample write the livrets of this year.
   * @param today the instant at which the current period is written
   * @throws Error when a step was refused
   */
  fillThisYear(story: SampleWeek, today: Date): Promise<void>;
  /**
   * Lets the people of the sample fill the folders of last year's class.
   * @throws Error when a step was refused
   */
  fillLastYearsDrive(story: SampleWeek): Promise<void>;
  /**
   * Lets the people of the sample use folders and works, from the instant that the clock shows until now.
   * @throws Error when a step was refused
   */
  fillDrive(story: SampleWeek): Promise<void>;
  /**
   * Lets the people of the sample use the bricks of the host for a week.
   * @throws Error when a step of the week was refused
   */
  fillWeek(week: SampleWeek): Promise<unknown>;
  readonly sampleAccounts: readonly SampleAccount[];
  readonly sampleSchools: readonly { readonly uai: string; readonly name: string; readonly kind: SchoolKind }[];
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
