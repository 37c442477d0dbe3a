// SPDX-License-Identifier: EUPL-1.2
import type { MessageValues } from './i18n.js';
import type { SchoolWork } from './school-work.js';

/**
 * A command of the command line, named by one or two words such as `onde import`. Help and the reference describe it
 * from the manifest; `brick.commands.provide` registers its implementation. Every command also has `--config` and
 * `--json`.
 * @stable
 */
export interface CommandManifest {
  /** A summary of the command, in English like all output on the terminal. */
  readonly summary: string;
  readonly arguments?: readonly CommandArgument[];
  readonly options?: readonly CommandOption[];
  /** The command needs the settings only and works before a database exists: `db`, `imports` and `schools` are not available in it. */
  readonly settingsOnly?: boolean;
}

/** A positional argument of the command. @stable */
export interface CommandArgument {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** Takes all the remaining words; allowed for the last argument only. */
  readonly variadic?: boolean;
}

/** An option: a switch such as `--dry-run`, or one with a value such as `--school <uai>`. @stable */
export interface CommandOption {
  readonly flags: string;
  readonly description: string;
  readonly required?: boolean;
}

/** One call of a command, as typed on the command line. @stable */
export interface CommandCall<K extends string = string> {
  /** The positional arguments in order; each word of a variadic argument is one element. */
  readonly words: readonly string[];
  /** Option values by name, without the leading dashes: `dry-run`. A switch has the value true; an option that was not typed is absent. */
  readonly options: Readonly<Record<string, string | true>>;
  /** The operating-system user who typed the command, for audit lines: `cli:root`. */
  readonly by: string;
  /** Aborts when the command is interrupted (Ctrl+C). */
  readonly signal: AbortSignal;
  /** The brick's texts, in English. */
  // A method, because method parameters are bivariant: the commands of any brick are assignable to those of BrickDefinition.
  t(key: K, values?: MessageValues): string;
  /**
   * Each school that the host knows, by UAI, also where the brick is off: the brick's rows, files and jobs there. Ends with an
   * error when the command is interrupted, before the next school. A command with `settingsOnly` has no schools.
   * @throws UnavailableError in a command with `settingsOnly`
   * @example
   * `for await (const { school, db } of schools()) lines.push(`${school.name}: ${await db.repository(Note).count()}`);`
   */
  schools(): AsyncIterable<SchoolWork>;
}

/** The answer of a command: `value` is printed as JSON with `--json`, `lines` otherwise. @stable */
export interface CommandAnswer {
  readonly value: unknown;
  readonly lines: readonly string[];
  /** A sentence when the command found something wrong: it follows the answer on the standard error, and the exit code is 1. */
  readonly failure?: string;
}

/**
 * Runs a command. The exit code is 0 when it returns, 3 on a RefusedError, 2 on an InputError and 1 on any other error.
 * The message of a `DomainError` is printed.
 * @stable
 */
export type RunCommand<K extends string = string> = (call: CommandCall<K>) => Promise<CommandAnswer>;
