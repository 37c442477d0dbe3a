// SPDX-License-Identifier: EUPL-1.2
// Importing it throws what has no text that could be told.
throw Object.create(null);
