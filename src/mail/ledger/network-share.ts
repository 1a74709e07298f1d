/** Whether a folder lies on another machine: locks and fsync cannot be trusted there. */
import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

const NETWORK =
  /^(nfs\d?|cifs|smb\w*|9p|afs\w*|ceph|glusterfs|lustre|davfs2?|webdav|ncpfs|fuse\.(sshfs|rclone|davfs\w*|s3fs|glusterfs|gcsfuse|smbnetfs))$/;

/** The type of the file system if it is a network's, e.g. `nfs4`; undefined for a local one. */
export function networkShare(folder: string): string | undefined {
  const path = realpathSync(folder);
  if (process.platform === 'win32') return path.startsWith('\\\\') ? 'UNC' : undefined;
  const type = mountType(path, mountTable());
  return type && NETWORK.test(type) ? type : undefined;
}

/** Lines of `device folder type …`. */
function mountTable(): string {
  if (process.platform === 'linux') return readFileSync('/proc/self/mounts', 'utf8');
  // `device on folder (type, options)`
  return execFileSync('mount', { encoding: 'utf8' }).replace(
    /^(.*?) on (.*) \((\w+).*$/gm,
    plainRow,
  );
}

function plainRow(_line: string, device: string, folder: string, type: string): string {
  return [device, folder, type].map((part) => part.replaceAll(' ', '\\040')).join(' ');
}

/** Type of the innermost mount that has the path; blanks of the table stand as \040. */
export function mountType(path: string, table: string): string | undefined {
  let inner = '';
  let type: string | undefined;
  for (const line of table.split('\n')) {
    const [, folder = '', name] = line.split(' ').map((part) => part.replaceAll('\\040', ' '));
    if (folder === '' || !isWithin(path, folder) || folder.length < inner.length) continue;
    inner = folder;
    type = name;
  }
  return type;
}

function isWithin(path: string, folder: string): boolean {
  const prefix = folder.endsWith(sep) ? folder : folder + sep;
  return path === folder || path.startsWith(prefix);
}
