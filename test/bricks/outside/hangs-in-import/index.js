// SPDX-License-Identifier: EUPL-1.2
// The import of this brick never ends, and keeps the process from ending.
setInterval(() => undefined, 60_000);
await new Promise(() => undefined);
