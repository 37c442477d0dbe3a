// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { keptTexts } from './kept-texts.story.js';

describeWith(['chromium'], 'typed texts before the embedded CAS, LDAP and SQLite', () =>
  keptTexts({ startStack: startEmbeddedStack }),
);
