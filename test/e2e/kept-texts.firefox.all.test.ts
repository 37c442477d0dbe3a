// SPDX-License-Identifier: EUPL-1.2
import { describeWith, launchFirefox } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { keptTexts } from './kept-texts.story.js';

describeWith(['firefox'], 'typed texts in Firefox', () =>
  keptTexts({ startStack: startEmbeddedStack, launch: launchFirefox }),
);
