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

/** The kit that authors of bricks use, and the tests of the brick that `volee brick new` copies. */
const KIT = /^(dist\/testing|template)\//;

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
  const isKit = (file: string): boolean => manifest.name === '@volee/core-adapter' && KIT.test(file);
  const refused = files.flatMap((file) => {
    const [, kind] = REFUSED.find(([pattern]) => pattern.test(file)) ?? [];
    const isPartOfKit = isKit(file) && (file.startsWith('template/') || kind === 'a helper of tests');
    return kind === undefined || isPartOfKit || file === 'src/testing/jest-preset.js' ? [] : [`holds ${kind}: ${file}`];
  });
  const { url, directory } = manifest.repository ?? {};
  return [
    ...NEEDED.filter(([pattern]) => !files.some((file) => pattern.test(file))).map(([, name]) => `lacks ${name}`),
    ...namedFiles(manifest)
      .filter((file) => !files.includes(file))
      .map((file) => `lacks ${file}, which its package.json names`),
    ...(url?.endsWith('.git') && directory === folder ? [] : [`names no "repository" with the directory ${folder}`]),
    ...refused,
  ];
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
