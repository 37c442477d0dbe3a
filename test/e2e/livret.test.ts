// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { livret } from './livret.story.js';

describeWith(['chromium'], 'a livret before the embedded CAS, LDAP and SQLite', () =>
  livret({ startStack: startEmbeddedStack }),
);
