import { PackageContext, ProjectKind } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, line } from "../../terminal/block.ts";

/** `cimpro person gaps` */
export const gapsCommand = (shell: Shell) =>
  verb("gaps", {
    summary: "hats that nobody fills, what they block, and packages that could fill a role of ours",
    details:
      "Hats of the customer that nobody fills, why, and the steps that wait for them; and roles on CIMcloud's side that no package of the account fills, with the packages that could. Which five hats are critical for stage 1 is inferred from the sources.",
    examples: [
      "cimpro person gaps --account acme-tools",
      "cimpro person gaps --account acme-tools --project erp-switch --stage 1",
      "cimpro person gaps --account acme-tools --plan move-to-sap --context program",
    ],
    rules: ["ROLE-1", "ROLE-3", "ROLE-4", "PKG-2", "PKG-5"],
  })
    .requiredOption("--account <id>", "whose team it is")
    .option("--plan <id>", "of this plan's project, with the hats worn in it")
    .addOption(
      new Option("--project <kind>", "what kind of project (the plan's, else first, unless stated)").choices(
        ProjectKind.options,
      ),
    )
    .option("--stage <n>", "of this stage only", asWhole(1))
    .addOption(
      new Option("--context <context>", "where roles of ours are wanted (project, unless stated)").choices(
        PackageContext.options,
      ),
    )
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.person.gaps.query(options), ({ hats, roles }) => [
        hats.length === 0 ? line("Every hat is filled.", "good") : line("Hats that nobody fills:", "bad"),
        {
          kind: "table",
          columns: [left("Hat"), left("Critical"), left("Blocks"), left("Why")],
          rows: hats.map(({ title, critical, blocks, reasons }) => [
            title,
            critical === null ? "" : `stage ${critical.stage} (inferred)`,
            blocks.join(", "),
            reasons.map(({ message, clause }) => `${message} (${clause})`).join(" "),
          ]),
        },
        line(""),
        line("Roles of CIMcloud that no package of the account fills:"),
        {
          kind: "table",
          columns: [left("Role"), left("Could be filled by")],
          rows: roles.map(({ title, packages }) => [
            title,
            packages.length === 0 ? "no package" : packages.map((each) => each.title).join(", "),
          ]),
        },
      ]);
    });
