// SPDX-License-Identifier: EUPL-1.2
// Jest's `runtime`: loads test files by Node's own `import()`, so that a module that one file has loaded is there for the next.
// jest-runtime evaluates all modules anew for each test file, which took half of the processor time.
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compiled } from './compile.js';

const require = createRequire(import.meta.url);

/** Names of the symbols under which jest-circus keeps a file's tests and event handlers at `globalThis`. */
const OF_CIRCUS = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);

/** A map that knows where the source map of each file is, without being told. */
class SourceMapsOfTypeScript extends Map {
  get(source) {
    const file = source.startsWith('file:') ? fileURLToPath(source) : source;
    return /\.tsx?$/.test(file) ? compiled(file).map : undefined;
  }
}

export default class NativeRuntime {
  setGlobalsForRuntime() {}

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return import(pathToFileURL(path).href);
  }

  /** Jest's adapter of jest-circus: loaded anew for each file, since it holds the tests and the event handlers of one. */
  requireInternalModule(path) {
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (OF_CIRCUS.has(symbol.description)) delete globalThis[symbol];
    }
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  getSourceMaps() {
    return new SourceMapsOfTypeScript();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
}
