const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC:
    'the disk is full; free some space there and in the folder of temporary files (TMPDIR), then run the command again',
  EDQUOT: 'your quota of disk space is used up; free some space, then run the command again',
  ENOTDIR: 'a part of the path is a file, not a folder; name another folder',
  EEXIST: 'there is a file of that name; name another folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'you may not read or write it; change its permissions, or name another place',
  EPERM: 'you may not read or write it; change its permissions, or name another place',
  EROFS: 'the file system is read-only; name another place',
  ENAMETOOLONG: 'the name is too long for the file system',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine',
  EIO: 'the disk reported a fault',
};

/** A sentence about an error of the operating system that its user can mend, with the file; undefined for other errors. */
export function describeSystemError(error: unknown): string | undefined {
  const { code, path, syscall } = Object(error);
  const remedy = typeof code === 'string' && syscall !== undefined ? REMEDIES[code] : undefined;
  if (remedy === undefined) return undefined;
  return `${typeof path === 'string' ? path : 'a temporary file'} cannot be used (${code} in ${syscall}): ${remedy}`;
}
