// SPDX-License-Identifier: EUPL-1.2
// node --import ./test/native/register.js --conditions=volee-source: Node.js loads TypeScript, and packages of the repository from `src`.
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
