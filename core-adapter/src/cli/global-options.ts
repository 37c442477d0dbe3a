// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { SettingsError } from '../api/errors.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';
import { printLine } from './terminal.js';

/** Where the settings are looked for when nobody says. */
const SETTINGS_FILES = ['/etc/volee/volee.yaml', 'volee.yaml'] as const;

interface GlobalOptions {
  readonly config?: string;
  readonly json?: boolean;
}

/** The settings file of a command: the one that is named, or the first that exists. */
export function findSettingsFile(command: Command): string | undefined {
  const { config } = command.optsWithGlobals<GlobalOptions>();
  return config ?? SETTINGS_FILES.find((candidate) => existsSync(candidate));
}

/** As `findSettingsFile`, for what cannot do without. @throws SettingsError */
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

/** Whether a machine reads the answer. */
export function wantsJson(command: Command): boolean {
  return command.optsWithGlobals<GlobalOptions>().json ?? false;
}

/** Prints an answer: as JSON when it was asked for, else as the lines a person reads. */
export function answer(command: Command, value: unknown, lines: readonly string[]): void {
  if (wantsJson(command)) printLine(command, JSON.stringify(value, null, 2));
  else for (const line of lines) printLine(command, line);
}
