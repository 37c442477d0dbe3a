// SPDX-License-Identifier: EUPL-1.2
// This package is CommonJS: its package.json does not say "type": "module".
module.exports = {};
