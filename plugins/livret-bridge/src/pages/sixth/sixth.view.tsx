// SPDX-License-Identifier: EUPL-1.2
import { Button, Crumbs, Figures, Note, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import { MarksTable } from './marks-table.view.js';
import type { SixthModel } from './sixth.model.js';

interface SixthViewProps {
  readonly model: SixthModel;
  readonly homeUrl: string;
  readonly t: LivretTexts;
}

/** A class of 6e in one table, which prints on two sheets. */
export function SixthView({ model, homeUrl, t }: SixthViewProps): VNode {
  const { title, name, lead, rows, low } = model;
  const print = (
    <Button type="button" icon="printer-fill" id="livret-bridge-print" disabled>
      {t('sixth.print')}
    </Button>
  );
  return (
    <div class="livret-bridge-marks-page">
      <div class="livret-bridge-noprint">
        <Crumbs label={t('crumbs.label')} crumbs={[{ label: t('title'), url: homeUrl }, { label: name }]} />
      </div>
      <PageHead title={title} lead={lead} actions={print} />
      {low.length > 0 && <StillLowCounts model={model} t={t} />}
      {rows.length === 0 ? <p>{t('sixth.empty')}</p> : <MarksCard model={model} t={t} />}
      <div class="livret-bridge-noprint">
        <Note icon="eye-fill">
          <p>
            <strong>{t('sixth.noted')}</strong> {t('sixth.notedMore')}
          </p>
        </Note>
      </div>
    </div>
  );
}

type PartProps = Pick<SixthViewProps, 'model' | 't'>;

function StillLowCounts({ model: { low, nothing }, t }: PartProps): VNode {
  const figures = low.map(({ label, count }) => ({ label, value: t('sixth.pupilCount', { count }) }));
  return (
    <section class="v-well livret-bridge-low" aria-labelledby="livret-bridge-low">
      <h2 class="h3" id="livret-bridge-low">
        {t('sixth.low')}
      </h2>
      <Figures figures={figures} />
      <p>{nothing}</p>
    </section>
  );
}

function MarksCard({ model, t }: PartProps): VNode {
  const { name, scale } = model;
  return (
    <div class="v-card v-card-flush livret-bridge-marks-card">
      <div class="livret-bridge-marks-key">
        {scale.length > 0 && (
          <ul class="v-list livret-bridge-marks-scale" aria-label={t('sixth.scale')}>
            {scale.map(({ value, label }) => (
              <li key={value}>
                <span data-v={value} aria-hidden="true">
                  {value}
                </span>
                {label}
              </li>
            ))}
          </ul>
        )}
        <p class="v-soft v-small">
          <span>{t('sixth.keyUp')}</span> <span>{t('sixth.keyDown')}</span> <span>{t('sixth.keyWatch')}</span>
        </p>
      </div>
      <div class="livret-bridge-marks-scroll" role="region" aria-label={t('sixth.region', { name })} tabIndex={0}>
        <MarksTable model={model} t={t} />
      </div>
    </div>
  );
}
