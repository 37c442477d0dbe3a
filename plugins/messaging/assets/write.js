// SPDX-License-Identifier: EUPL-1.2
// The page of a message: the parts beside its text follow what is chosen.
