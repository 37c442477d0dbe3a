// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';

import { requireBinary } from './find-binary.js';
import { portAnswers } from './free-port.js';
import { inOwnFolder, type Stoppable } from './in-own-folder.js';
import { startServer } from './server-process.js';
import { WebdriverPage } from './webdriver-page.js';

/** The window of WebKitGTK for tests: Debian does not keep it among the programs. */
export const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const SIZE = { width: 1280, height: 900 };

export interface WebkitBrowser extends Stoppable {
  readonly page: WebdriverPage;
}

/**
 * Starts WebKitGTK, which has the engine of Safari, on a screen in memory, by WebDriver. One driver has one session: a second person logs
 * in after the cookies of the first were deleted.
 * @throws Error when it is not installed, or does not start
 */
export function launchWebkit(): Promise<WebkitBrowser> {
  return inOwnFolder('webkit', undefined, async (folder) => {
    const screen = await startScreen(folder);
    const driver = await startServer((port) => ({
      name: 'webkit',
      folder,
      command: requireBinary('WebKitWebDriver'),
      args: ['-p', String(port)],
      environment: {
        ...process.env,
        DISPLAY: `:${screen.port}`,
        HOME: folder,
        LANGUAGE: 'fr',
        NO_AT_BRIDGE: '1',
        MESA_SHADER_CACHE_DISABLE: 'true',
      },
      ready: () => portAnswers(port),
    }));
    const page = await WebdriverPage.open(`http://127.0.0.1:${driver.port}`, {
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    });
    await page.resize(SIZE);
    return {
      page,
      stop: async () => {
        await page.close();
        await driver.stop();
        await screen.stop();
      },
    };
  });
}

/** Xvfb under the number of a free port, so that two runs do not meet. */
function startScreen(folder: string): ReturnType<typeof startServer> {
  return startServer((port) => ({
    name: 'screen',
    folder,
    command: requireBinary('Xvfb'),
    args: [`:${port}`, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    ready: () => Promise.resolve(existsSync(`/tmp/.X11-unix/X${port}`)),
  }));
}
