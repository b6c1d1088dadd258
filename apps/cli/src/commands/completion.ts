import { Argument } from "@commander-js/extra-typings";
import { bashCompletion } from "../completion/bash.ts";
import { type CommandTree, commandTree } from "../completion/command-tree.ts";
import { fishCompletion } from "../completion/fish.ts";
import { zshCompletion } from "../completion/zsh.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";

const shells = ["bash", "zsh", "fish"] as const;

const scriptFor: Readonly<Record<(typeof shells)[number], (tree: CommandTree) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `cimpro completion` */
export const completionCommand = (shell: Shell) =>
  verb("completion", {
    summary: "let the shell complete nouns, verbs and options",
    details:
      "Prints a script that lets the shell complete nouns, verbs and options. It is of this version: make it anew after an update.",
    examples: ["cimpro completion bash", "cimpro completion zsh", "cimpro completion fish"],
  })
    .addArgument(new Argument("<shell>", "the shell to complete in").choices(shells))
    .action(async (name) => {
      shell.terminal.out(scriptFor[name](await commandTree(shell)));
    });
