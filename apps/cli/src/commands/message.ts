import { Option } from "@commander-js/extra-typings";
import { limitOption } from "../arguments/limit.ts";
import { everyPage } from "../client/every-page.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { facts, left, line } from "../terminal/block.ts";

/** `cimpro message …` */
export const messageCommand = (shell: Shell) =>
  noun("message", "what people are told by mail", [list(shell), show(shell), retry(shell)]);

const kinds = [
  ...(["invitation", "password-reset", "approval-asked", "invoice-issued"] as const),
  ...(["work-stopped", "work-resumed", "allowance-alert", "lead-time-at-risk"] as const),
] as const;

const list = (shell: Shell) =>
  verb("list", {
    summary: "messages, newest first, with what became of them",
    examples: ["cimpro message list --state failed", "cimpro message list --kind invitation --json"],
    rules: ["ROLE-5"],
  })
    .option("--account <id>", "about this account only")
    .addOption(
      new Option("--state <state>", "in this state only").choices(["queued", "sent", "failed", "dropped"] as const),
    )
    .addOption(new Option("--kind <kind>", "of this kind only").choices(kinds))
    .addOption(limitOption())
    .action(async ({ limit, ...filter }) => {
      const client = await shell.client("read");
      const rows = await everyPage(limit, (page) => client.message.list.query({ ...filter, ...page }));
      await shell.answer(rows, ({ items }) => [
        {
          kind: "table",
          columns: [left("Recorded at"), left("Kind"), left("To"), left("Subject"), left("State"), left("Id")],
          rows: items.map((each) => [each.recordedAt, each.kind, each.to.email, each.subject, standing(each), each.id]),
        },
      ]);
    });

/** The state, with why a message is not sent. */
function standing({ state, lastError, dropReason }: Standing): string {
  const why = dropReason ?? lastError;
  return why === null ? state : `${state}: ${why}`;
}

interface Standing {
  readonly state: string;
  readonly lastError: string | null;
  readonly dropReason: string | null;
}

const show = (shell: Shell) =>
  verb("show", {
    summary: "one message, with its text and link to copy; while it waits, as it would be sent now",
    examples: ["cimpro message show 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .option("--account <id>", "the account it is about")
    .action(async (message, options) => {
      const client = await shell.client("read");
      await shell.answer(await client.message.show.query({ message, ...options }), (found) => [
        facts(
          ...([
            ["To", `${found.to.name} <${found.to.email}>`],
            ["Subject", found.subject],
            ["State", found.state],
            ["Sent at", found.sentAt],
            ["Next try", found.nextTryAt],
            ["Last error", found.lastError],
            [found.state === "queued" ? "Would be dropped" : "Dropped", found.dropReason],
          ] as const),
        ),
        line(found.text),
      ]);
    });

const retry = (shell: Shell) =>
  verb("retry", {
    summary: "send again what was given up, held back by a restore, or dropped",
    examples: ["cimpro message retry 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .action(async (message) => {
      const client = await shell.client("write");
      await shell.answer(await client.message.retry.mutate({ message }), ({ dropReason }) => [
        line(dropReason === null ? "It is queued again." : `It is dropped: ${dropReason}`),
      ]);
    });
