// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:http';

import type { Role, TestHost } from '@volee/core-adapter/testing';

import { cookieHeader } from '../integration/session-cookie.js';

/** Begins to send one file and never ends. @returns a function that cuts the connection */
export async function beginUpload(host: TestHost, role: Role, path: string, beginning: Buffer): Promise<() => void> {
  const sending = request(`${host.url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': 2 * beginning.length,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await cookieHeader(host.host, await host.ids.person(role)),
    },
  });
  // The connection is cut on purpose, which the client sees as an error.
  sending.on('error', () => undefined);
  sending.write('--b\r\nContent-Disposition: form-data; name="files"; filename="coupé.bin"\r\n\r\n');
  sending.write(beginning);
  return () => void sending.destroy();
}
