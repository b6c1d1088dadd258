/** Where a command's words go, and what it may know of its surroundings. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A person reads the output. */
  readonly outIsTerminal: boolean;
  /** How many columns it has; undefined when it is none. */
  readonly width: number | undefined;
  /** A person sees notes and progress. */
  readonly errIsTerminal: boolean;
  /** Data only. */
  readonly out: (text: string) => void;
  /** Everything else: notes, progress, what went wrong. */
  readonly err: (text: string) => void;
  /** Asks whoever sits there, who may leave without an answer (null); null when nobody sits there. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** This process's own streams, each made when it is first used: most commands need one of them. */
export function systemTerminal(): Terminal {
  const out = tolerant(process.stdout);
  const opened: { err?: NodeJS.WriteStream } = {};
  const err = () => {
    opened.err ??= tolerant(process.stderr);
    return opened.err;
  };
  return {
    env: process.env,
    outIsTerminal: out.isTTY === true,
    width: out.columns,
    get errIsTerminal() {
      return err().isTTY === true;
    },
    out: (text) => void out.write(text),
    err: (text) => void err().write(text),
    get ask() {
      if (process.stdin.isTTY !== true) return null;
      return async (question: string) => (await import("./ask.ts")).askPerson(question);
    },
    now: Date.now,
  };
}

/** A reader that has seen enough (`| head`) ends the output, not the command. */
function tolerant(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
