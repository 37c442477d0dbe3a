// SPDX-License-Identifier: EUPL-1.2
// This brick ends the process when it is imported.
import { exit } from 'node:process';

exit(7);
