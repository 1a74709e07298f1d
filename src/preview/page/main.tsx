/** Starts the page. */
import { render } from 'preact';
import { App } from './app.tsx';
import { startLive } from './live.ts';
import { keepPlace } from './open-letter.ts';
import { followPlace } from './place.ts';
import { followFilter } from './recipients/state.ts';
import { startSettings } from './settings.ts';
import { startShortcuts } from './shortcuts.ts';
import './styles/page.css';
import { followLetter } from './viewer/letter.ts';

startSettings();
keepPlace();
followPlace();
followLetter();
followFilter();
startShortcuts();
const root = document.getElementById('app');
if (root) render(<App />, root);
void startLive();
