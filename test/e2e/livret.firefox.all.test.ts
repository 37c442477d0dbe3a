// SPDX-License-Identifier: EUPL-1.2
import { describeWith, launchFirefox } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { livret } from './livret.story.js';

describeWith(['firefox'], 'a livret in Firefox', () =>
  livret({ startStack: startEmbeddedStack, launch: launchFirefox }),
);
