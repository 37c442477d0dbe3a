// SPDX-License-Identifier: EUPL-1.2

/** The parts of a `package.json` that are read here. */
export interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly repository?: { readonly url: string; readonly directory: string };
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const HOST = '@volee/core-adapter';
/** For authors of bricks: the brick that `volee brick new` copies, with its tests, and the settings of jest. */
const FOR_AUTHORS = /^template\/|^src\/testing\/jest-preset\.js$/;

const NEEDED: readonly [pattern: RegExp, name: string][] = [
  [/^LICENSE$/, 'LICENSE'],
  [/^README\.md$/, 'README.md'],
  [/^dist\/.+\.js$/, 'compiled files'],
];

const REFUSED: readonly [pattern: RegExp, name: string][] = [
  [/\.test\.\w+(\.\w+)?$/, 'a test'],
  [/-for-tests\./, 'a helper of tests'],
  [/(^|\/)testing\//, 'a helper of tests'],
  [/\/samples\//, 'a sample page'],
  [/\.tsbuildinfo$/, 'a note of the compiler'],
  // ADR 89: a map is of use beside its source only, and no package holds sources.
  [/\.map$/, 'a map without its source'],
];

/**
 * The reasons that a package cannot be published as it is.
 * @param files the paths in its tarball
 * @param folder its folder in the repository
 */
export function packageFaults(manifest: Manifest, files: readonly string[], folder: string): string[] {
  const { url, directory } = manifest.repository ?? {};
  return [
    ...NEEDED.filter(([pattern]) => !files.some((file) => pattern.test(file))).map(([, name]) => `lacks ${name}`),
    ...namedFiles(manifest)
      .filter((file) => !files.includes(file))
      .map((file) => `lacks ${file}, which its package.json names`),
    ...(url?.endsWith('.git') && directory === folder ? [] : [`names no "repository" with the directory ${folder}`]),
    ...files.flatMap((file) => refusal(file, manifest.name === HOST)),
  ];
}

function refusal(file: string, isOfHost: boolean): string[] {
  if (isOfHost && FOR_AUTHORS.test(file)) return [];
  // `dist/testing` of the host is the kit for tests of bricks.
  const path = isOfHost ? file.replace(/^dist\/testing\//, '') : file;
  const [, kind] = REFUSED.find(([pattern]) => pattern.test(path)) ?? [];
  return kind === undefined ? [] : [`holds ${kind}: ${file}`];
}

/** The files that an import or a command opens. The condition `volee-source` is for tests of the repository. */
function namedFiles({ exports: exported = {}, bin = {} }: Manifest): string[] {
  const targets = Object.values(exported).flatMap((target) =>
    typeof target === 'string'
      ? [target]
      : Object.entries(target).flatMap(([on, to]) => (on === 'volee-source' ? [] : [to])),
  );
  return [...targets, ...Object.values(bin)].map((path) => path.replace(/^\.\//, ''));
}
