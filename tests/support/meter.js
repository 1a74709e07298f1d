/** Loaded before the command: writes the most memory that it has held, in kilobytes, when it ends. */
import { readFileSync, writeSync } from 'node:fs';

/** Of this program alone: what the system counts for a process may be that of its parent, before it began. */
function mostMemory() {
  try {
    return /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => writeSync(3, String(mostMemory())));
