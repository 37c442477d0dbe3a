// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import aafImport from '@volee/aaf-import';
import casBridge from '@volee/cas-bridge';
import type { BrickDefinition, CommandManifest } from '@volee/core-adapter';
import fileShare from '@volee/file-share';
import messaging from '@volee/messaging';
import ondeImport from '@volee/onde-import';

/** The sources of commands in this repository. */
const bricks: readonly BrickDefinition[] = [casBridge, aafImport, fileShare, messaging, ondeImport];

interface Parameter {
  readonly name: string;
  readonly description: string;
}

interface CommandOption extends Parameter {
  readonly required: boolean;
  readonly default?: unknown;
}

export interface CommandHelp extends Parameter {
  readonly arguments: readonly Parameter[];
  readonly options: readonly CommandOption[];
}

export interface ProgramHelp {
  /** The program itself first, with the options of every command. */
  readonly commands: readonly CommandHelp[];
  readonly exitCodes: Readonly<Record<string, string>>;
}

/** The help of the built `volee`. @param repository its folder */
export function programHelp(repository: string): ProgramHelp {
  const program = join(repository, 'core-adapter', 'bin', 'volee.js');
  const answer = execFileSync(process.execPath, [program, 'help', '--json'], { encoding: 'utf8' });
  return JSON.parse(answer) as ProgramHelp;
}

/** A command of a brick as `volee help` tells it where the settings name the brick. */
function commandHelp([name, command]: [string, CommandManifest]): CommandHelp {
  const { summary, arguments: words = [], options = [] } = command;
  return {
    name: `volee ${name}`,
    description: summary,
    arguments: words.map((word) => {
      const text = word.variadic === true ? `${word.name}...` : word.name;
      return { name: word.required === true ? `<${text}>` : `[${text}]`, description: word.description };
    }),
    options: options.map(({ flags, description, required = false }) => ({ name: flags, description, required })),
  };
}

/** The page about every command, from what the program knows of them. */
export function commandsPage({ commands, exitCodes }: ProgramHelp): string {
  const [program, ...others] = commands;
  const codes = Object.entries(exitCodes).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return [
    '# Commands',
    'Every command of `volee`, as `volee help` tells it. In French, with advice: [commandes](commandes.md).',
    '## For every command',
    listOf(program?.options ?? []),
    `| Exit code | Meaning |\n|---|---|\n${codes.join('\n')}`,
    ...others.flatMap(sectionOf),
    ...bricks.flatMap(({ manifest: { id, commands = {} } }) =>
      Object.entries(commands).flatMap((entry) => [
        ...sectionOf(commandHelp(entry)),
        `There where the settings name \`@volee/${id}\`.`,
      ]),
    ),
  ].join('\n\n');
}

function sectionOf({ name, description, arguments: words, options }: CommandHelp): string[] {
  const list = listOf([...words, ...options]);
  const usage = [name, ...words.map((word) => word.name)].join(' ');
  return [`## \`${usage}\``, sentence(description), ...(list === '' ? [] : [list])];
}

function listOf(parameters: readonly (Parameter & Partial<CommandOption>)[]): string {
  return parameters
    .map((one) => `- \`${one.name}\`${one.description === '' ? '' : `: ${one.description}`}${notes(one)}`)
    .join('\n');
}

function notes({ required = false, default: value }: Partial<CommandOption>): string {
  const words = [required ? 'required' : '', String(value ?? '') === '' ? '' : `otherwise \`${String(value)}\``].filter(
    (word) => word !== '',
  );
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
