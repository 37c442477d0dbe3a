// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { birdIcon } from './bird.js';
import type { CasAnswer } from './cas-exchange.js';
import { stylePeople } from './style-people.js';
import { styleShell } from './style-shell.js';

// SPDX-License-Identifier: EUPL-1.2

/** The font, and the colours of Volée’s theme in light and dark. */
const styleTokens = `
@font-face {
  font-family: "Atkinson Hyperlegible Next";
  font-weight: 200 800;
  font-display: swap;
  src: url("/assets/font.woff2") format("woff2");
}

:root {
  color-scheme: light dark;
  --chrome: #efebe3;
  --sheet: #fbfaf7;
  --surface: #ffffff;
  --sunken: #f1ede5;
  --ink: #1d2733;
  --ink-soft: #56606d;
  --line: #e1dbcf;
  --accent: #0b5f73;
  --accent-hover: #084a5a;
  --on-accent: #ffffff;
  --accent-soft: #dbedf0;
  --accent-ink: #084a5a;
  --bad: #a43520;
  --bad-soft: #fbe6df;
  --shadow: 0 1px 2px rgb(60 48 24 / 6%), 0 8px 24px -12px rgb(60 48 24 / 14%);
  --messages: #b0412a;
  --livret: #f2b930;
  --pupil: #2a7145;
  --pupil-soft: #e0f2e5;
  --teacher: #87428f;
  --teacher-soft: #f5e6f6;
  --guardian: #2a62b8;
  --guardian-soft: #e4edfa;
  --staff: #4a5568;
  --staff-soft: #e9ecf1;
  --touch: 2.75rem;
  --gutter: clamp(1rem, 0.2rem + 3vw, 2.75rem);
  --quick: 140ms cubic-bezier(0.2, 0.7, 0.3, 1);
}

@media (prefers-color-scheme: dark) {
  :root {
    --chrome: #0f1419;
    --sheet: #161c22;
    --surface: #1d242c;
    --sunken: #28313a;
    --ink: #eeeae2;
    --ink-soft: #abb3bd;
    --line: #323b45;
    --accent: #63c5d8;
    --accent-hover: #8ad8e6;
    --on-accent: #05272f;
    --accent-soft: #12383f;
    --accent-ink: #a5e2ee;
    --bad: #f59a80;
    --bad-soft: #45231a;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%);
    --messages: #f59a80;
    --livret: #f2c04d;
    --pupil: #7fcb97;
    --pupil-soft: #193a26;
    --teacher: #dda2e3;
    --teacher-soft: #3d2340;
    --guardian: #86b3f5;
    --guardian-soft: #1b2f4c;
    --staff: #b4becc;
    --staff-soft: #2b333d;
  }
}
`;

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

// Without the package of the font, the pages show the font of the system.
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
