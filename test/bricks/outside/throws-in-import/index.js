// SPDX-License-Identifier: EUPL-1.2
// This brick throws when it is imported.
throw new Error('no import today');
