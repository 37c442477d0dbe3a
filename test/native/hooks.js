// SPDX-License-Identifier: EUPL-1.2
// Customization hooks (Node.js, Modules: node:module API): in TypeScript, `./x.js` names `x.ts` or `x.tsx` beside it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compiled } from './compile.js';

export async function resolve(specifier, context, nextResolve) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && /\.tsx?$/.test(context.parentURL ?? '')) {
    for (const ending of ['.ts', '.tsx']) {
      const { href } = new URL(specifier.replace(/\.js$/, ending), context.parentURL);
      if (existsSync(fileURLToPath(href))) return { url: href, format: 'module', shortCircuit: true };
    }
  }
  return nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  if (!/\.tsx?$/.test(url)) return nextLoad(url, context);
  return { format: 'module', source: readFileSync(compiled(fileURLToPath(url)).code), shortCircuit: true };
}
