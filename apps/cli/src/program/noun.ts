import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Shell } from "./shell.ts";

/** A noun by name; its commands are loaded only when a command line names it. */
export interface Noun {
  readonly name: string;
  readonly summary: string;
  /** What it stands under in the help. */
  readonly group: string;
  readonly verbs: readonly string[];
  /** The verb that is meant where none is written. */
  readonly usual?: string;
  readonly load: () => Promise<(shell: Shell) => CommandUnknownOpts>;
}
