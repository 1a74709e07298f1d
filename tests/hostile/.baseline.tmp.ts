import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from '../support/measured.ts';
import { HOSTILE } from './editions.ts';

const only = process.argv[2];
for (const [name, code, file, spoil] of HOSTILE) {
  if (only && !new RegExp(only).test(name)) continue;
  const outer = mkdtempSync('/tmp/hostile/e-');
  const dir = join(outer, 'forum-x');
  mkdirSync(dir);
  for (const f of ['edition.yaml', 'stakeholders.csv'])
    copyFileSync(join('src/commands/init', f), join(dir, f));
  spoil(dir);
  for (const cmd of ['check', 'render']) {
    const r = await measured([cmd, dir, '--json']);
    const lines = r.stderr.trim().split('\n');
    const brief = lines
      .slice(0, 40)
      .map((l) => {
        try {
          const d = JSON.parse(l);
          return d.severity === 'warning'
            ? ''
            : `${d.code}@${d.file?.split('/').pop()}:${d.line}:${d.column} ${d.message.slice(0, 70)}`;
        } catch {
          return 'RAW ' + l.slice(0, 80);
        }
      })
      .filter(Boolean);
    const ok =
      r.code === 1 &&
      brief.some((b) => b.startsWith(code + '@') && new RegExp(file.split('/').pop()).test(b)) &&
      !brief.some((b) => b.startsWith('RAW')) &&
      !existsSync(join(dir, 'out')) &&
      r.megabytes < 900;
    console.log(
      `${ok ? 'ok  ' : 'FAIL'} ${cmd.padEnd(6)} ${name.padEnd(45)} code=${r.code} ${r.seconds.toFixed(1)}s ${r.megabytes.toFixed(0)}MB ${existsSync(join(dir, 'out')) ? 'WRITTEN ' : ''}${lines.length} ${brief[0] ?? ''}`,
    );
    if (ok && false && cmd === 'check' && !process.argv[3]) break;
  }
  rmSync(outer, { recursive: true, force: true });
}
