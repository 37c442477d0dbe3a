// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Translate } from '../../api/i18n.js';
import { Icon } from '../../ui/index.js';
import type { HostContext } from '../context/host-context.js';
import { DEFAULT_TIME_ZONE } from '../domain/directory/default-time-zone.js';
import type { KeptText } from '../domain/kept-texts/kept-texts.js';
import type { HostKey } from '../infra/locales/index.js';
import { withFormMarks } from './form-marks.js';
import { isReading } from './path-after-login.js';
import { refererPath } from './referer-path.js';
import { tokenOf } from './token-gate.js';
import { sentTextOf } from './typed-in.js';
import { visitorOf } from './visitor.js';
import type { KeptForm } from './kept-form.js';
import { isOnDevice } from './device-key.js';
import { sealPage } from './kept-page.js';
import { forgetText } from './forget-text.js';
import { keptSentences, keptState, timeZoneOf, type KeptState } from './kept-words.js';

export type KeptTextServices = Pick<HostContext, 'assets' | 'clock' | 'keptTexts' | 'log' | 'seal' | 'settings'>;

/** A form with a kept text, up to the end of the name of its mark (`form-marks.ts`). */
const KEPT_MARK = /(<form data-kept="([^"]*)"(?:"[^"]*"|[^">])*><input disabled type="hidden" name="of-\w+)/g;

/** The longest address and title that are stored, in characters. */
const LONGEST_ADDRESS = 1000;
const LONGEST_TITLE = 200;

/** A page before its forms are marked. */
interface UnmarkedPage {
  readonly html: string;
  readonly title: string;
  /** The school that the page is about. */
  readonly uai: string | null;
  readonly t: Translate<HostKey>;
  /** Whether the form that the page answers was stored. */
  readonly isTaken: boolean;
}

/**
 * Marks the forms of a page, and hands out the texts that were typed into them before. A page that answers a form, such as a preview or a
 * refusal, shows what was typed and forgets nothing: the form was taken when its answer is a redirect (see `forgetSent`), or says so.
 */
export async function withKeptTexts(context: KeptTextServices, request: Request, page: UnmarkedPage): Promise<string> {
  const { person, language } = visitorOf(request);
  if (!person || tokenOf(request)) return withFormMarks(page.html, person?.id);
  if (page.isTaken) await forgetText(context, request);
  const typed = page.isTaken || isReading(request) ? undefined : sentTextOf(request);
  const forms = new Map<string, KeptForm>();
  const marked = withFormMarks(page.html, person.id, forms);
  if (forms.size === 0) return marked;
  const texts = await context.keptTexts.find(person.id, [...forms.keys()]);
  const zone = timeZoneOf(person, page.uai) ?? DEFAULT_TIME_ZONE;
  const say = keptSentences(page.t, language, zone, context.clock);
  const told = withVersions(marked, texts).replace(/ data-kept="([^"]*)"/g, (attribute, key: string) => {
    const text = texts.get(key);
    // A page that was sent before its script ran has not shown the kept text: what was typed there stands beside it.
    const known = text && typed?.after?.includes(text.version) ? { version: text.version } : {};
    if (key === typed?.key) return `${attribute} data-kept-typed${stateAttribute(text && known)}`;
    return attribute + stateAttribute(text && keptState(text, forms.get(key)?.base ?? '', say));
  });
  const { publicUrl } = context.settings.server;
  const path = (isReading(request) ? undefined : refererPath(request, publicUrl)) ?? request.originalUrl;
  const sealed = sealPage(context, {
    personId: person.id,
    uai: page.uai,
    page: path.length > LONGEST_ADDRESS ? (path.split('?')[0] ?? '').slice(0, LONGEST_ADDRESS) : path,
    title: page.title.slice(0, LONGEST_TITLE),
    forms: [...forms.values()].map(({ key, names, base }) => ({ key, names, ...(key !== typed?.key && { base }) })),
  });
  const words = renderToString(<KeptWords sealed={sealed} isOnDevice={isOnDevice(person)} t={page.t} />);
  return told
    .replace('</head>', () => `<script type="module" src="${context.assets.url('core', 'kept.js')}"></script></head>`)
    .replace('</body>', () => `${words}</body>`);
}

/** Adds the version of the kept text to the mark of a form: with "back", the browser then restores nothing older (ADR 80). */
function withVersions(html: string, texts: ReadonlyMap<string, KeptText>): string {
  if (texts.size === 0) return html;
  return html.replace(KEPT_MARK, (whole, tag: string, key: string) => {
    const version = texts.get(key)?.version;
    return version === undefined ? whole : `${tag}-${version}`;
  });
}

function stateAttribute(state: KeptState | undefined): string {
  if (!state) return '';
  // JSON allows `<` as `\u003c`: neither this attribute nor a look for tags in the page ends there.
  const json = JSON.stringify(state).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  const text = json.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return ` data-kept-state="${text}"`;
}

interface KeptWordsProps {
  readonly sealed: string;
  readonly isOnDevice: boolean;
  readonly t: Translate<HostKey>;
}

/** The line below a field with a kept text, and the sentences of the script. */
function KeptWords({ sealed, isOnDevice, t }: KeptWordsProps): VNode {
  const words = {
    'data-saving': t('keptText.saving'),
    'data-offline': t('keptText.offline'),
    'data-ended': t('keptText.ended'),
    'data-stale': t('keptText.stale'),
    'data-long': t('keptText.long'),
    'data-gone': t('keptText.gone'),
    ...(isOnDevice && {
      'data-offline-here': t('keptText.offlineHere'),
      'data-ended-here': t('keptText.endedHere'),
    }),
  };
  return (
    <template id="kept" data-page={sealed} {...words}>
      <div class="v-keptline">
        <span class="v-keptline-said">
          <Icon name="check-lg" />
          <Icon name="wifi-off" />
          <span role="status" />
        </span>
        <button type="button" class="btn btn-quiet" data-kept-do="discard">
          {t('keptText.discard')}
        </button>
        <button type="button" class="btn btn-quiet" data-kept-do="undo">
          {t('keptText.undo')}
        </button>
        <p class="v-keptline-other">
          <span />{' '}
          <button type="button" class="btn btn-quiet" data-kept-do="take">
            {t('keptText.take')}
          </button>
        </p>
      </div>
    </template>
  );
}
