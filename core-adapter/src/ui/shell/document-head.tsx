// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { ShellProps } from './shell-props.js';

export function DocumentHead({ title, theme, assets, scripts }: ShellProps): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
      <title>{`${title} · Volée`}</title>
      <link rel="icon" href={assets('favicon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assets('bootstrap.min.css')} />
      <link rel="stylesheet" href={assets('theme.css')} />
      {[assets('shell.js'), ...scripts].map((address) => (
        <script key={address} type="module" src={address} />
      ))}
    </head>
  );
}
