import type { Policy } from "@cimpro/domain";
import type { Client, Connection, Intent } from "../client/client.ts";
import type { ExitCode } from "../failure/exit-codes.ts";
import type { Block } from "../terminal/block.ts";
import { type Progress, progressOn } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { calculatorPolicy } from "./calculator-policy.ts";
import type { Settings } from "./settings.ts";
import type { About } from "./verb.ts";

/** What a command works with: the settings, the practice, and a way to answer. */
export interface Shell {
  readonly terminal: Terminal;
  readonly settings: () => Settings;
  /** The practice. Connected at the first call, let go of when the command is done. */
  readonly client: (intent: Intent, settings?: Settings) => Promise<Client>;
  /** The policy that calculators go by. */
  readonly policy: () => Promise<Policy>;
  /** Prints the answer: JSON for programs, blocks for people. */
  readonly answer: <T>(value: T, view: (value: T) => readonly Block[]) => Promise<void>;
  /** A word beside the answer. */
  readonly note: (text: string) => void;
  readonly progress: () => Progress;
  /** Ends with another exit code than 0 although the command answered. */
  readonly endWith: (code: ExitCode) => void;
}

/** The shell with the ends that only the program holds. */
export interface OpenShell extends Shell {
  readonly begin: (settings: Settings, about: About | undefined) => void;
  readonly exitCode: () => ExitCode;
  readonly close: () => Promise<void>;
}

export function openShell(terminal: Terminal): OpenShell {
  const state: { settings?: Settings; about?: About | undefined; connection?: Connection; exitCode: ExitCode } = {
    exitCode: 0,
  };
  const settings = (): Settings => {
    if (state.settings === undefined) throw new Error("The settings are asked for before the command line was read.");
    return state.settings;
  };
  const shell: OpenShell = {
    terminal,
    settings,
    async client(intent, chosen = settings()) {
      state.connection ??= await (await import("../client/connect.ts")).connect(chosen, terminal, intent);
      return state.connection.client;
    },
    policy: () => calculatorPolicy(settings()),
    async answer(value, view) {
      const { json, explain, colours } = settings();
      if (json) {
        terminal.out(`${JSON.stringify(value, null, terminal.outIsTerminal ? 2 : undefined)}\n`);
        return;
      }
      const { draw } = await import("../terminal/draw.ts");
      const client = state.connection?.client;
      const why = explain ? await (await import("./explain.ts")).explanation(value, state.about, shell, client) : [];
      terminal.out(draw([...view(value), ...why], colours, terminal.width));
    },
    note(text) {
      if (!settings().quiet) terminal.err(`${text}\n`);
    },
    progress: () => progressOn(terminal, settings().quiet ? "quiet" : "telling"),
    endWith(code) {
      state.exitCode = code;
    },
    begin(chosen, about) {
      state.settings = chosen;
      state.about = about;
    },
    exitCode: () => state.exitCode,
    close: async () => state.connection?.close(),
  };
  return shell;
}
