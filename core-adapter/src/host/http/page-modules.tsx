// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Translate } from '../../api/i18n.js';
import { Button } from '../../ui/index.js';
import type { HostKey } from '../infra/locales/index.js';

interface ModuleTools {
  readonly t: Translate<HostKey>;
  /** The address of a file of the host. */
  asset(name: string): string;
}

/** The modules of components, by the attributes with which they ask for them: texts read out, and arrow keys between neighbours. */
const MODULES = new Map([
  [' data-listen="', 'listen.js'],
  [' data-neighbours', 'neighbours.js'],
]);

/** Adds the modules and style sheets that only some parts of pages need, where a page has such a part. */
export function withPageModules(html: string, tools: ModuleTools): string {
  const added = [
    ...[...MODULES].filter(([mark]) => html.includes(mark)).map(([, name]) => moduleOf(tools.asset(name))),
    ...(html.includes(' class="v-preview"') ? [`<link rel="stylesheet" href="${tools.asset('preview.css')}">`] : []),
    ...(html.includes(' data-shows="') ? [renderToString(<PreviewParts {...tools} />)] : []),
  ];
  return added.length === 0 ? html : html.replace('</head>', () => `${added.join('')}</head>`);
}

function moduleOf(address: string): string {
  return `<script type="module" src="${address}"></script>`;
}

/** For `preview.js`: the buttons of its bar, its words, and the addresses of the two files of pdf.js, which must be of one version. */
function PreviewParts({ t, asset }: ModuleTools): VNode {
  const wasm = asset('jbig2.wasm').replace(/[^/]*$/, '');
  const page = t('preview.page', { number: '{number}', of: '{of}' });
  const words = { opening: t('preview.opening'), failed: t('preview.failed'), page };
  const pdf = {
    module: asset('preview-pdf.js'),
    library: asset('pdf.min.mjs'),
    worker: asset('pdf.worker.min.mjs'),
    wasm,
  };
  return (
    <>
      <script type="module" src={asset('preview.js')} />
      <meta name="preview" content={JSON.stringify({ ...pdf, words })} />
      <template id="v-preview-tools">
        <Button kind="quiet" type="button" icon="zoom-out" value="reduce" label={t('preview.reduce')} />
        <Button kind="quiet" type="button" icon="zoom-in" value="enlarge" label={t('preview.enlarge')} />
        <Button kind="quiet" type="button" icon="arrow-clockwise" value="turn" label={t('preview.turn')} />
      </template>
    </>
  );
}
