// SPDX-License-Identifier: EUPL-1.2
// On a phone, the strip is wider than the screen: the pupil of the page comes into sight.
const here = document.querySelector('.file-share-strip [aria-current]');
here?.scrollIntoView({ block: 'nearest', inline: 'center' });
