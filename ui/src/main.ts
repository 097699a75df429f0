// Start-up: what the window remembers is read first, so that nothing jumps when it appears.
import { mount } from 'svelte';
import App from './app/App.svelte';
import { LISTED, screenOf, sectionOf } from './app/sections';
import './app/fonts.css';
import './app/tokens.css';
import './app/global.css';
import './lib/kit/floating.css';
import { call } from './lib/ipc';
import { parseHash } from './lib/nav';
import { flushPrefs, pref, startPrefs } from './lib/prefs.svelte';

async function start(): Promise<void> {
  // Without a saved state the window opens as new; that is no reason not to open it.
  const remembered = await call('ui_state').catch(() => ({ json: '' }));
  startPrefs(remembered.json, (json) => void call('ui_state_save', { json }).catch(() => undefined));
  window.addEventListener('pagehide', flushPrefs);
  // The first screen is fetched while the window around it is put up; that it can't be had is told there.
  const place = parseHash(location.hash || pref('route', '').value);
  const first = place ? sectionOf(place.section) : LISTED[0];
  if (first) screenOf(first).catch(() => undefined);
  const target = document.getElementById('app');
  if (target) mount(App, { target });
}

void start();
