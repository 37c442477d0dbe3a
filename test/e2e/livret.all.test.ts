// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { livret } from './livret.story.js';
import { startRealStack } from './real-stack.js';

describeWith(['chromium', 'slapd', 'lemonldap', 'mariadb'], 'a livret before OpenLDAP, LemonLDAP::NG and MariaDB', () =>
  livret({ startStack: startRealStack }),
);
