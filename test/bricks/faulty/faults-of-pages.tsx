// SPDX-License-Identifier: EUPL-1.2
import { manifest } from './manifest.js';
import { notesBrick, soundParts } from './sound-notes.js';

export const fieldWithoutLabel = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read' }, ({ page, t }) =>
        page(
          t('title'),
          <form>
            <h1>{t('title')}</h1>
            <input name="words" />
          </form>,
        ),
      );
    },
  },
});

/** The number is not given to the text. */
export const textWithoutValue = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), <h1>{t('list.count')}</h1>));
    },
  },
});

/** The text goes by another key. */
export const keyShown = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), <h1>{'list.text'.replace(/^/, '')}</h1>));
    },
  },
});

/** The staff has a page, and the first page is for others. */
export const firstPageForOthers = notesBrick({
  manifest: { permissions: { ...manifest.permissions, print: { profiles: ['staff'] } } },
  parts: {
    list(brick) {
      soundParts.list(brick);
      // A permission that the manifest of the type does not have.
      const access = 'print' as 'read';
      brick.http.get('/print', { access }, ({ page, t }) => page(t('title'), <h1>{t('title')}</h1>));
    },
  },
});
