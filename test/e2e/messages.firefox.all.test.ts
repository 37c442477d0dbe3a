// SPDX-License-Identifier: EUPL-1.2
import { describeWith, launchFirefox } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { messages } from './messages.story.js';

describeWith(['firefox'], 'messages in Firefox', () =>
  messages({ startStack: startEmbeddedStack, javaScriptEnabled: true, launch: launchFirefox }),
);
