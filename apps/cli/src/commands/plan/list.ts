import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left } from "../../terminal/block.ts";

/** `cimpro plan list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the plans of an account, with Connected and Go Live",
    examples: ["cimpro plan list --account acme-tools"],
    rules: ["IMPL-1", "IMPL-5"],
  })
    .requiredOption("--account <id>", "whose they are")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.plan.list.query(options), ({ items }) => [
        {
          kind: "table",
          columns: [left("Plan"), left("Name"), left("Project"), left("Ordered"), left("Connected"), left("Go Live")],
          rows: items.map(({ id, name, project, orderedOn, milestones, goLive }) => [
            ...[id, name, project, orderedOn],
            milestones.find((milestone) => milestone.id === "connected")?.forecastOn ?? "",
            `${goLive.earliest} to ${goLive.latest}, or later`,
          ]),
        },
      ]);
    });
