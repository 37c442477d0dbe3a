// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from './i18n.js';

/**
 * A command of the command line, under one or two words such as `onde import`. Help and the reference tell it from the manifest; what
 * it does is registered with `brick.commands.provide`. Every command has `--config` and `--json` as well.
 */
export interface CommandManifest {
  /** What it does, in English like every answer on the terminal. */
  readonly summary: string;
  readonly arguments?: readonly CommandArgument[];
  readonly options?: readonly CommandOption[];
  /** It needs the settings alone, and works before there is a database: `db` and `imports` are not to be had in it. */
  readonly settingsOnly?: boolean;
}

/** A word after the command. */
export interface CommandArgument {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** Takes all the words that are left; only the last one may. */
  readonly variadic?: boolean;
}

/** `--dry-run`, or with a value `--school <uai>`. */
export interface CommandOption {
  readonly flags: string;
  readonly description: string;
  readonly required?: boolean;
}

/** A command as somebody typed it. */
export interface CommandCall<K extends string = string> {
  /** The words, those of a variadic argument one by one. */
  readonly words: readonly string[];
  /** By name without dashes, as it is written: `dry-run`. A switch is true; what was not typed is not there. */
  readonly options: Readonly<Record<string, string | true>>;
  /** Who typed it, for journals: `cli:root`. */
  readonly by: string;
  /** Ends when somebody interrupts the command. */
  readonly signal: AbortSignal;
  /** The brick's texts, in English. */
  readonly t: Translate<K>;
}

/** What a command answers: `value` with `--json`, else the lines. */
export interface CommandAnswer {
  readonly value: unknown;
  readonly lines: readonly string[];
}

/**
 * Runs a command. Exit code 0 when it returns, 3 on a RefusedError, 2 on an InputError, 1 on any other; the message of a
 * `DomainError` is shown.
 */
export type RunCommand<K extends string = string> = (call: CommandCall<K>) => Promise<CommandAnswer>;
