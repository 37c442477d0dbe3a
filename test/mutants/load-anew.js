// SPDX-License-Identifier: EUPL-1.2
// Customization hooks (Node.js, Modules: node:module API): what a module named `x.ts?load=2` imports by a relative path gets `?load=2` as
// well, so that each number loads all of them anew.
const LOAD = /\?load=\d+$/;

export async function resolve(specifier, context, nextResolve) {
  const [load] = LOAD.exec(context.parentURL ?? '') ?? [''];
  if (load === '') return nextResolve(specifier, context);
  const found = await nextResolve(specifier, { ...context, parentURL: withoutLoad(context.parentURL) });
  return specifier.startsWith('.') ? { ...found, url: found.url + load } : found;
}

export function load(url, context, nextLoad) {
  return nextLoad(withoutLoad(url), context);
}

function withoutLoad(url) {
  return url.replace(LOAD, '');
}
