// SPDX-License-Identifier: EUPL-1.2
import { describeWith, launchFirefox } from '../services/index.js';
import { keyboard } from './keyboard.story.js';

describeWith(['firefox'], 'the main job with the keyboard alone in Firefox', () => keyboard({ launch: launchFirefox }));
