// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { keptTexts } from './kept-texts.story.js';
import { startRealStack } from './real-stack.js';

describeWith(
  ['chromium', 'slapd', 'lemonldap', 'mariadb'],
  'typed texts before OpenLDAP, LemonLDAP::NG and MariaDB',
  () => keptTexts({ startStack: startRealStack }),
);
