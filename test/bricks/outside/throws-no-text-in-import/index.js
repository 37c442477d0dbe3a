// SPDX-License-Identifier: EUPL-1.2
// The import of this brick throws a value without a text.
throw Object.create(null);
