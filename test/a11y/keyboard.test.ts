// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { keyboard } from './keyboard.story.js';

describeWith(['chromium'], 'the main job with the keyboard alone', () => keyboard({}));
