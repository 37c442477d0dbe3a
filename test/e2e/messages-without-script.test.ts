// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { messages } from './messages.story.js';

describeWith(['chromium'], 'messages without JavaScript', () =>
  messages({ startStack: startEmbeddedStack, javaScriptEnabled: false }),
);
