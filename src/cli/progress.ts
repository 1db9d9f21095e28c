/** Tells on standard error how far long work is; on a terminal in one line that is overwritten. */
export interface Progress {
  step(what: string): void;
  /** Clears the line, so that the next message stands alone. */
  done(): void;
}

/** Least time between two lines, in milliseconds: often enough to follow, seldom enough to read. */
const pace = { terminal: 80, file: 5_000 };

/** `quiet` for commands whose output goes to a script. */
export function progress(quiet = false): Progress {
  const terminal = process.stderr.isTTY === true;
  let last = Date.now();
  return {
    step(what) {
      const now = Date.now();
      if (quiet || now - last < (terminal ? pace.terminal : pace.file)) return;
      last = now;
      process.stderr.write(terminal ? `\r\u001b[K${what.slice(0, (process.stderr.columns ?? 80) - 1)}` : `${what}\n`);
    },
    done() {
      if (terminal && !quiet) process.stderr.write('\r\u001b[K');
    },
  };
}
