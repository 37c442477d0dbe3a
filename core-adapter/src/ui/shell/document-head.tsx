// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { ShellProps } from './shell-props.js';

export function DocumentHead({ title, theme, assets, styles, scripts }: ShellProps): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
      <title>{`${title} · Volée`}</title>
      <link rel="icon" href={assets('favicon.svg')} type="image/svg+xml" />
      {[assets('volee.css'), ...styles].map((address) => (
        <link key={address} rel="stylesheet" href={address} />
      ))}
      {[assets('shell.js'), ...scripts].map((address) => (
        <script key={address} type="module" src={address} />
      ))}
    </head>
  );
}
