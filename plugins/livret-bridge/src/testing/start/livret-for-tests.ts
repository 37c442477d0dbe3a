// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, type TestHost, type TestHostOptions } from '@volee/core-adapter/testing';
import type { LivretBrick } from '../../brick-types.js';
import livret from '../../index.js';

/** A host with the brick as it is, and the tables of the brick in both schools. */
export interface LivretForTests extends Pick<TestHost, 'tables'> {
  readonly host: TestHost;
  /** The paths of all pages of the brick, with the names of their parameters. */
  readonly pages: readonly string[];
}

/** Starts a host with the brick. Tests write rows by its tables, such as a bilan in a state that takes many steps. */
export async function startLivret({
  settings = {},
  ...options
}: Omit<TestHostOptions, 'bricks'> & { readonly settings?: unknown } = {}): Promise<LivretForTests> {
  const pages: string[] = [];
  const activate: typeof livret.activate = (brick) => {
    const { get, ...http } = brick.http;
    const counted: LivretBrick['http'] = {
      ...http,
      get(path, route, handle) {
        pages.push(path);
        get(path, route, handle);
      },
    };
    return livret.activate({ ...brick, http: counted });
  };
  const host = await startTestHost({
    ...options,
    bricks: [{ brick: { manifest: livret.manifest, activate }, settings }],
  });
  return { host, pages, tables: host.tables };
}
