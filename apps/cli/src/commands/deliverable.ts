import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { facts, left } from "../terminal/block.ts";

/** `cimpro deliverable …` */
export const deliverableCommand = (shell: Shell) =>
  noun("deliverable", "what time can be logged on, beside general work", [add(shell), list(shell)]);

const add = (shell: Shell) =>
  verb("add", {
    summary: "add a deliverable to an account",
    examples: ['cimpro deliverable add --account acme-tools --name "ERP sync mapping"'],
    rules: ["DLV-1", "DLV-6"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--name <name>", "what it is called")
    .option("--id <id>", "a short name for commands (made of the name, unless stated)")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.deliverable.add.mutate(options), ({ account, id, name }) => [
        facts(["Deliverable", id], ["Name", name], ["Account", account]),
      ]);
    });

const list = (shell: Shell) =>
  verb("list", {
    summary: "the deliverables of an account",
    examples: ["cimpro deliverable list --account acme-tools"],
    rules: ["DLV-1"],
  })
    .requiredOption("--account <id>", "whose they are")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.deliverable.list.query(options), ({ items }) => [
        { kind: "table", columns: [left("Deliverable"), left("Name")], rows: items.map(({ id, name }) => [id, name]) },
      ]);
    });
