// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { messages } from './messages.story.js';
import { startRealStack } from './real-stack.js';

describeWith(['chromium', 'slapd', 'lemonldap', 'mariadb'], 'messages before OpenLDAP, LemonLDAP::NG and MariaDB', () =>
  messages({ startStack: startRealStack, javaScriptEnabled: true }),
);
