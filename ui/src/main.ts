// Start-up: what the window remembers is read first, so that nothing jumps when it appears.
import { mount } from 'svelte';
import App from './app/App.svelte';
import './app/fonts.css';
import './app/tokens.css';
import './app/global.css';
import './lib/kit/floating.css';
import { call } from './lib/ipc';
import { flushPrefs, startPrefs } from './lib/prefs.svelte';

async function start(): Promise<void> {
  // Without a saved state the window opens as new; that is no reason not to open it.
  const remembered = await call('ui_state').catch(() => ({ json: '' }));
  startPrefs(remembered.json, (json) => void call('ui_state_save', { json }).catch(() => undefined));
  window.addEventListener('pagehide', flushPrefs);
  const target = document.getElementById('app');
  if (target) mount(App, { target });
}

void start();
