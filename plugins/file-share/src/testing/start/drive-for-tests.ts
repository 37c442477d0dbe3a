// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, type TestHost, type TestHostOptions } from '@volee/core-adapter/testing';
import fileShare from '../../index.js';

/** A host with the brick as it is, and the tables and the storage of the brick in both schools. */
export interface DriveForTests extends Pick<TestHost, 'tables' | 'storage'> {
  readonly host: TestHost;
}

/** Starts a host with the brick. Tests write rows by its tables, such as a folder of 5,000 files. */
export async function startDrive({
  settings = {},
  ...options
}: Omit<TestHostOptions, 'bricks'> & { readonly settings?: object } = {}): Promise<DriveForTests> {
  const host = await startTestHost({ ...options, bricks: [{ brick: fileShare, settings }] });
  return { host, tables: host.tables, storage: host.storage };
}
