// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { files } from './files.story.js';

describeWith(['chromium'], 'files and works before the embedded CAS, LDAP and SQLite', () =>
  files({ startStack: startEmbeddedStack }),
);
