// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { SettingsError } from '../host/infra/util/settings-error.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import { LIMITS, type Limits } from '../host/infra/util/limits.js';
import { printLine } from './terminal.js';

/** The default paths of the settings file. */
const SETTINGS_FILES = ['/etc/volee/volee.yaml', 'volee.yaml'] as const;

interface GlobalOptions {
  readonly config?: string;
  readonly json?: boolean;
}

/** The settings file of a command: the `--config` option, or the first default that exists. */
export function findSettingsFile(command: Command): string | undefined {
  const { config } = command.optsWithGlobals<GlobalOptions>();
  return config ?? SETTINGS_FILES.find((candidate) => existsSync(candidate));
}

/**
 * As `findSettingsFile`, for commands that require settings.
 * @throws SettingsError when there is no settings file
 */
export function settingsFile(command: Command): string {
  const file = findSettingsFile(command);
  if (file === undefined) {
    throw new SettingsError([`no settings: write ${SETTINGS_FILES.join(' or ./')}, or name a file with --config`]);
  }
  return file;
}

/** @throws SettingsError */
export async function settingsOf(command: Command): Promise<Settings> {
  const file = settingsFile(command);
  const { loadSettings } = await import('../host/infra/settings/load-settings.js');
  return loadSettings(file, process.env);
}

const limits = new WeakMap<Command, Limits>();

/** Sets the time limits for bricks of a program, which tests shorten. */
export function setLimits(program: Command, chosen: Limits): void {
  limits.set(program, chosen);
}

export function limitsOf(command: Command): Limits {
  return limits.get(programOf(command)) ?? LIMITS;
}

export function programOf(command: Command): Command {
  return command.parent ? programOf(command.parent) : command;
}

/** Whether `--json` was given. */
export function wantsJson(command: Command): boolean {
  return command.optsWithGlobals<GlobalOptions>().json ?? false;
}

/** Prints an answer: the value as JSON with `--json`, the lines otherwise. */
export function answer(command: Command, value: unknown, lines: readonly string[]): void {
  if (wantsJson(command)) printLine(command, JSON.stringify(value, null, 2));
  else for (const line of lines) printLine(command, line);
}
