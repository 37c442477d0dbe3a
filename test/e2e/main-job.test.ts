// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { mainJob } from './main-job.story.js';

describeWith(['chromium'], 'the main job before the embedded CAS, LDAP and SQLite', () => mainJob(startEmbeddedStack));
