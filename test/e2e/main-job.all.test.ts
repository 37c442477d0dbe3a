// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { mainJob } from './main-job.story.js';
import { startRealStack } from './real-stack.js';

describeWith(
  ['chromium', 'slapd', 'lemonldap', 'mariadb'],
  'the main job before OpenLDAP, LemonLDAP::NG and MariaDB',
  () => mainJob(startRealStack),
);
