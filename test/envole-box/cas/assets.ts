// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { birdIcon } from './bird.js';
import type { CasAnswer } from './cas-exchange.js';
import { stylePeople } from './style-people.js';
import { styleShell } from './style-shell.js';
import { styleTokens } from './style-tokens.js';

const FONT = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** Style sheet, font, script and icon of the pages; `undefined` for any other path. */
export async function asset(path: string): Promise<CasAnswer | undefined> {
  switch (path) {
    case '/assets/style.css':
      return file('text/css; charset=utf-8', styleTokens + styleShell + stylePeople);
    case '/assets/icon.svg':
      return file('image/svg+xml', birdIcon());
    case '/assets/continue.js': // the same as a click on « Continuer »
      return file('text/javascript; charset=utf-8', 'document.forms[0].submit();\n');
    case '/assets/font.woff2':
      return font();
    default:
      return undefined;
  }
}

// Where the package of the font is not installed, the pages show the font of the system.
async function font(): Promise<CasAnswer | undefined> {
  try {
    return file('font/woff2', await readFile(createRequire(import.meta.url).resolve(FONT)));
  } catch {
    return undefined;
  }
}

function file(type: string, body: string | Buffer): CasAnswer {
  return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'max-age=600' }, body };
}
