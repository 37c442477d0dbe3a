// SPDX-License-Identifier: EUPL-1.2
// Importing it never ends, and keeps the process from ending.
setInterval(() => undefined, 60_000);
await new Promise(() => undefined);
