// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { files } from './files.story.js';
import { startRealStack } from './real-stack.js';

describeWith(
  ['chromium', 'slapd', 'lemonldap', 'mariadb'],
  'files and works before OpenLDAP, LemonLDAP::NG and MariaDB',
  () => files({ startStack: startRealStack }),
);
