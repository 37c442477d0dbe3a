// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Translate } from '../../../api/i18n.js';
import { Avatar, Tile, Tiles } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { PortalFamily } from './portal.model.js';

interface PortalFamiliesProps {
  readonly families: readonly PortalFamily[];
  readonly t: Translate<HostKey>;
}

/** Children in several schools on one page, without a choice of school. */
export function PortalFamilies({ families, t }: PortalFamiliesProps): VNode {
  return (
    <div class="v-halves">
      {families.map((family) => (
        <Family key={family.children[0]?.url} family={family} t={t} />
      ))}
    </div>
  );
}

function Family({ family, t }: { readonly family: PortalFamily; readonly t: Translate<HostKey> }): VNode {
  const id = useId();
  const headings = family.children.map((_child, index) => `${id}-${index}`);
  return (
    <section class="v-family" aria-labelledby={headings.join(' ')}>
      {family.children.map(({ person, givenName, detail }, index) => (
        <div class="v-kid" key={headings[index]}>
          <Avatar of={person} />
          <div>
            <h2 id={headings[index]}>{givenName}</h2>
            <span class="v-soft">{detail}</span>
          </div>
        </div>
      ))}
      {family.bricks.length === 0 ? (
        <p class="v-soft">{t('portal.familyEmpty')}</p>
      ) : (
        <Tiles>
          {family.bricks.map(({ url, summary, ...brick }) => (
            <Tile key={url} href={url} line={summary} {...brick} />
          ))}
        </Tiles>
      )}
    </section>
  );
}
